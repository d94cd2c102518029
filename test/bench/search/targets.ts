/**
 * What search must keep, each with what was measured and whether it holds. Times of two engines are compared within
 * one run only. Queries are judged like with like: ids and scores of the first page on both sides (« Dossier
 * (ids) »); beside that stands what whole answers, with titles, snippets and marks, would give.
 */
import type { EngineFigures, SizeFigures, Verdict } from './report.ts';
import { OURS_IDS } from './subjects/ours-ids.ts';
import { OURS } from './subjects/ours.ts';

/** Undefined where it was not measured. */
type Figure = number | undefined;

interface Target {
  readonly name: string;
  /** The size of which it is asked. */
  readonly at: number;
  readonly least?: number;
  readonly most?: number;
  read(figures: Figures): Figure;
}

/** By name. */
class Figures {
  constructor(readonly size: SizeFigures) {}

  of(name: string, read: (engine: EngineFigures) => Figure): Figure {
    const engine = this.size.engines.find((one) => one.name === name);
    return engine ? read(engine) : undefined;
  }

  /** How many times as much `theirs` has as `own`. */
  ratio(theirs: string, own: string, read: (engine: EngineFigures) => Figure): Figure {
    const [high, low] = [this.of(theirs, read), this.of(own, read)];
    return high === undefined || low === undefined ? undefined : high / low;
  }
}

const LARGE = 100_000;
const MIDDLE = 10_000;

const mixed = ({ queries }: EngineFigures): Figure => queries.mixed?.p95;

/** Both ways of asking ours; the first is the one that is like its peers. */
const WAYS = [
  [OURS_IDS, 'ids'],
  [OURS, 'whole answers'],
] as const;

const QUERY_TARGETS: readonly Target[] = WAYS.flatMap(([own, way]): Target[] => [
  ratio(`mixed p95, lunr / ours (${way})`, 30, 'lunr', own, mixed),
  ratio(`mixed p95, MiniSearch / ours (${way})`, 10, 'MiniSearch', own, mixed),
  ...(['one', 'two', 'prefix'] as const).map((load) =>
    ratio(`${load} p50, FTS5 / ours (${way})`, 1, 'SQLite FTS5', own, ({ queries }) => queries[load]?.p50),
  ),
  ...(['rare', 'fuzzy'] as const).map((load): Target => {
    const read = ({ queries }: EngineFigures): Figure => queries[load]?.p50;
    return {
      name: `${load} p50, ours (${way}) / lunr, or 0 where below 0.2 ms`,
      at: LARGE,
      most: 2,
      read: (figures) => ((figures.of(own, read) ?? 1) < 0.2 ? 0 : figures.ratio(own, 'lunr', read)),
    };
  }),
]);

const TARGETS: readonly Target[] = [
  ...QUERY_TARGETS,
  time('added and found, p95 ms', 5, ({ changes }) => changes?.addAndFind.p95),
  time('prefix while adding, p95 ms', 5, ({ changes }) => changes?.prefixWhileAdding.p95),
  {
    name: 'additions meanwhile',
    at: LARGE,
    least: 3000,
    read: (figures) => figures.of(OURS, ({ changes }) => changes?.changes),
  },
  ratio('cold start, lunr / ours', 20, 'lunr', OURS, ({ cold }) => cold?.coldMs),
  ratio('heap, lunr / ours', 15, 'lunr', OURS, ({ cold }) => cold?.heapBytes),
  ratio('stored, lunr / ours', 4, 'lunr', OURS, ({ build }) => build?.storedBytes),
  { ...ratio('build, lunr / ours', 4, 'lunr', OURS, ({ build }) => build?.buildMs), at: MIDDLE },
  { ...ratio('build, MiniSearch / ours', 1, 'MiniSearch', OURS, ({ build }) => build?.buildMs), at: MIDDLE },
  {
    name: 'worst query, first time asked, ms',
    at: LARGE,
    most: 200,
    read: ({ size }) => most(size.worst.map(({ ms, firstMs }) => Math.max(ms, firstMs))),
  },
];

function ratio(
  name: string,
  least: number,
  theirs: string,
  own: string,
  read: (engine: EngineFigures) => Figure,
): Target {
  return { name, at: LARGE, least, read: (figures) => figures.ratio(theirs, own, read) };
}

function time(name: string, most: number, read: (engine: EngineFigures) => Figure): Target {
  return { name, at: LARGE, most, read: (figures) => figures.of(OURS, read) };
}

const most = (values: readonly number[]): Figure => (values.length > 0 ? Math.max(...values) : undefined);

/** Removing is not to cost more among more: with room for noise, and for SQLite's trees being one level deeper. */
const GROWTH = 2;

function judgeRemoval(sizes: readonly SizeFigures[]): Verdict[] {
  const removal = sizes.flatMap((size) => {
    const p50 = new Figures(size).of(OURS, ({ changes }) => changes?.removal.p50);
    return p50 === undefined ? [] : [{ size: size.size, p50 }];
  });
  const [first, last] = [removal[0], removal.at(-1)];
  if (!first || !last || first.size >= last.size) return [];
  const name = `removal p50, ${last.size.toLocaleString('en')} / ${first.size.toLocaleString('en')} passages`;
  return [judge({ name, at: last.size, most: GROWTH }, last.size, last.p50 / first.p50)];
}

function judge(target: Omit<Target, 'read'>, size: number, measured: number): Verdict {
  const { name, at, least, most: limit } = target;
  const holds = (least === undefined || measured >= least) && (limit === undefined || measured <= limit);
  const bound = least === undefined ? `at most ${limit ?? ''}` : `at least ${least}`;
  return { name, size, measured, bound, holds, asked: size === at };
}

/** What was not measured is not judged. */
export function judgeSizes(sizes: readonly SizeFigures[]): Verdict[] {
  const each = sizes.flatMap((size) =>
    TARGETS.flatMap((target) => {
      const measured = target.read(new Figures(size));
      return measured === undefined ? [] : [judge(target, size.size, measured)];
    }),
  );
  return [...each, ...judgeRemoval(sizes)];
}
