/** What was measured of exports, what is asked for, and both in words. */
import type { Target } from '../capture/report.ts';
import type { Sizes } from './notebook.ts';
import type { Measured } from './phases.ts';

export interface ExportReport {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  /** How fast this machine was during this very run: see ../search/calibration.ts. */
  readonly calibrationMs: number;
  readonly rounds: number;
  readonly sizes: Sizes;
  readonly phases: Readonly<Record<string, Measured>>;
  /** The most that one run of the command line ever held, in megabytes. */
  readonly memory: Readonly<Record<string, number>>;
}

const MOST_MEMORY = 400;
/** Whose memory is bounded. */
const ASKED = ['markdown', 'archive', 'restore'];

export function judge({ phases, memory }: ExportReport): readonly Target[] {
  const ratio = (name: string, of: string, most: number): Target => {
    const value = (phases[name]?.ms ?? Number.NaN) / (phases[of]?.ms ?? Number.NaN);
    return { name: `${name}, times “${of}”`, value, asked: `at most ${most}`, holds: value <= most };
  };
  return [
    ratio('markdown', 'read rows', 5),
    ratio('archive', 'zip', 3),
    ratio('restore', 'insert', 3),
    ...ASKED.map((name) => {
      const value = memory[name] ?? Number.NaN;
      const asked = `at most ${MOST_MEMORY}`;
      return { name: `${name}, memory in MB`, value, asked, holds: value <= MOST_MEMORY };
    }),
  ];
}

const round = (value: number): string => String(Number(value.toPrecision(3)));

export function writeReport(report: ExportReport): string {
  const { machine, rounds, calibrationMs, sizes, phases, memory } = report;
  const lines = [
    `${sizes.excerpts} highlights in ${sizes.sources} sources. ${machine.cpu}, ${machine.cores} cores, Node ${machine.node}; medians of ${rounds} rounds; calibration ${round(calibrationMs)} ms.`,
    '',
    '| target | measured | asked | holds |',
    '|---|---|---|---|',
    ...judge(report).map(
      ({ name, value, asked, holds }) =>
        `| ${name} | ${round(value)} | ${asked} | ${holds ? 'yes' : '**no**'} |`,
    ),
    '',
    '| one run of the command line | peak MB |',
    '|---|---|',
    ...Object.entries(memory).map(([name, peak]) => `| ${name} | ${round(peak)} |`),
    '',
    'Peaks below are of a process that does the same over and over, which is about time.',
    '',
    '| phase | ms | peak MB |',
    '|---|---|---|',
    ...Object.entries(phases).map(
      ([name, { ms, peakMb }]) => `| ${name} | ${round(ms)} | ${round(peakMb)} |`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
