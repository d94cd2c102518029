import { expect, it } from 'vitest';
import { createHarness } from './harness.ts';

it('keeps the ledger from the command line: due, recheck, supersede, diligence, as of', async () => {
  const { run, json } = createHarness();
  const { claim } = await json('claim', 'add', 'The plant costs 412 million.');
  const { claim: newer } = await json('claim', 'add', 'The plant costs 430 million.');
  expect((await json('claim', 'recheck', claim.id, '--by', '2020-05-01')).claim.recheckBy).toBe('2020-05-01');
  expect((await json('claim', 'due')).claims.map(({ id }: { id: string }) => id)).toEqual([claim.id]);
  expect((await run('claim', 'due')).out).toContain('2020-05-01');
  expect((await json('claim', 'recheck', claim.id, '--never')).claim).not.toHaveProperty('recheckBy');
  expect((await run('claim', 'recheck', claim.id)).code).toBe(2);
  expect((await json('claim', 'supersede', claim.id, newer.id)).claim.supersededBy).toBe(newer.id);
  const circle = await run('claim', 'supersede', newer.id, claim.id);
  expect(circle.code).toBe(1);
  expect(circle.err).toContain('circle');
  const { search } = await json('claim', 'diligence', claim.id, 'denial', '--note', 'No denial.');
  expect(search).toMatchObject({ query: 'denial', hits: 0, note: 'No denial.' });
  expect((await json('claim', 'diligence', claim.id)).searches).toHaveLength(1);
  expect((await json('claim', 'list', '--as-of', '2020-01-01')).claims).toEqual([]);
  expect((await json('claim', 'list')).claims).toHaveLength(2);
});

it.each([
  ['en_GB.UTF-8', /needs its reason/],
  ['fr_FR.UTF-8', /besoin de son motif/],
])('refuses bad claims with words, in %s', async (LANG, words) => {
  const { run, json } = createHarness({ env: { LANG } });
  const { claim } = await json('claim', 'add', 'So.');
  const refused = await run('claim', 'verify', claim.id, '--reason', ' ');
  expect(refused.err).toMatch(words);
  const long = await run('claim', 'add', 'x'.repeat(1_000_000));
  expect(long.code).toBe(1);
  expect(long.err).toMatch(/10\D?000/);
  expect((await run('claim', 'add', ' ')).err).toMatch(/words|mots/);
});
