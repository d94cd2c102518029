import { describe, expect, it } from 'vitest';
import type { ClaimId, SourceId, Stance } from '../../../src-main/common/contract/entities.ts';
import { matrixCells, weighClaim } from '../../../src-main/core/claims/matrix.ts';
import { bytesOf, openTestEngine } from '../../support/engine.ts';

const told = (...rows: readonly (readonly [source: string, stance: Stance, origin?: string])[]) =>
  rows.map(([source, stance, origin = '']) => ({
    claim: 'c' as ClaimId,
    source: source as SourceId,
    stance,
    origin,
  }));

describe('the balance of a claim', () => {
  it('counts five articles that repeat one wire story as one origin', () => {
    const wire = told(
      ...['a', 'b', 'c', 'd', 'e'].map((source) => [source, 'supports', ' Reuters'] as const),
    );
    expect(weighClaim(wire)).toEqual({ supports: 1, disputes: 0, balance: 'verified', flips: [] });
    const denied = weighClaim([...wire, ...told(['f', 'disputes'])]);
    expect(denied).toEqual({ supports: 1, disputes: 1, balance: 'open', flips: ['f'] });
  });

  it.each([
    [told(), 'open', []],
    [told(['a', 'mentions']), 'open', []],
    [told(['a', 'supports']), 'verified', ['a']],
    [told(['a', 'supports'], ['b', 'supports']), 'verified', []],
    [told(['a', 'supports'], ['b', 'supports'], ['c', 'disputes']), 'verified', ['a', 'b']],
    [told(['a', 'disputes'], ['b', 'disputes'], ['c', 'supports']), 'disputed', ['a', 'b']],
    // Who takes both sides counts on neither, until one of the two is gone.
    [told(['a', 'supports', 'X'], ['b', 'disputes', 'x']), 'open', ['a', 'b']],
    [told(['a', 'supports'], ['a', 'supports', 'X'], ['b', 'disputes']), 'verified', ['a']],
  ] as const)('of %j is %s, and flips without %j', (evidence, balance, flips) => {
    expect(weighClaim(evidence)).toMatchObject({ balance, flips });
  });
});

describe('a cell', () => {
  it('says what all passages of a source do together', () => {
    const stances = (...all: Stance[]) =>
      matrixCells(told(...all.map((stance) => ['a', stance] as const)))[0]?.stance;
    expect(stances('supports', 'mentions')).toBe('supports');
    expect(stances('supports', 'disputes')).toBe('both');
    expect(stances('mentions')).toBe('mentions');
  });
});

it('is answered with its sources, and as a table that no spreadsheet runs', async () => {
  const app = openTestEngine();
  const { id } = await app.run('source.import', {
    bytes: bytesOf('=Title\nThe first says so.'),
    fileName: 'a.txt',
    title: '=1+1',
  });
  const { excerpt } = await app.run('excerpt.add', { source: id, quote: 'The first says so' });
  const evidence = [{ excerpt: excerpt.id, stance: 'supports', origin: 'Nordet' } as const];
  await app.run('claim.add', { statement: 'It is so.', evidence });
  const matrix = await app.run('claim.matrix', { csv: true });
  expect(matrix.claims).toMatchObject([{ supports: 1, disputes: 0, balance: 'verified', flips: [id] }]);
  expect(matrix.cells).toMatchObject([{ source: id, stance: 'supports', passages: 1, origins: ['Nordet'] }]);
  expect(matrix.csv).toBe(
    "\ufeffclaim,status,supports,disputes,balance,flips,'=1+1\r\nIt is so.,unreviewed,1,0,verified,'=1+1,supports\r\n",
  );
  await app.run('source.remove', { id });
  expect(await app.run('claim.matrix', {})).toMatchObject({ sources: [], cells: [], csv: null });
});
