/** The figures as a Markdown table for each size, with the ratios that the search must keep. */
import type { ChangeFigures, QueryFigures } from './phases.ts';
import type { Spread } from './statistics.ts';
import { LOADS } from './subject.ts';
import { OURS } from './subjects/all.ts';
import type { WorstAnswer } from './worst.ts';

export interface EngineFigures {
  readonly name: string;
  readonly buildMs: number;
  readonly storedBytes: number;
  readonly coldMs: number;
  readonly heapBytes: number;
  readonly queries: QueryFigures[string];
  /** Null where any change means building anew. */
  readonly changes: ChangeFigures | null;
}

export interface SizeFigures {
  readonly size: number;
  readonly engines: readonly EngineFigures[];
  readonly worst: readonly WorstAnswer[];
}

export interface SearchReport {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  readonly rounds: number;
  readonly sizes: readonly SizeFigures[];
}

export function writeReport({ machine, rounds, sizes }: SearchReport): string {
  const head = [
    '# Search, measured',
    '',
    `Medians of ${rounds} rounds in one run, engines interleaved; ${machine.cpu}, ${machine.cores} cores, Node ${machine.node}.`,
    'Times in milliseconds, p50 / p95 over the queries of a load. Machines differ: compare within a table only.',
    '',
    '![How the figures grow with the number of passages](search.svg)',
  ];
  return `${[...head, ...sizes.flatMap(writeSize)].join('\n')}\n`;
}

function writeSize({ size, engines, worst }: SizeFigures): string[] {
  const mb = (bytes: number): string => round(bytes / 1e6);
  const rows: readonly (readonly [string, (engine: EngineFigures) => string])[] = [
    ...[...LOADS, 'mixed' as const].map(
      (load) => [NAMES[load], ({ queries }: EngineFigures) => writeSpread(queries[load])] as const,
    ),
    ['added and found', ({ changes }) => writeSpread(changes?.addAndFind)],
    ['prefix while adding', ({ changes }) => writeSpread(changes?.prefixWhileAdding)],
    ['removal', ({ changes }) => writeSpread(changes?.removal)],
    ['changes made', ({ changes }) => String(changes?.changes ?? 'built anew')],
    ['cold start to first answer', ({ coldMs }) => round(coldMs)],
    ['build', ({ buildMs }) => round(buildMs)],
    ['heap, MB', ({ heapBytes }) => mb(heapBytes)],
    ['stored, MB', ({ storedBytes }) => mb(storedBytes)],
  ];
  return [
    '',
    `## ${size.toLocaleString('en')} passages`,
    '',
    writeRow(['', ...engines.map(({ name }) => name)]),
    writeRow(['---', ...engines.map(() => '--:')]),
    ...rows.map(([name, read]) => writeRow([name, ...engines.map(read)])),
    '',
    ...writeRatios(engines),
    '',
    writeRow(['worst queries (Dossier)', 'ms', 'hits', 'notice']),
    writeRow(['---', '--:', '--:', '---']),
    ...worst.map(({ query, ms, total, notice }) =>
      writeRow([`\`${query}\``, round(ms), total.toLocaleString('en'), notice ?? '']),
    ),
  ];
}

const NAMES: Readonly<Record<keyof QueryFigures[string], string>> = {
  one: 'one term',
  two: 'two required terms',
  prefix: 'prefix',
  fuzzy: 'fuzzy~1',
  rare: 'rare',
  mixed: 'mixed',
};

/** How many times as much each of the others takes as Dossier. */
function writeRatios(engines: readonly EngineFigures[]): string[] {
  const mine = engines.find(({ name }) => name === OURS);
  if (!mine) return [];
  return engines
    .filter((engine) => engine !== mine)
    .map((engine) => {
      const parts = [
        ['mixed p95', engine.queries.mixed?.p95, mine.queries.mixed?.p95],
        ['cold start', engine.coldMs, mine.coldMs],
        ['build', engine.buildMs, mine.buildMs],
        ['heap', engine.heapBytes, mine.heapBytes],
        ['stored', engine.storedBytes, mine.storedBytes],
      ] as const;
      const told = parts.flatMap(([name, theirs, own]) =>
        theirs === undefined || own === undefined || own === 0 ? [] : [`${name} ${round(theirs / own)}`],
      );
      return `- ${engine.name} against Dossier, times: ${told.join(', ')}`;
    });
}

const writeRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const writeSpread = (spread: Spread | undefined): string =>
  spread ? `${round(spread.p50)} / ${round(spread.p95)}` : '–';

function round(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value.toPrecision(value >= 10 ? 3 : 2);
}
