import { expect, it } from 'vitest';
import { createHarness } from './harness.ts';

it('writes, changes, lists and removes notes', async () => {
  const { json, run } = createHarness({ stdin: '# From a pipe\n\nWords.' });
  const { note } = await json('note', 'add', 'To ask', '--body', '-', '--tag', 'todo');
  expect(note).toMatchObject({ title: 'To ask', body: '# From a pipe\n\nWords.', tags: ['todo'] });
  await json('note', 'edit', note.id, '--title', 'Asked', '--untag', 'todo');
  expect((await json('note', 'show', note.id)).note).toMatchObject({ title: 'Asked', tags: [] });
  expect((await run('note', 'show', note.id)).out).toContain('Words.');
  expect((await json('note', 'list')).notes).toHaveLength(1);
  expect((await json('note', 'list', '--tag', 'todo')).notes).toEqual([]);
  expect(await json('note', 'remove', note.id)).toEqual({ removed: note.id });
  expect((await json('note', 'show', note.id)).error.code).toBe('not-found');
});

it('keeps sources in collections, by name', async () => {
  const { json } = createHarness({ stdin: 'Alpha\n\nThe port costs 412 million euros.' });
  const [source] = (await json('import', '-')).sources;
  const { collection } = await json('collection', 'add', 'Ports', source.id);
  expect(collection).toMatchObject({ name: 'Ports', sources: [source.id] });
  expect((await json('sources', '--collection', 'ports')).sources).toHaveLength(1);
  expect((await json('search', 'million', '--collection', 'Ports')).total).toBe(1);
  await json('collection', 'exclude', 'Ports', source.id);
  expect((await json('search', 'million', '--collection', 'Ports')).total).toBe(0);
  expect((await json('collection', 'rename', 'Ports', 'Harbours')).collection.name).toBe('Harbours');
  expect((await json('sources', '--collection', 'Ports')).error.code).toBe('not-found');
  await json('collection', 'remove', 'Harbours');
  expect((await json('collection', 'list')).collections).toEqual([]);
});

it('saves a search with its filters, runs it, and replaces it under its name', async () => {
  const { json, run } = createHarness({ stdin: 'Alpha\n\nThe port costs 412 million euros.' });
  await json('import', '-');
  await json('search', 'million', '--in', 'sources', '--save', 'Costs');
  expect((await json('search', '--saved', 'costs')).total).toBe(1);
  await json('search', 'nothing', '--save', 'COSTS');
  expect((await json('search', '--saved', 'Costs')).total).toBe(0);
  expect((await json('saved', 'list')).searches).toMatchObject([{ name: 'Costs', query: 'nothing' }]);
  expect((await run('search')).code).toBe(2);
  await json('saved', 'remove', 'Costs');
  expect((await json('search', '--saved', 'Costs')).error.code).toBe('not-found');
});

it('empties the trash only where it is told that it is meant', async () => {
  const { json, run } = createHarness({ stdin: 'Alpha\n\nThe port costs 412 million euros.' });
  const [source] = (await json('import', '-')).sources;
  await json('source', 'remove', source.id);
  expect((await run('trash', 'empty')).code).toBe(2);
  expect((await json('trash', 'list')).items).toMatchObject([
    { kind: 'source', id: source.id, title: 'Alpha' },
  ]);
  expect((await json('trash', 'empty', '--yes')).removed.source).toBe(1);
  expect((await run('trash', 'list')).out.trim()).toBe('The trash is empty.');
});
