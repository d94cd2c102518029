/** The stored page taken another way, details corrected, and new versions beside both: through the engine. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { SourceId } from '../../src-main/common/contract/entities.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../support/engine.ts';

const PROSE = 'The council said on Monday that the reservoir would be emptied before the winter came. ';
const pageOf = (title: string, author: string, days = 'Forty') =>
  bytesOf(
    `<!doctype html><html lang="en"><head><title>${title}</title><meta name="author" content="${author}"><meta name="description" content="${title}, told."></head>
     <body><nav><p>Menu of the day</p></nav><main>${`<p>${PROSE.repeat(3)}</p>`.repeat(5)}<p>${days} days it took.</p></main></body></html>`,
  );
const URL = 'https://example.org/reservoir';

let app: TestEngine;
let id: SourceId;
const look = async () => (await app.run('source.get', { id })).source;

beforeEach(async () => {
  app = openTestEngine();
  id = (await app.run('source.import', { bytes: pageOf('The reservoir', 'Jane Doe'), url: URL })).id;
});

describe('taking a stored page another way', () => {
  it('makes a version of all of it, carries highlights over, and is undone', async () => {
    const article = await look();
    await app.run('excerpt.add', { source: id, quote: 'Forty days it took' });
    await app.run('source.extract', { id, how: 'whole' });
    const whole = await look();
    expect(whole.text).toContain('Menu of the day');
    expect(whole.versions).toHaveLength(2);
    expect(whole.versions[1]).toMatchObject({ extractor: 'body 1', sha256: article.versions[0]?.sha256 });
    const [excerpt] = (await app.run('excerpt.list', { source: id })).excerpts;
    expect(excerpt).toMatchObject({
      versionId: whole.versionId,
      anchor: 'exact',
      exact: 'Forty days it took',
    });
    await app.run('history.undo', {});
    expect(await look()).toMatchObject({ versionId: article.versionId, text: article.text });
    expect((await app.run('excerpt.list', { source: id })).excerpts[0]?.versionId).toBe(article.versionId);
  });

  it('makes one of a region of the page that it shows', async () => {
    const { tree } = await app.run('source.page', { id });
    await app.run('source.extract', { id, how: { from: 0, to: 0 } });
    expect((await look()).text).toBe('Menu of the day');
    await app.run('source.extract', {
      id,
      how: { from: tree.children.length - 1, to: tree.children.length - 1 },
    });
    expect((await look()).text).toBe('Forty days it took.');
    expect((await look()).versions.at(-1)).toMatchObject({ words: 4, pageWords: expect.any(Number) });
  });

  it('makes none where it would be the same, and none of what is not there', async () => {
    await app.run('source.extract', { id, how: 'article' });
    expect((await look()).versions).toHaveLength(1);
    await expect(app.run('source.extract', { id, how: { selector: '.none' } })).rejects.toThrow('region');
  });

  it('tells what stands twice again where copies had been taken out', async () => {
    const twice = `<html lang="en"><body><article>${`<p>${PROSE}</p>`.repeat(6)}</article></body></html>`;
    ({ id } = await app.run('source.import', { bytes: bytesOf(twice), fileName: 'twice.html' }));
    await app.run('source.dedupe', { id });
    const { warnings } = await app.run('source.extract', { id, how: 'article' });
    expect(warnings.map(({ code }) => code)).toContain('text-twice');
  });

  it.each(['notes.txt', 'notes.md'])('refuses what is no page, and changes nothing: %s', async (fileName) => {
    const paragraphs = [PROSE.repeat(2), 'Between them.', PROSE.repeat(2)].join('\n\n');
    ({ id } = await app.run('source.import', { bytes: bytesOf(paragraphs), fileName }));
    await app.run('source.dedupe', { id });
    const before = await look();
    for (const how of ['whole', 'article'] as const) {
      await expect(app.run('source.extract', { id, how })).rejects.toThrow('unsupported');
    }
    await expect(app.run('source.page', { id })).rejects.toThrow('unsupported');
    expect(await look()).toEqual(before);
  });

  it('leaves the details as they are', async () => {
    await app.run('source.edit', { id, title: 'Mine' });
    await app.run('source.extract', { id, how: 'whole' });
    expect(await look()).toMatchObject({ title: 'Mine', byline: 'Jane Doe', origins: { title: 'user' } });
  });
});

describe('details and where they came from', () => {
  it('are the user’s once corrected or emptied, and the page’s again after undo', async () => {
    expect(await look()).toMatchObject({ origins: { title: 'meta', byline: 'meta', url: 'address' } });
    await app.run('source.edit', { id, byline: null, modifiedAt: '2024-05', description: 'Mine.' });
    const edited = await look();
    expect(edited).toMatchObject({ byline: null, modifiedAt: '2024-05', description: 'Mine.' });
    expect(edited.origins).toMatchObject({
      byline: 'user',
      modifiedAt: 'user',
      description: 'user',
      title: 'meta',
    });
    await app.run('history.undo', {});
    expect(await look()).toMatchObject({ byline: 'Jane Doe', modifiedAt: null, origins: { byline: 'meta' } });
  });

  it('are refreshed by a new version, but for what the user corrected', async () => {
    await app.run('source.edit', { id, byline: 'Jane M. Doe' });
    await app.run('source.import', { bytes: pageOf('The empty reservoir', 'J. Doe', 'Fifty'), url: URL });
    expect(await look()).toMatchObject({
      title: 'The empty reservoir',
      byline: 'Jane M. Doe',
      description: 'The empty reservoir, told.',
    });
    await app.run('history.undo', {});
    expect(await look()).toMatchObject({ title: 'The reservoir', description: 'The reservoir, told.' });
  });

  it('given with the import are the user’s', async () => {
    const { id: other } = await app.run('source.import', {
      bytes: bytesOf('# One\n\nText.'),
      as: 'markdown',
      language: 'fr',
    });
    const { source } = await app.run('source.get', { id: other });
    expect(source.origins).toMatchObject({ title: 'text', language: 'user' });
  });
});
