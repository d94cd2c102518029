/** What was measured of the reader, and whether it is what is promised. */
import type { AnchoringScore } from './anchoring.ts';
import type { BrowserReport } from './browser.ts';
import type { StoredReport, StoredTimes } from './stored.ts';
import { quantile } from './statistics.ts';

export interface ReaderReport {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  readonly calibrationMs: number;
  readonly rounds: number;
  readonly anchoring: readonly AnchoringScore[] | null;
  readonly browser: BrowserReport | null;
  /** Through window, host and engine. */
  readonly stored: StoredReport | null;
}

interface Target {
  readonly name: string;
  readonly value: number | null;
  readonly asked: string;
  readonly holds: boolean;
}

const RIGHT = 0.999;

export function judge({ anchoring, browser, stored }: ReaderReport): readonly Target[] {
  return [
    ...(anchoring ?? []).flatMap(judgeAnchoring),
    ...(browser ? judgeBrowser(browser) : []),
    ...(stored
      ? [
          atMost(
            'selected to stored in the notebook and painted, p95 in ms',
            quantile(stored.highlights.map(whenBoth), 0.95),
            50,
          ),
        ]
      : []),
  ];
}

const whenBoth = ({ painted, stored }: StoredTimes): number => Math.max(painted, stored);

const atMost = (name: string, value: number | null, limit: number): Target => ({
  ...{ name, value, asked: `≤ ${Number(limit.toPrecision(3))}`, holds: value !== null && value <= limit },
});

function judgeAnchoring({ name, passages, right, wrong, isGone, ms }: AnchoringScore): Target[] {
  const found = isGone
    ? { name: `${name}: found all the same`, value: wrong, asked: '0', holds: wrong === 0 }
    : {
        name: `${name}: right`,
        value: right / passages,
        asked: `≥ ${RIGHT}`,
        holds: right >= RIGHT * passages,
      };
  return [found, { name: `${name}: ms`, value: ms, asked: '≤ 1500', holds: ms <= 1500 }];
}

function judgeBrowser({ reader, mark }: BrowserReport): Target[] {
  return [
    atMost('opened to the first frame, of <mark>’s time', reader.open / mark.open, 1 / 12),
    atMost('add one highlight, p95 of work in ms', reader.add, 5),
    atMost('recolour one, p95 of work in ms', reader.recolor, 5),
    atMost('remove one, p95 of work in ms', reader.remove, 5),
    atMost('selected to stored and painted, p95 in ms (an engine that answers at once)', reader.addShown, 50),
    atMost('scrolled from end to end, p99 of frames in ms', reader.gapP99, 33),
    atMost('notes of 500 passages laid out, in ms', reader.margin, 50),
    atMost('memory in MB', reader.memory, mark.memory ?? 0),
  ];
}

const round = (value: number | null): string => (value === null ? '–' : String(Number(value.toPrecision(3))));

export function writeReport(report: ReaderReport): string {
  const { machine, calibrationMs, rounds, anchoring, browser, stored } = report;
  const lines = [
    `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}; medians of ${rounds} rounds; calibration ${round(calibrationMs)} ms.`,
    '',
    '| target | measured | asked | holds |',
    '|---|---|---|---|',
    ...judge(report).map(
      ({ name, value, asked, holds }) =>
        `| ${name} | ${round(value)} | ${asked} | ${holds ? 'yes' : '**no**'} |`,
    ),
  ];
  if (anchoring) {
    lines.push(
      '',
      '| passages of an edited megabyte | right | wrong | asked | exact | ms |',
      '|---|---|---|---|---|---|',
    );
    for (const { name, right, wrong, asked, exact, ms } of anchoring) {
      lines.push(`| ${name} | ${right} | ${wrong} | ${asked} | ${exact} | ${round(ms)} |`);
    }
  }
  if (browser) {
    lines.push('', '| in the browser | reader | wrapping in `<mark>` |', '|---|---|---|');
    for (const name of Object.keys(browser.reader) as (keyof typeof browser.reader)[]) {
      lines.push(`| ${name} | ${round(browser.reader[name])} | ${round(browser.mark[name])} |`);
    }
  }
  if (stored) {
    const { highlights, calls } = stored;
    const spread = (all: readonly number[]): string =>
      [quantile(all, 0.5), quantile(all, 0.95), Math.max(...all)].map(round).join(' | ');
    const times = (of: (each: StoredTimes) => number): string => spread(highlights.map(of));
    lines.push(
      '',
      '| since the key, in ms | p50 | p95 | most |',
      '|---|---|---|---|',
      `| painted | ${times(({ painted }) => painted)} |`,
      `| stored, and the window knows it | ${times(({ stored }) => stored)} |`,
      `| both | ${times(whenBoth)} |`,
      `| the frame after that, with its notice | ${times(({ after }) => after)} |`,
      `| in place of it: a call that stores nothing, from a window at rest | ${spread(calls)} |`,
    );
  }
  return `${lines.join('\n')}\n`;
}
