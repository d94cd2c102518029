/** `export --format archive` and `restore`, as typed. */
import { expect, it } from 'vitest';
import { createHarness } from './harness.ts';

it('makes a notebook anew from an archive, and counts what came back', async () => {
  const { run, json } = createHarness();
  await run('claim', 'add', 'It rains.', '--tag', 'weather');
  expect((await run('export', '--format', 'archive', '--out', 'a.zip')).code).toBe(0);
  expect(await json('restore', 'a.zip', '--notebook', 'new.dossier')).toEqual({
    ...{ sources: 0, excerpts: 0, claims: 1, tags: 1 },
  });
  const { claims } = (await json('claim', 'list', '--notebook', 'new.dossier')) as {
    claims: { statement: string }[];
  };
  expect(claims.map(({ statement }) => statement)).toEqual(['It rains.']);
  expect((await run('restore', 'a.zip', '--notebook', 'new.dossier')).code).toBe(1);
  expect((await run('restore', 'a.zip')).code).toBe(2);
  expect((await run('restore', 'gone.zip', '--notebook', 'other.dossier')).code).toBe(1);
});
