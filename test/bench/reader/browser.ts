/** The reader and the page with `<mark>`, each in a browser of its own, one after the other, as often as there are rounds. */
import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { BenchPage, Change } from './page/clock.ts';
import { openPage } from '../open-page.ts';
import { median, quantile } from './statistics.ts';

const CHANGES = 60;
const FRAMES = 600;
/** Before what comes in the first seconds (fonts, compiled scripts) is measured too. */
const WARM = 10;
/** Milliseconds; memory in megabytes, null where this system does not tell. */
export interface PageScore {
  readonly open: number;
  readonly add: number;
  readonly addShown: number;
  readonly recolor: number;
  readonly remove: number;
  readonly gapP99: number;
  readonly workP99: number;
  readonly margin: number | null;
  readonly memory: number | null;
}

export interface BrowserReport {
  readonly reader: PageScore;
  readonly mark: PageScore;
}

export async function measureInBrowser(path: string, rounds: number): Promise<BrowserReport> {
  const all = { reader: [] as PageScore[], peer: [] as PageScore[] };
  for (let round = 0; round < rounds; round += 1) {
    // The other one first each time: what the machine does meanwhile meets both.
    for (const name of round % 2 === 0 ? (['reader', 'peer'] as const) : (['peer', 'reader'] as const)) {
      all[name].push(await measurePage(path, name));
    }
  }
  return { reader: medians(all.reader), mark: medians(all.peer) };
}

function medians(scores: readonly PageScore[]): PageScore {
  const of = (name: keyof PageScore): number => median(scores.map((score) => score[name] ?? Number.NaN));
  const maybe = (name: 'margin' | 'memory'): number | null =>
    scores.some((score) => score[name] === null) ? null : of(name);
  return {
    ...{ open: of('open'), add: of('add'), addShown: of('addShown'), recolor: of('recolor') },
    ...{ remove: of('remove'), gapP99: of('gapP99'), workP99: of('workP99') },
    ...{ margin: maybe('margin'), memory: maybe('memory') },
  };
}

async function measurePage(path: string, name: 'reader' | 'peer'): Promise<PageScore> {
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await openPage(page, name);
    await page.waitForFunction(() => globalThis.benchPage !== undefined);
    return await score(browser, page);
  } finally {
    await browser.close();
  }
}

async function score(browser: Browser, page: Page): Promise<PageScore> {
  const open = await page.evaluate(() => globalThis.benchPage?.open() ?? Number.NaN);
  await page.evaluate(() => globalThis.benchPage?.settle());
  const memory = await memoryOf(browser);
  const added = await changes(page, 'add');
  const recolored = await changes(page, 'recolor');
  const removed = await changes(page, 'remove');
  const scrolling = await page.evaluate((frames) => globalThis.benchPage?.scroll(frames), FRAMES);
  const margin = await page.evaluate(() => globalThis.benchPage?.margin() ?? null);
  const p95 = (all: readonly Change[], what: keyof Change): number =>
    quantile(
      all.slice(WARM).map((change) => change[what]),
      0.95,
    );
  return {
    open,
    add: p95(added, 'work'),
    addShown: p95(added, 'shown'),
    recolor: p95(recolored, 'work'),
    remove: p95(removed, 'work'),
    gapP99: quantile(scrolling?.gaps ?? [], 0.99),
    workP99: quantile(scrolling?.work ?? [], 0.99),
    margin,
    memory,
  };
}

function changes(page: Page, kind: 'add' | 'recolor' | 'remove'): Promise<readonly Change[]> {
  return page.evaluate(
    async ({ name, count }) => {
      const all: Change[] = [];
      const bench: BenchPage | undefined = globalThis.benchPage;
      for (let index = 0; bench && index < count; index += 1) all.push(await bench[name](index));
      return all;
    },
    { name: kind, count: CHANGES },
  );
}

/** Of the page's process, shared pages in parts (PSS). */
async function memoryOf(browser: Browser): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => proportionalSize(id));
  return sizes.length === 0 ? null : Math.max(...sizes);
}

function proportionalSize(pid: number): number {
  const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
