/** What was measured of the reader, and whether it is what is promised. */
import type { AnchoringScore } from './anchoring.ts';
import type { BrowserReport } from './browser.ts';
import { quantile } from './statistics.ts';

export interface ReaderReport {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  readonly calibrationMs: number;
  readonly rounds: number;
  readonly anchoring: readonly AnchoringScore[] | null;
  readonly browser: BrowserReport | null;
  /** Milliseconds of each highlight, from the key to the frame after it was stored, through host and engine. */
  readonly stored: readonly number[] | null;
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
      ? [atMost('selected to stored in the notebook and painted, p95 in ms', quantile(stored, 0.95), 50)]
      : []),
  ];
}

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
    const [half, most] = [quantile(stored, 0.5), Math.max(...stored)];
    lines.push(
      '',
      `Stored through window, host, engine and SQLite: half within ${round(half)} ms, at most ${round(most)} ms.`,
    );
  }
  return `${lines.join('\n')}\n`;
}
