import { expect, it } from 'vitest';
import { createHarness } from './harness.ts';
import { makeMatrixNotebook } from '../../support/matrix-notebook.ts';

it('shows the matrix as signs with who stands where, as JSON, and as CSV alone', async () => {
  const { path, sources } = await makeMatrixNotebook();
  const { run, json } = createHarness();
  const call = (...args: readonly string[]) => run('claim', 'matrix', '--notebook', path, ...args);
  const { out, code } = await call();
  expect(code).toBe(0);
  const cost = out.split('\n').find((line) => line.includes('Line D will cost'));
  expect(cost).toMatch(/≠ Disputed .* 1 : 1 .*\+ +\(\+\) +\(\+\)/);
  expect(out).toMatch(/\n\d {2}Line D is announced \(Lauzan Matin\) \[Metropolis\]/);
  const matrix = await json('claim', 'matrix', '--notebook', path, '--source', sources[5] ?? '');
  expect(matrix.sources).toHaveLength(1);
  expect(matrix.claims).toHaveLength(2);
  expect(matrix).not.toHaveProperty('csv');
  expect((await call('--csv', '--status', 'verified')).out).toMatch(/^\ufeffclaim,status,/);
});

it('lists the quotations that changed with the words that differ, and says where there are none', async () => {
  const { path, sources } = await makeMatrixNotebook();
  const { run, json } = createHarness();
  const { quotations, left } = await json('excerpt', 'changed', '--notebook', path);
  expect(left).toBe(0);
  expect(quotations.map(({ sourceId }: { sourceId: string }) => sourceId)).toContain(sources[3]);
  const { out } = await run('excerpt', 'changed', sources[3] ?? '', '--notebook', path);
  expect(out).toContain('[-sentence-] 1 [-says-] what');
  expect(out).toContain('{+line+} 1 {+denies+} what');
  expect(out).toContain('≠ Disputed  Line D will cost 486 million');
  const none = await run('excerpt', 'changed', sources[0] ?? '', '--notebook', path);
  expect(none.out).toContain('No quotation has changed.');
});
