import { beforeEach, describe, expect, it } from 'vitest';
import type { CollectionId } from '../../src-main/common/contract/collections.ts';
import type { SourceId } from '../../src-main/common/contract/entities.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../support/engine.ts';

let app: TestEngine;
let ids: SourceId[];
let shelf: CollectionId;

async function addSource(name: string): Promise<SourceId> {
  return (
    await app.run('source.import', {
      bytes: bytesOf(`${name}\nThe port of ${name}.`),
      fileName: `${name}.txt`,
    })
  ).id;
}

const sourcesOf = async (id: CollectionId): Promise<readonly SourceId[]> =>
  (await app.run('collection.list', {})).collections.find((each) => each.id === id)?.sources ?? [];

beforeEach(async () => {
  app = openTestEngine();
  ids = [];
  for (const name of ['Alpha', 'Beta', 'Gamma', 'Delta']) ids.push(await addSource(name));
  shelf = (await app.run('collection.add', { name: 'Ports', sources: ids })).collection.id;
});

describe('a collection', () => {
  it('holds its sources in the order that they were given', async () => {
    expect(await sourcesOf(shelf)).toEqual(ids);
    const { sources } = await app.run('source.list', { collection: shelf });
    expect(sources.map(({ id }) => id)).toEqual(ids);
  });

  it.each([
    [0, 3, [1, 2, 3, 0]],
    [3, 0, [3, 0, 1, 2]],
    [1, 2, [0, 2, 1, 3]],
    [2, 99, [0, 1, 3, 2]],
  ])('puts its source %i at place %i', async (from, to, order) => {
    const source = ids[from] ?? ids[0]!;
    await app.run('collection.arrange', { id: shelf, source, to });
    expect(await sourcesOf(shelf)).toEqual(order.map((at) => ids[at]));
    await app.run('history.undo', {});
    expect(await sourcesOf(shelf)).toEqual(ids);
  });

  it('keeps its order however often two sources change places', async () => {
    for (let turn = 0; turn < 40; turn++)
      await app.run('collection.arrange', { id: shelf, source: ids[turn % 2]!, to: 1 });
    expect(await sourcesOf(shelf)).toEqual([ids[0], ids[1], ids[2], ids[3]]);
  });

  it('takes a source once, and takes it back at its end', async () => {
    await app.run('collection.include', { id: shelf, sources: [ids[0]!, ids[0]!] });
    expect(await sourcesOf(shelf)).toEqual(ids);
    await app.run('collection.exclude', { id: shelf, sources: [ids[0]!] });
    await app.run('collection.include', { id: shelf, sources: [ids[0]!] });
    expect(await sourcesOf(shelf)).toEqual([ids[1], ids[2], ids[3], ids[0]]);
  });

  it('leaves out what is in the trash, and has it again afterwards', async () => {
    await app.run('source.remove', { id: ids[1]! });
    expect(await sourcesOf(shelf)).toEqual([ids[0], ids[2], ids[3]]);
    await app.run('source.restore', { id: ids[1]! });
    expect(await sourcesOf(shelf)).toEqual(ids);
  });

  it('has a name of its own, case and normal form aside', async () => {
    expect(await app.codeOf('collection.add', { name: '  PORTS ' })).toBe('duplicate');
    expect(await app.codeOf('collection.add', { name: '\n' })).toBe('invalid');
    expect(await app.codeOf('collection.add', { name: 'x'.repeat(201) })).toBe('too-large');
    await app.run('collection.rename', { id: shelf, name: 'ports' });
    await app.run('collection.remove', { id: shelf });
    expect(await app.codeOf('collection.add', { name: 'Ports' })).toBeNull();
    expect(await app.codeOf('trash.restore', { items: [{ kind: 'collection', id: shelf }] })).toBe(
      'duplicate',
    );
  });

  it('is put among the others', async () => {
    const other = (await app.run('collection.add', { name: 'Later' })).collection.id;
    await app.run('collection.move', { id: other, to: 0 });
    const { collections } = await app.run('collection.list', {});
    expect(collections.map(({ name }) => name)).toEqual(['Later', 'Ports']);
  });

  it('takes none of several sources where one is not there', async () => {
    const empty = (await app.run('collection.add', { name: 'Empty' })).collection.id;
    const sources = [ids[0]!, 'nothing' as SourceId];
    expect(await app.codeOf('collection.include', { id: empty, sources })).toBe('not-found');
    expect(await sourcesOf(empty)).toEqual([]);
  });

  it('narrows a search to its sources, its facets too', async () => {
    await app.run('collection.exclude', { id: shelf, sources: ids.slice(2) });
    await app.run('claim.add', { statement: 'The port is there.' });
    const answer = await app.run('search.query', { query: 'port', collection: shelf, facets: true });
    expect(answer.hits.map(({ sourceId }) => sourceId).toSorted()).toEqual(ids.slice(0, 2).toSorted());
    expect(answer.total).toBe(2);
    expect(answer.facets?.kind).toEqual([{ value: 'passage', count: 2 }]);
    const none = await app.run('search.query', { query: 'port', collection: 'nothing' as CollectionId });
    expect(none.total).toBe(0);
  });

  it('is what an export carries', async () => {
    await app.run('collection.exclude', { id: shelf, sources: ids.slice(1) });
    const { files } = await app.run('export.run', { format: 'html', collection: shelf });
    const page = files.map(({ content }) => content).join('');
    expect(page).toContain('Alpha');
    expect(page).not.toContain('Beta');
    expect(await app.codeOf('export.run', { format: 'html', collection: 'no' as CollectionId })).toBe(
      'not-found',
    );
  });
});

describe('many sources at once', () => {
  it('are tagged and untagged in one step', async () => {
    const { changed } = await app.run('sources.tag', { ids, tags: ['coast', 'Old'] });
    expect(changed).toBe(4);
    await app.run('sources.tag', { ids: ids.slice(0, 2), untag: ['old'] });
    const tags = async (): Promise<unknown> =>
      (await app.run('source.list', {})).sources.map((source) => source.tags.length).toSorted();
    expect(await tags()).toEqual([1, 1, 2, 2]);
    await app.run('history.undo', {});
    expect(await tags()).toEqual([2, 2, 2, 2]);
    await app.run('history.undo', {});
    expect(await tags()).toEqual([0, 0, 0, 0]);
  });

  it('go to the trash and come back in one step, and none goes where one is not there', async () => {
    expect(await app.codeOf('sources.remove', { ids: [...ids, 'no' as SourceId] })).toBe('not-found');
    await app.run('sources.remove', { ids });
    expect((await app.run('source.list', {})).sources).toEqual([]);
    const { undo } = await app.run('history.next', {});
    expect(undo).toMatchObject({ command: 'sources.remove', subject: '× 4' });
    await app.run('history.undo', {});
    expect((await app.run('source.list', {})).sources).toHaveLength(4);
  });
});

describe('a saved search', () => {
  it('keeps the words and the filters, under one name', async () => {
    const filters = { in: ['claim' as const], status: 'verified' as const, from: '2018', collection: shelf };
    const { search } = await app.run('saved.add', { name: 'Checked', query: '"a port" -alpha', filters });
    expect(search).toMatchObject({ name: 'Checked', query: '"a port" -alpha', filters });
    expect(await app.codeOf('saved.add', { name: 'checked', query: '', filters: {} })).toBe('duplicate');
    await app.run('saved.edit', { id: search.id, query: 'port', filters: {} });
    await app.run('history.undo', {});
    expect((await app.run('saved.list', {})).searches).toEqual([search]);
  });
});
