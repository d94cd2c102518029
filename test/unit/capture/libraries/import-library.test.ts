/** What other programs hold, from their files through a real engine into a notebook, once and again. */
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { ImportedLibrary } from '../../../../src-main/common/contract/libraries.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../../../support/engine.ts';
import {
  ARTICLE_TEXT,
  HYPOTHESIS,
  KINDLE,
  OMNIVORE,
  PAGE,
  QUOTE,
  READWISE,
  SAMPLES,
  WEB_ANNOTATIONS,
} from './samples.ts';

const bytes = (file: string | Uint8Array) => (typeof file === 'string' ? bytesOf(file) : file);
const importing = ({ run }: TestEngine, file: string | Uint8Array): Promise<ImportedLibrary> =>
  run('library.import', { bytes: bytes(file) });

/** Every row that a user or the log could tell apart. */
function readAll(path: string): unknown {
  const database = new Database(path, { readonly: true });
  const tables = ['source', 'version', 'excerpt', 'note', 'tag', 'source_tag', 'excerpt_tag', 'note_tag'];
  const rows = [...tables, 'library_item', 'change', 'source_address', 'blob'].map((table) =>
    database.prepare(`SELECT * FROM ${table}`).all(),
  );
  database.close();
  return rows;
}

const page = (text: string) => `<!doctype html><title>The forty days</title><p>${text}</p>`;

interface Row {
  id: string;
  uri: string;
  text: string;
  tags: string[];
  target: unknown[];
}

/** The Hypothesis sample with its first annotation changed, and others after it. */
function hypothesis(change: Partial<Row>, ...more: readonly Partial<Row>[]): string {
  const { rows } = JSON.parse(HYPOTHESIS) as { rows: Row[] };
  const [first, ...others] = rows;
  return JSON.stringify({
    rows: [{ ...first, ...change }, ...others, ...more.map((row) => ({ ...first, ...row }))],
  });
}

const marking = (exact: string) => [{ source: PAGE, selector: [{ type: 'TextQuoteSelector', exact }] }];

describe.each(Object.entries(SAMPLES))('%s', (_name, [format, file]) => {
  it('is told by what it holds, and comes over', async () => {
    const engine = openTestEngine();
    expect(await engine.codeOf('source.import', { bytes: bytes(file), fileName: 'a.txt' })).toBe(
      'unsupported',
    );
    const answer = await importing(engine, file);
    expect(answer.format).toBe(format);
    expect(answer.added.sources).toBeGreaterThan(0);
    expect((await engine.run('notebook.check', {})).problems).toEqual([]);
  });

  it('changes nothing the second time', async () => {
    const engine = openTestEngine();
    const first = await importing(engine, file);
    const before = readAll(engine.path);
    const second = await importing(engine, file);
    expect(readAll(engine.path)).toEqual(before);
    expect(second.sources.map(({ id }) => id)).toEqual(first.sources.map(({ id }) => id));
    expect(second.added).toEqual({ sources: 0, excerpts: 0, orphans: 0, notes: 0, tags: 0 });
    expect(second.leftOut).toEqual(first.leftOut);
  });

  it('is undone in one step, comes back with redo, and can be imported again', async () => {
    const engine = openTestEngine();
    const { added } = await importing(engine, file);
    const counted = (await engine.run('notebook.info', {})).counts;
    await engine.run('history.undo', {});
    expect((await engine.run('notebook.info', {})).counts).toMatchObject({
      sources: 0,
      excerpts: 0,
      notes: 0,
      tags: 0,
    });
    await engine.run('history.redo', {});
    expect((await engine.run('notebook.info', {})).counts).toEqual(counted);
    await engine.run('history.undo', {});
    expect((await importing(engine, file)).added).toEqual(added);
    const { trash: _, ...live } = (await engine.run('notebook.info', {})).counts;
    expect(counted).toMatchObject(live);
  });
});

describe('an export that has grown', () => {
  it('adds only what is new', async () => {
    const engine = openTestEngine();
    const { sources } = await importing(engine, HYPOTHESIS);
    const grown = hypothesis({}, { id: 'b1', target: marking('A second quotation.'), tags: ['new'] });
    const answer = await importing(engine, grown);
    expect(answer.sources).toMatchObject([{ id: sources[0]?.id, status: 'version' }]);
    expect(answer.added).toEqual({ sources: 0, excerpts: 1, orphans: 0, notes: 0, tags: 1 });
    const { excerpts } = await engine.run('excerpt.list', {});
    expect(excerpts.map(({ exact, anchor }) => [exact, anchor])).toEqual([
      [QUOTE, 'exact'],
      ['A second quotation.', 'exact'],
    ]);
    expect((await engine.run('notebook.check', {})).problems).toEqual([]);
  });

  it('brings a note that was changed there, and only there', async () => {
    const engine = openTestEngine();
    await importing(engine, HYPOTHESIS);
    await importing(engine, hypothesis({ text: 'Changed there.', tags: ['strike', 'more'] }));
    const [excerpt] = (await engine.run('excerpt.list', {})).excerpts;
    expect(excerpt?.note).toMatch(/^Changed there\./);
    expect(excerpt?.tags).toEqual(['à vérifier', 'more', 'strike'].toSorted());
  });

  it('leaves a note that was changed here, and says so', async () => {
    const engine = openTestEngine();
    await importing(engine, HYPOTHESIS);
    const [excerpt] = (await engine.run('excerpt.list', {})).excerpts;
    if (!excerpt) throw new Error('no excerpt');
    await engine.run('excerpt.edit', { id: excerpt.id, note: 'Mine.', untag: ['strike'] });
    expect((await importing(engine, HYPOTHESIS)).leftOut).not.toContainEqual(
      expect.objectContaining({ reason: 'edited-here' }),
    );
    const answer = await importing(engine, hypothesis({ text: 'Theirs.' }));
    expect(answer.leftOut).toContainEqual({
      what: 'annotation',
      reason: 'edited-here',
      count: 1,
      examples: [QUOTE],
    });
    const [after] = (await engine.run('excerpt.list', {})).excerpts;
    expect(after).toMatchObject({ note: 'Mine.', tags: ['à vérifier'] });
  });
});

describe('what the user deleted', () => {
  it('is not brought back, and is told: a highlight, a note', async () => {
    const engine = openTestEngine();
    await importing(engine, HYPOTHESIS);
    const [excerpt] = (await engine.run('excerpt.list', {})).excerpts;
    const [note] = (await engine.run('note.list', {})).notes;
    if (!excerpt || !note) throw new Error('nothing came over');
    await engine.run('excerpt.remove', { id: excerpt.id });
    await engine.run('note.remove', { id: note.id });
    const { leftOut } = await importing(engine, HYPOTHESIS);
    expect(leftOut).toContainEqual({ what: 'annotation', reason: 'in-trash', count: 1, examples: [QUOTE] });
    expect(leftOut).toContainEqual({
      what: 'note',
      reason: 'in-trash',
      count: 1,
      examples: ['The forty days'],
    });
    expect((await engine.run('excerpt.list', {})).excerpts).toEqual([]);
  });

  it('is not brought back, and is told: a source with all that is in it', async () => {
    const engine = openTestEngine();
    const { sources } = await importing(engine, HYPOTHESIS);
    const id = sources[0]?.id;
    if (!id) throw new Error('no source');
    await engine.run('source.remove', { id });
    const answer = await importing(engine, hypothesis({}, { id: 'b1', target: marking('New.') }));
    expect(answer.leftOut).toContainEqual({
      what: 'item',
      reason: 'in-trash',
      count: 1,
      examples: ['The forty days'],
    });
    expect((await engine.run('source.list', {})).sources).toEqual([]);
    await engine.run('source.restore', { id });
    expect((await importing(engine, HYPOTHESIS)).added.sources).toBe(0);
  });
});

describe('a text that the notebook has already', () => {
  it('gets the highlights where they stand, and keeps what is not there as orphans that can be read', async () => {
    const engine = openTestEngine();
    const { id, versionId } = await engine.run('source.import', {
      bytes: bytesOf(page(ARTICLE_TEXT)),
      url: PAGE,
    });
    const answer = await importing(engine, hypothesis({}, { id: 'b1', target: marking('Gone since.') }));
    expect(answer.sources).toMatchObject([{ id, versionId, status: 'duplicate', duplicateOf: id }]);
    expect(answer.added).toMatchObject({ sources: 0, excerpts: 2, orphans: 1 });
    const { excerpts } = await engine.run('excerpt.list', {});
    const found = excerpts.find(({ exact }) => exact === QUOTE);
    const orphan = excerpts.find(({ exact }) => exact === 'Gone since.');
    expect(found).toMatchObject({ versionId, anchor: 'moved', start: ARTICLE_TEXT.indexOf(QUOTE) });
    expect(orphan).toMatchObject({ sourceId: id, anchor: 'orphan' });
    const shown = await engine.run('source.get', { id, version: orphan?.versionId });
    expect(shown.source.text.slice(orphan?.start, orphan?.end)).toBe('Gone since.');
    expect((await engine.run('notebook.check', {})).problems).toEqual([]);
  });

  it('takes up what was only described, with its highlights, when its address is captured', async () => {
    const engine = openTestEngine();
    const { sources } = await importing(engine, HYPOTHESIS);
    const captured = await engine.run('source.import', { bytes: bytesOf(page(ARTICLE_TEXT)), url: PAGE });
    expect(captured).toMatchObject({ id: sources[0]?.id, status: 'version' });
    const { excerpts } = await engine.run('excerpt.list', {});
    expect(excerpts).toMatchObject([
      { versionId: captured.versionId, exact: QUOTE, note: expect.stringContaining('who') as string },
    ]);
    const before = readAll(engine.path);
    await importing(engine, HYPOTHESIS);
    expect(readAll(engine.path)).toEqual(before);
  });

  it('is not repeated by a second library that has it too: both come together', async () => {
    const engine = openTestEngine();
    const { sources } = await importing(engine, HYPOTHESIS);
    const answer = await importing(engine, WEB_ANNOTATIONS);
    expect(answer.sources).toMatchObject([{ id: sources[0]?.id, status: 'duplicate' }]);
    expect((await engine.run('source.list', {})).sources).toHaveLength(1);
    // The same words with another note: another highlight.
    expect((await engine.run('excerpt.list', {})).excerpts).toHaveLength(2);
  });
});

describe('a library that brings the articles', () => {
  it('has them as sources, with the highlights in their text', async () => {
    const engine = openTestEngine();
    const answer = await importing(engine, OMNIVORE);
    expect(answer.added).toMatchObject({ sources: 2, excerpts: 2, orphans: 1 });
    const [article] = answer.sources;
    if (!article) throw new Error('no article');
    const { source } = await engine.run('source.get', { id: article.id });
    expect(source).toMatchObject({
      kind: 'html',
      title: 'The Forty Days',
      byline: 'Jane Doe',
      text: ARTICLE_TEXT,
    });
    expect(answer.leftOut).toEqual([
      { what: 'text', reason: 'file-elsewhere', count: 1, examples: ['Gone'] },
    ]);
  });

  it('does not replace a text that the user captured', async () => {
    const engine = openTestEngine();
    const { id, versionId } = await engine.run('source.import', {
      bytes: bytesOf(page(ARTICLE_TEXT)),
      url: PAGE,
    });
    const answer = await importing(engine, OMNIVORE);
    expect(answer.sources[0]).toMatchObject({ id, versionId, status: 'duplicate' });
    expect(answer.leftOut).toContainEqual(expect.objectContaining({ what: 'text', reason: 'text-here' }));
  });
});

describe('what comes over', () => {
  it('is of Kindle: the longest of what was marked again, with its note, in both languages', async () => {
    const engine = openTestEngine();
    const answer = await importing(engine, KINDLE);
    const { excerpts } = await engine.run('excerpt.list', {});
    expect(excerpts.map(({ exact, note, createdAt }) => [exact, note, createdAt])).toEqual([
      [QUOTE, 'Who counted?', '2025-08-13T21:06:10.000Z'],
      ['Les loyers ont doublé en dix ans.', '', '2025-08-13T21:05:10.000Z'],
    ]);
    expect(answer.leftOut.map(({ what, reason, count }) => [what, reason, count])).toEqual([
      ['bookmark', 'place-mark', 2],
      ['annotation', 'clipping-limit', 1],
      ['annotation', 'replaced', 1],
    ]);
  });

  it('is of Readwise: notes, colours and tags; a formula is text', async () => {
    const engine = openTestEngine();
    await importing(engine, READWISE);
    const { excerpts } = await engine.run('excerpt.list', {});
    expect(excerpts.map(({ exact, note, color, tags }) => ({ exact, note, color, tags }))).toContainEqual({
      exact: QUOTE,
      note: 'Who counted, and "how"?',
      color: 'blue',
      tags: ['paye', 'strike'],
    });
    expect(excerpts.map(({ exact }) => exact)).toContain("=cmd|' /C calc'!A0");
  });

  it('carries the tags that are asked for', async () => {
    const engine = openTestEngine();
    await engine.run('library.import', { bytes: bytesOf(READWISE), tags: ['from Readwise'] });
    const { sources } = await engine.run('source.list', { tag: 'from Readwise' });
    expect(sources.map(({ kind }) => kind)).toEqual(['reference', 'reference']);
  });

  it('is found by searching', async () => {
    const engine = openTestEngine();
    await importing(engine, KINDLE);
    expect((await engine.run('search.query', { query: 'loyers' })).total).toBeGreaterThan(0);
  });
});
