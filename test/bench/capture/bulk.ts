/**
 * Hundreds of saved pages at once, captured by the built app as its users do it, beside Readability on linkedom alone
 * over the same pages on one core. In turns, each in a process of its own.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { usableState } from '../../../src-main/core/search/upkeep/feed.ts';
import { openNotebook } from '../../../src-main/core/storage/migrate.ts';
import { newestChange } from '../../../src-main/core/storage/search-store.ts';
import { median } from '../search/statistics.ts';
import { makePages } from './pages.ts';
import { makeSavedPages } from './saved-pages.ts';

export interface BulkReport {
  readonly pages: number;
  readonly bytes: number;
  /** Medians. Captured, split into passages, indexed and compared for repeats; the start of the process is in it. */
  readonly ours: BulkTimes;
  readonly readability: BulkTimes;
  /** Of the elapsed times: at most 2 is asked. */
  readonly ratio: number;
  /** Of all threads together, the most there was of it at any time; null where the system does not tell. */
  readonly peakMb: number | null;
  /** Whether the index held everything when the command had ended. */
  readonly isIndexed: boolean;
}

interface BulkTimes {
  readonly elapsedMs: number;
  /** Of all cores. */
  readonly cpuMs: number;
}

export interface BulkOptions {
  /** Of saved pages; else they are made. */
  readonly pages?: string | undefined;
  /** What is made. */
  readonly kind?: PageKind;
  readonly count: number;
  readonly rounds: number;
  /** What runs `readPlainly` when it is given `--plainly FOLDER`: the bundle itself. */
  readonly script: string;
}

/** Like those that browsers save; or of some kilobytes, where it is not parsing that takes the time. */
export type PageKind = 'saved' | 'small';

const MAKERS: Readonly<
  Record<PageKind, (count: number) => Iterable<{ readonly id: string; readonly html: string }>>
> = {
  saved: makeSavedPages,
  small: makePages,
};

export const APP = resolve('out/main/dossier.js');
export const PLAINLY = '--plainly';

/** What a program does that only wants the articles. */
export function readPlainly(folder: string): void {
  for (const name of readdirSync(folder)) {
    const { document } = parseHTML(readFileSync(join(folder, name), 'utf8'));
    new Readability(document).parse();
  }
}

export async function measureBulk({
  pages,
  kind = 'saved',
  count,
  rounds,
  script,
}: BulkOptions): Promise<BulkReport> {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-bench-'));
  try {
    const saved = pages ?? writePages(join(folder, 'pages'), count, kind);
    const ours: Run[] = [];
    const plain: Run[] = [];
    for (let round = 0; round < rounds; round += 1) {
      plain.push(await runProcess([script, PLAINLY, saved]));
      const notebook = join(folder, `round-${round}.dossier`);
      ours.push(await runProcess([APP, 'import', saved, '--json', '--notebook', notebook]));
    }
    const names = readdirSync(saved);
    const peaks = ours.flatMap(({ peakMb }) => peakMb ?? []);
    return {
      pages: names.length,
      bytes: names.reduce((sum, name) => sum + statSync(join(saved, name)).size, 0),
      ours: timesOf(ours),
      readability: timesOf(plain),
      ratio: timesOf(ours).elapsedMs / timesOf(plain).elapsedMs,
      peakMb: peaks.length > 0 ? Math.max(...peaks) : null,
      isIndexed: isIndexed(join(folder, 'round-0.dossier')),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function writePages(folder: string, count: number, kind: PageKind = 'saved'): string {
  mkdirSync(folder);
  for (const { id, html } of MAKERS[kind](count)) writeFileSync(join(folder, `${id}.html`), html);
  return folder;
}

interface Run extends BulkTimes {
  readonly peakMb: number | null;
}

const timesOf = (runs: readonly Run[]): BulkTimes => ({
  elapsedMs: median(runs.map(({ elapsedMs }) => elapsedMs)),
  cpuMs: median(runs.map(({ cpuMs }) => cpuMs)),
});

/** Between two looks at the memory of a process, in milliseconds. */
const LOOK = 100;

async function runProcess(args: readonly string[]): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--no-warnings', ...args], { stdio: 'ignore' });
  let usage: Usage | null = null;
  const timer = setInterval(() => (usage = readUsage(child.pid) ?? usage), LOOK);
  await once(child, 'exit');
  clearInterval(timer);
  const last = usage as Usage | null;
  return {
    elapsedMs: performance.now() - start,
    cpuMs: last?.cpuMs ?? 0,
    peakMb: last?.peakMb ?? null,
  };
}

interface Usage {
  readonly cpuMs: number;
  readonly peakMb: number;
}

/** Ticks of Linux' accounting, by convention. */
const TICK_MS = 10;

/** Null where the system has no such files, or the process is gone. */
function readUsage(pid: number | undefined): Usage | null {
  try {
    const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may hold anything: user and system time are the 12th and 13th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    return peak === undefined ? null : { cpuMs: ticks * TICK_MS, peakMb: Number(peak) / 1024 };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

/** Whether the command left nothing of the index for later. */
function isIndexed(path: string): boolean {
  const notebook = openNotebook(path, { create: false, readOnly: true });
  try {
    return usableState(notebook.reader)?.seq === newestChange(notebook.reader);
  } finally {
    notebook.close();
  }
}
