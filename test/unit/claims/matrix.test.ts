import { describe, expect, it } from 'vitest';
import type { ClaimId, SourceId, Stance } from '../../../src-main/common/contract/entities.ts';
import { arrangeColumns, nameOriginals } from '../../../src-main/core/claims/matrix-columns.ts';
import { matrixCells, weighClaim } from '../../../src-main/core/claims/matrix.ts';
import { bytesOf, openTestEngine } from '../../support/engine.ts';

const placesOf = (...sources: readonly string[]): ReadonlyMap<SourceId, number> =>
  new Map(sources.map((source, at) => [source as SourceId, at]));

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
    expect(weighClaim(wire)).toEqual({
      ...{ supports: 1, disputes: 0, balance: 'verified', flips: [] },
      flippingOrigins: [{ origin: 'Reuters', sources: 5 }],
    });
    const denied = weighClaim([...wire, ...told(['f', 'disputes'])]);
    expect(denied).toMatchObject({ supports: 1, disputes: 1, balance: 'open', flips: ['f'] });
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
      matrixCells(told(...all.map((stance) => ['a', stance] as const)), placesOf('a'))[0]?.stance;
    expect(stances('supports', 'mentions')).toBe('supports');
    expect(stances('supports', 'disputes')).toBe('both');
    expect(stances('mentions')).toBe('mentions');
  });

  it('repeats where a column before it says the same for the same origin, and only there', () => {
    const evidence = told(
      ['a', 'supports', 'Reuters'],
      ['b', 'supports', 'reuters '],
      ['c', 'disputes', 'Reuters'],
      ['d', 'supports', 'Reuters'],
      ['d', 'supports'],
      ['e', 'mentions', 'Reuters'],
    );
    const repeats = matrixCells(evidence, placesOf('b', 'a', 'c', 'd', 'e')).map(
      ({ source, isRepeat }) => [source, isRepeat] as const,
    );
    expect(repeats).toEqual([
      ['b', false],
      ['a', true],
      ['c', false],
      ['d', false],
      ['e', false],
    ]);
  });
});

describe('columns', () => {
  it('stand together by whom they repeat, the origin itself first, the largest group first', () => {
    const source = (id: string, site: string | null = null) => ({
      ...{ id: id as SourceId, title: `Title ${id}`, site, byline: null },
    });
    const evidence = told(
      ['a', 'supports'],
      ['b', 'supports', 'Nordet'],
      ['c', 'supports', ' nordet'],
      ['c', 'mentions', 'nordet'],
      ['c', 'mentions'],
      ['d', 'supports'],
    );
    const columns = arrangeColumns([source('a'), source('b'), source('c'), source('d', 'NORDET')], evidence);
    expect(columns.map(({ id, origin, isOrigin }) => [id, origin, isOrigin])).toEqual([
      ['d', 'Nordet', true],
      ['b', 'Nordet', false],
      ['c', 'Nordet', false],
      ['a', '', false],
    ]);
  });
});

describe('an original', () => {
  const source = (id: string, site: string) =>
    [id as SourceId, { id: id as SourceId, title: `Title ${id}`, site, byline: null }] as const;

  it('is one voice with who names it, unless several are called so', () => {
    const evidence = told(['a', 'supports'], ['b', 'supports', 'NORDET'], ['c', 'supports']);
    const one = new Map([source('a', 'Nordet'), source('b', 'Echo'), source('c', 'Echo')]);
    expect(weighClaim(nameOriginals(evidence, one))).toMatchObject({ supports: 2 });
    const several = new Map([source('a', 'Nordet'), source('b', 'Echo'), source('c', 'Nordet')]);
    expect(weighClaim(nameOriginals(evidence, several))).toMatchObject({ supports: 3 });
  });

  it('of another claim stays its own', () => {
    const evidence = told(['a', 'supports'], ['b', 'supports', 'Nordet']).map((each, at) => ({
      ...each,
      claim: `c${at}` as ClaimId,
    }));
    expect(nameOriginals(evidence, new Map([source('a', 'Nordet')]))).toEqual(evidence);
  });
});

describe('the matrix of some sources', () => {
  it('has the claims that they bear on, weighed by all their evidence', async () => {
    const app = openTestEngine();
    const sources = [];
    for (const text of ['First\nIt was so then.', 'Second\nIt was so later.', 'Third\nIt was not so.']) {
      const { id } = await app.run('source.import', { bytes: bytesOf(text), fileName: 'a.txt' });
      sources.push(id);
    }
    const [first, second, third] = sources;
    if (!first || !second || !third) throw new Error('no sources');
    const quote = async (source: SourceId, words: string) =>
      (await app.run('excerpt.add', { source, quote: words })).excerpt.id;
    const [yes, again, no] = [
      await quote(first, 'It was so then'),
      await quote(second, 'It was so later'),
      await quote(third, 'It was not so'),
    ];
    const { claim } = await app.run('claim.add', {
      statement: 'It was so.',
      evidence: [
        { excerpt: yes, stance: 'supports' },
        { excerpt: again, stance: 'supports' },
        { excerpt: no, stance: 'disputes' },
      ],
    });
    await app.run('claim.add', { statement: 'Nobody says so.' });
    const { collection } = await app.run('collection.add', { name: 'Doubts', sources: [third] });
    for (const query of [{ sources: [third] }, { collection: collection.id }]) {
      const matrix = await app.run('claim.matrix', query);
      expect(matrix.claims).toMatchObject([
        { id: claim.id, supports: 2, disputes: 1, sources: 3, origins: 3, balance: 'verified' },
      ]);
      expect(matrix.sources.map(({ id }) => id)).toEqual([third]);
      expect(matrix.cells).toMatchObject([{ source: third, stance: 'disputes', isRepeat: false }]);
    }
    expect((await app.run('claim.matrix', {})).claims).toHaveLength(2);
    expect(await app.run('claim.matrix', { claims: [claim.id], sources: [] })).toMatchObject({
      claims: [{ id: claim.id }],
      sources: [],
      cells: [],
    });
    expect(await app.run('claim.matrix', { sources: [] })).toMatchObject({ claims: [] });
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
    "\ufeffclaim,status,supports,disputes,balance,flips,flippingOrigins,'=1+1\r\nIt is so.,unreviewed,1,0,verified,'=1+1,,supports\r\n",
  );
  await app.run('source.remove', { id });
  expect(await app.run('claim.matrix', {})).toMatchObject({ sources: [], cells: [], csv: null });
});
