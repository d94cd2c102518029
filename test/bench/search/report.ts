/** The figures as a Markdown table for each size, with the ratios that the search must keep. */
import type { OracleFigures } from './oracle.ts';
import type { BuildFigures, ChangeFigures, ColdFigures, QueryFigures, QueryLoad } from './phases.ts';
import type { Spread } from './statistics.ts';
import { LOADS } from './subject.ts';
import { OURS_IDS } from './subjects/ours-ids.ts';
import type { WorstAnswer } from './worst.ts';

export interface EngineFigures {
  readonly name: string;
  /** Null where it reads another engine's index; any of these where it was not measured. */
  readonly build: BuildFigures | null;
  readonly cold: ColdFigures | null;
  readonly queries: QueryFigures[string];
  /** Null too where any change means building anew. */
  readonly changes: ChangeFigures | null;
}

export interface SizeFigures {
  readonly size: number;
  /** See `calibration.ts`: what this machine took for the same work while this size was measured. */
  readonly calibrationMs: number;
  readonly engines: readonly EngineFigures[];
  readonly worst: readonly WorstAnswer[];
}

export interface Verdict {
  readonly name: string;
  readonly size: number;
  readonly measured: number;
  /** `at least` or `at most` so much. */
  readonly bound: string;
  readonly holds: boolean;
  /** It is of this size that it is asked. */
  readonly asked: boolean;
}

export interface SearchReport {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  readonly rounds: number;
  /** Null where it was not asked. */
  readonly oracle: OracleFigures | null;
  readonly sizes: readonly SizeFigures[];
  readonly targets: readonly Verdict[];
}

export function writeReport({ machine, rounds, oracle, sizes, targets }: SearchReport): string {
  const head = [
    '# Search, measured',
    '',
    `Medians of ${rounds} rounds in one run, engines interleaved; ${machine.cpu}, ${machine.cores} cores, Node ${machine.node}.`,
    'Times in milliseconds, p50 / p95 over the queries of a load. Machines differ: compare within a table only.',
    `Dossier gives whole answers, with titles, snippets and marks; its peers, and « ${OURS_IDS} », give ids.`,
    '',
    ...writeOracle(oracle),
    '![How the figures grow with the number of passages](search.svg)',
  ];
  return `${[...head, ...sizes.flatMap((size) => writeSize(size, targets))].join('\n')}\n`;
}

/** Every figure of every engine: the name of a row, then a cell for each. */
export function figureRows(engines: readonly EngineFigures[]): (readonly string[])[] {
  const mb = (bytes: number | undefined): string => round((bytes ?? Number.NaN) / 1e6);
  const rows: readonly (readonly [string, (engine: EngineFigures) => string])[] = [
    ...[...LOADS, 'mixed' as const, 'first' as const].map(
      (load) => [NAMES[load], ({ queries }: EngineFigures) => writeSpread(queries[load])] as const,
    ),
    ['added and found', ({ changes }) => writeSpread(changes?.addAndFind)],
    ['prefix while adding', ({ changes }) => writeSpread(changes?.prefixWhileAdding)],
    ['removal', ({ changes }) => writeSpread(changes?.removal)],
    ['changes made', ({ changes }) => String(changes?.changes ?? NOTHING)],
    ['cold start to first answer', ({ cold }) => round(cold?.coldMs)],
    ['build', ({ build }) => round(build?.buildMs)],
    ['build, merging afterwards', ({ build }) => round(build?.settleMs || undefined)],
    ['heap, MB', ({ cold }) => mb(cold?.heapBytes)],
    ['process, MB more', ({ cold }) => mb(cold?.residentBytes)],
    ['stored, MB', ({ build }) => mb(build?.storedBytes)],
  ];
  return rows.map(([name, read]) => [name, ...engines.map(read)]);
}

function writeSize(
  { size, calibrationMs, engines, worst }: SizeFigures,
  targets: readonly Verdict[],
): string[] {
  return [
    '',
    `## ${size.toLocaleString('en')} passages`,
    '',
    `Calibration: ${round(calibrationMs)} ms for a fixed piece of work on this machine during this run.`,
    '',
    ...writeFigures(
      engines.map(({ name }) => name),
      figureRows(engines),
    ),
    ...writeTargets(targets.filter((target) => target.size === size)),
    ...writeWorst(worst),
  ];
}

/** What was not measured of any engine is left out. */
export function writeFigures(names: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const measured = rows.filter(([, ...figures]) => figures.some((figure) => figure !== NOTHING));
  if (measured.length === 0) return [];
  const head = [writeRow(['', ...names]), writeRow(['---', ...names.map(() => '--:')])];
  return [...head, ...measured.map(writeRow), ''];
}

function writeOracle(oracle: OracleFigures | null): string[] {
  if (!oracle) return [];
  const { seed, commands, queries, differences, examples, events } = oracle;
  const count = (value: number): string => value.toLocaleString('en');
  return [
    `Stock lunr, built anew over the live rows, as the oracle (seed ${seed}): ${count(commands)} random commands with`,
    `${count(queries)} queries between, ids, scores (1e-9) and order compared: **differences: ${differences}**.`,
    `What happened meanwhile: ${Object.entries(events)
      .map(([event, times]) => `${event} ${count(times)}`)
      .join(', ')}.`,
    '',
    ...examples.map((example) => `- ${example}`),
    ...(examples.length > 0 ? [''] : []),
  ];
}

function writeTargets(targets: readonly Verdict[]): string[] {
  if (targets.length === 0) return [];
  return [
    writeRow(['must hold', 'measured', 'bound', 'holds', 'asked of this size']),
    writeRow(['---', '--:', '--:', '---', '---']),
    ...targets.map(({ name, measured, bound, holds, asked }) =>
      writeRow([name, round(measured), bound, holds ? 'yes' : '**no**', asked ? 'yes' : '']),
    ),
    '',
  ];
}

function writeWorst(worst: readonly WorstAnswer[]): string[] {
  if (worst.length === 0) return [];
  return [
    writeRow(['worst queries (Dossier)', 'ms', 'first time', 'hits', 'notice']),
    writeRow(['---', '--:', '--:', '--:', '---']),
    ...worst.map(({ query, ms, firstMs, total, notice }) =>
      writeRow([`\`${query}\``, round(ms), round(firstMs), total.toLocaleString('en'), notice ?? '']),
    ),
  ];
}

const NOTHING = '–';

const NAMES: Readonly<Record<QueryLoad, string>> = {
  one: 'one term',
  two: 'two required terms',
  prefix: 'prefix',
  fuzzy: 'fuzzy~1',
  rare: 'rare',
  mixed: 'mixed',
  first: 'mixed, first time asked',
};

const writeRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const writeSpread = (spread: Spread | undefined): string =>
  spread ? `${round(spread.p50)} / ${round(spread.p95)}` : NOTHING;

function round(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return NOTHING;
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value.toPrecision(value >= 10 ? 3 : 2);
}
