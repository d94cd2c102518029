import { expect, it } from 'vitest';
import { openTestEngine } from '../../support/engine.ts';

it('what filters and facets know of a claim or a note is as new as its last change', async () => {
  const { run } = openTestEngine();
  const tags = ['cost'];
  const { id } = (await run('claim.add', { statement: 'The port costs 412 million.', tags })).claim;
  const other = (await run('claim.add', { statement: 'The port opens in May.', tags })).claim.id;
  const note = (await run('note.add', { title: 'The port', body: 'To ask.' })).note.id;
  const found = async (filters: { status?: 'verified' | 'disputed' | 'unreviewed'; tag?: string }) =>
    (await run('search.query', { query: 'port', facets: true, ...filters })).hits
      .map((hit) => hit.id)
      .toSorted();
  expect(await found({ status: 'unreviewed' })).toEqual([id, other].toSorted());
  expect(await found({ tag: 'cost' })).toEqual([id, other].toSorted());

  await run('claim.verify', { id, reason: 'Two agree.' });
  expect(await found({ status: 'verified' })).toEqual([id]);
  await run('claim.dispute', { id, reason: 'A third differs.' });
  await run('claim.dispute', { id: other, reason: 'So does it here.' });
  expect(await found({ status: 'disputed' })).toEqual([id, other].toSorted());
  await run('history.undo', {});
  expect(await found({ status: 'disputed' })).toEqual([id]);

  await run('note.edit', { id: note, tags });
  expect(await found({ tag: 'cost' })).toEqual([id, other, note].toSorted());
  await run('claims.tag', { ids: [id, other], untag: tags });
  expect(await found({ tag: 'cost' })).toEqual([note]);
  await run('tag.remove', { tag: 'cost' });
  expect(await found({ tag: 'cost' })).toEqual([]);
});
