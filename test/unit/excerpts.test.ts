import { beforeEach, describe, expect, it } from 'vitest';
import type { ExcerptId, SourceId, VersionId } from '../../src-main/common/contract/entities.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../support/engine.ts';

const TEXT = 'The plant\n\nIt costs 412 million euros, the council says.\n\nNobody counted.';
let app: TestEngine;
let source: SourceId;
let version: VersionId;
let id: ExcerptId;

beforeEach(async () => {
  app = openTestEngine();
  const url = 'https://example.org/plant';
  const imported = await app.run('source.import', { bytes: bytesOf(TEXT), fileName: 'plant.txt', url });
  source = imported.id;
  version = imported.versionId;
  id = (await app.run('excerpt.add', { source, quote: '412 million' })).excerpt.id;
});

const read = async () => (await app.run('excerpt.get', { id })).excerpt;
const textOf = async () => (await app.run('source.get', { id: source })).source.text;

describe('the ends of a highlight', () => {
  it('never cut a character in half, whoever sets them', async () => {
    const bytes = bytesOf('A 🏭 by the sea. Nobody asked 🏖 for it.');
    const { id: made } = await app.run('source.import', { bytes, fileName: 'signs.txt' });
    const { text, versionId } = (await app.run('source.get', { id: made })).source;
    const [factory, beach] = [text.indexOf('🏭'), text.indexOf('🏖')];
    const cut = { start: factory + 1, end: beach + 1 };
    const quote = text.slice(cut.start, cut.end);
    const { excerpt } = await app.run('excerpt.add', { source: made, quote, range: cut });
    expect(excerpt).toMatchObject({ start: factory, end: beach + 2, exact: '🏭 by the sea. Nobody asked 🏖' });
    await app.run('excerpt.edit', { id: excerpt.id, range: { start: factory + 1, end: beach } });
    expect((await app.run('excerpt.get', { id: excerpt.id })).excerpt.start).toBe(factory);
    const place = { version: versionId, start: beach + 1, end: text.length };
    await app.run('excerpt.anchor', { id: excerpt.id, ...place });
    expect((await app.run('excerpt.get', { id: excerpt.id })).excerpt.exact).toBe('🏖 for it.');
    expect(await app.run('notebook.check', {})).toMatchObject({ ok: true });
  });

  it('are moved in one step, with what stands beside them, and moved back by one undo', async () => {
    const before = await read();
    const text = await textOf();
    const start = text.indexOf('It costs');
    const end = text.indexOf(' Nobody') < 0 ? text.length : text.indexOf(' Nobody');
    await app.run('excerpt.edit', { id, version, range: { start, end } });
    const after = await read();
    expect(after.exact).toBe(text.slice(after.start, after.end));
    expect(after.exact).toContain('the council says.');
    expect(after.prefix).toBe(text.slice(0, start));
    expect(after.anchor).toBe('exact');
    await app.run('history.undo', {});
    expect({ ...(await read()), updatedAt: '' }).toEqual({ ...before, updatedAt: '' });
    await app.run('history.redo', {});
    expect((await read()).exact).toBe(after.exact);
  });

  it('leave out white space at both ends, and what lies beyond the text', async () => {
    const text = await textOf();
    const start = text.indexOf('Nobody');
    await app.run('excerpt.edit', { id, range: { start: start - 2, end: 1_000_000 } });
    expect((await read()).exact).toBe('Nobody counted.');
  });

  it.each([
    [{ start: 3, end: 4 }, 'white space'],
    [{ start: 8, end: 8 }, 'nothing'],
    [{ start: 9, end: 2 }, 'an end before its start'],
    [{ start: 5000, end: 6000 }, 'a place beyond the text'],
  ])('are refused where %j holds %s', async (range) => {
    const answer = await app.client.call('excerpt.edit', { id, range });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', details: { what: 'quote' } } });
    expect((await read()).exact).toBe('412 million');
  });

  it('are not moved where the text was replaced meanwhile', async () => {
    await app.run('source.import', {
      bytes: bytesOf(TEXT.replace('Nobody', 'Somebody')),
      fileName: 'plant.txt',
      url: 'https://example.org/plant',
    });
    const answer = await app.client.call('excerpt.edit', { id, version, range: { start: 0, end: 9 } });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', details: { what: 'version' } } });
  });
});

describe('the history of a note', () => {
  const history = async () => (await app.run('excerpt.history', { id })).notes.map(({ note }) => note);

  it('holds each earlier text once, the newest first, also one that was undone', async () => {
    expect(await history()).toEqual([]);
    for (const note of ['one', 'two', 'one', 'three']) await app.run('excerpt.edit', { id, note });
    expect(await history()).toEqual(['one', 'two']);
    await app.run('history.undo', {});
    expect(await history()).toEqual(['three', 'two']);
  });

  it('says since when and until when a text stood', async () => {
    const note = 'first';
    const other = (await app.run('excerpt.add', { source, quote: 'Nobody', note })).excerpt;
    await app.run('excerpt.edit', { id: other.id, note: 'second' });
    const { notes } = await app.run('excerpt.history', { id: other.id });
    expect(notes).toEqual([
      {
        note,
        from: other.createdAt,
        until: (await app.run('excerpt.get', { id: other.id })).excerpt.updatedAt,
      },
    ]);
    expect(await history()).toEqual([]);
  });

  it('is cut where the texts are too many or too long to be handed over', async () => {
    for (let at = 0; at < 6; at += 1) {
      await app.run('excerpt.edit', { id, note: `${at}${'x'.repeat(1_000_000)}` });
    }
    expect((await history()).length).toBe(3);
  });

  it('is not there for a highlight that is not', async () => {
    await app.run('excerpt.remove', { id });
    expect(await app.client.call('excerpt.history', { id })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});
