import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TrashKind } from '../../src-main/common/contract/collections.ts';
import type { ExcerptId, NoteId, SourceId } from '../../src-main/common/contract/entities.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../support/engine.ts';

let app: TestEngine;

beforeEach(() => {
  app = openTestEngine();
});

const importText = async (text: string, fileName: string): Promise<SourceId> =>
  (await app.run('source.import', { bytes: bytesOf(text), fileName })).id;

const kinds = async (): Promise<readonly TrashKind[]> =>
  (await app.run('trash.list', {})).items.map(({ kind }) => kind).toSorted();

async function empty(most?: number): Promise<Record<TrashKind, number>> {
  const sum = {
    source: 0,
    excerpt: 0,
    claim: 0,
    note: 0,
    tag: 0,
    collection: 0,
    'saved-search': 0,
    template: 0,
    'kept-search': 0,
  };
  for (;;) {
    const { removed, left } = await app.run('trash.empty', most === undefined ? {} : { most });
    for (const kind of Object.keys(sum) as TrashKind[]) sum[kind] += removed[kind];
    if (left === 0) return sum;
  }
}

/** All that the file says, and whether it is sound. */
function dump(): string {
  const database = new Database(app.path, { readonly: true });
  try {
    expect(database.pragma('foreign_key_check')).toEqual([]);
    const tables = database
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%' AND name NOT LIKE 'sqlite_%'",
      )
      .all() as { name: string }[];
    return tables
      .map(({ name }) => JSON.stringify(database.prepare(`SELECT * FROM ${name}`).all()))
      .join('\n');
  } finally {
    database.close();
  }
}

/** One of each kind, all in the trash, beside one of each that stays. */
async function fill(): Promise<{
  readonly source: SourceId;
  readonly excerpt: ExcerptId;
  readonly note: NoteId;
}> {
  const source = await importText('Zebra\nThe zebra costs 412 million.', 'zebra.txt');
  const excerpt = (await app.run('excerpt.add', { source, quote: 'zebra costs', tags: ['stripes'] })).excerpt
    .id;
  const evidence = [{ excerpt, stance: 'supports' as const }];
  const { claim } = await app.run('claim.add', { statement: 'A zebra is dear.', evidence });
  await app.run('claim.verify', { id: claim.id, reason: 'The zebra said so.' });
  await app.run('diligence.add', { claim: claim.id, query: 'zebra stable', note: 'No zebra.' });
  const other = (await app.run('claim.add', { statement: 'Herons are cheap.' })).claim.id;
  const kept = await app.run('diligence.add', { claim: other, query: 'zebra market' });
  await app.run('diligence.remove', { id: kept.search.id });
  const note = (await app.run('note.add', { title: 'On the zebra', body: 'Zebra again.' })).note.id;
  await app.run('note.edit', { id: note, body: 'Zebra, and again zebra.' });
  const { collection } = await app.run('collection.add', { name: 'Zebras', sources: [source] });
  const { search } = await app.run('saved.add', { name: 'Zebra', query: 'zebra', filters: {} });
  await app.run('saved.remove', { id: search.id });
  await app.run('collection.remove', { id: collection.id });
  await app.run('note.remove', { id: note });
  await app.run('claim.remove', { id: claim.id });
  await app.run('source.remove', { id: source });
  return { source, excerpt, note };
}

describe('the trash', () => {
  it('lists what was deleted by itself, not what lies there with its source', async () => {
    await fill();
    expect(await kinds()).toEqual(['claim', 'collection', 'kept-search', 'note', 'saved-search', 'source']);
    expect((await app.run('notebook.info', {})).counts.trash).toBe(6);
  });

  it('gives several things back in one step', async () => {
    await fill();
    const { items } = await app.run('trash.list', {});
    expect(await app.run('trash.restore', { items: items.map(({ kind, id }) => ({ kind, id })) })).toEqual({
      changed: 6,
    });
    expect(await kinds()).toEqual([]);
    await app.run('history.undo', {});
    expect(await kinds()).toHaveLength(6);
  });

  it('says so where a thing is not there', async () => {
    expect(await app.codeOf('trash.restore', { items: [{ kind: 'claim', id: 'no' }] })).toBe('not-found');
  });
});

describe('emptying the trash', () => {
  it.each([500, 1, 2])('leaves no word of what was in it, %i at a time', async (most) => {
    const before = await importText('Heron\nThe heron stays.', 'heron.txt');
    const kept = (await app.run('excerpt.add', { source: before, quote: 'The heron stays' })).excerpt.id;
    await app.run('claim.add', { statement: 'It stays.', evidence: [{ excerpt: kept, stance: 'supports' }] });
    await fill();
    const removed = await empty(most);
    expect(removed).toMatchObject({
      source: 1,
      claim: 1,
      note: 1,
      collection: 1,
      'saved-search': 1,
      'kept-search': 1,
    });
    expect(dump()).not.toMatch(/zebra/i);
    expect(dump()).toContain('The heron stays');
    const check = await app.run('notebook.check', {});
    expect(check.problems).toEqual([]);
  });

  it('does nothing where it is empty, and is no step of undo', async () => {
    await app.run('note.add', { title: 'Here', body: '' });
    expect((await app.run('trash.empty', {})).left).toBe(0);
    expect((await app.run('history.next', {})).undo?.command).toBe('note.add');
  });

  it('leaves undo of everything else as it was', async () => {
    const source = await importText('Heron\nThe heron stays.', 'heron.txt');
    await app.run('source.edit', { id: source, title: 'Grey heron', tags: ['bird'] });
    const gone = await importText('Zebra\nThe zebra goes.', 'zebra.txt');
    await app.run('sources.tag', { ids: [source, gone], tags: ['both'] });
    await app.run('source.remove', { id: gone });
    await empty();
    await app.run('history.undo', {});
    expect((await app.run('source.get', { id: source })).source.tags).toEqual(['bird']);
    await app.run('history.undo', {});
    expect((await app.run('source.get', { id: source })).source.title).toBe('Heron');
    await app.run('history.redo', {});
    await app.run('history.redo', {});
    expect((await app.run('source.get', { id: source })).source.tags).toEqual(['bird', 'both']);
  });

  it('keeps undo from pointing to what is gone', async () => {
    const original = await importText('Original\nThe text itself.', 'a.txt');
    const source = await importText('Copy\nAnother text, translated.', 'b.txt');
    await app.run('source.edit', { id: source, translationOf: original });
    await app.run('source.edit', { id: source, translationOf: null });
    await app.run('source.remove', { id: original });
    await empty();
    for (let step = 0; step < 2; step++) if (!(await app.codeOf('history.undo', {}))) continue;
    expect((await app.run('notebook.check', {})).problems).toEqual([]);
    expect(dump()).not.toContain('The text itself');
  });

  it('keeps the bytes that another source has too', async () => {
    const bytes = bytesOf('<p>One and the same text, word for word.');
    const first = await app.run('source.import', { bytes, fileName: 'one.html' });
    await app.run('source.remove', { id: first.id });
    const second = await app.run('source.import', { bytes, fileName: 'two.html' });
    await empty();
    expect(second.id).not.toBe(first.id);
    expect((await app.run('source.original', { version: second.versionId })).bytes).toEqual(
      Buffer.from(bytes),
    );
    expect((await app.run('notebook.check', {})).problems).toEqual([]);
  });

  it('takes a tag from what carries it', async () => {
    const source = await importText('Heron\nThe heron stays.', 'heron.txt');
    await app.run('source.edit', { id: source, tags: ['bird'] });
    await app.run('history.undo', {});
    await empty();
    expect((await app.run('tag.list', {})).tags).toEqual([]);
    expect(await app.codeOf('history.redo', {})).toBe('not-found');
  });
});
