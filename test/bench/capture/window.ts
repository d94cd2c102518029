/**
 * How smooth the window stays while hundreds of pages come in by its own file dialog: gaps between animation frames, from
 * the moment at which the page is given the files. Before it Chromium itself holds the page up, whatever the page is: it
 * asks another process for the kind of each file and waits. An empty page with the same files shows how long.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type Browser, chromium, type Page } from 'playwright-core';
import { APP, writePages } from './bulk.ts';

/** Milliseconds. */
export interface WindowReport {
  readonly pages: number;
  readonly elapsedMs: number;
  readonly longestMs: number;
  readonly p99Ms: number;
  /** Of the frame in which the files came, what passed before the page was told of them. */
  readonly handingMs: number;
  /** The longest gap on an empty page that is given the same files. */
  readonly emptyPageMs: number;
  /** The same page on the same machine, doing nothing. */
  readonly idleLongestMs: number;
}

export interface WindowOptions {
  readonly pages?: string | undefined;
  readonly count: number;
  /** Path of a Chromium; null where there is none: then nothing is measured. */
  readonly browser: string | null;
}

const READY = '[data-ready]';
const IDLE = 3000;
const LONGEST_IMPORT = 20 * 60_000;

export async function measureWindow({ pages, count, browser }: WindowOptions): Promise<WindowReport | null> {
  if (browser === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'dossier-bench-window-'));
  const notebook = ['--notebook', join(folder, 'window.dossier')];
  const host = spawn(process.execPath, ['--no-warnings', APP, 'serve', '--no-open', ...notebook], {
    env: { ...process.env, DOSSIER_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(host, 'exit');
  const chrome = await chromium.launch({ executablePath: browser, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const saved = pages ?? writePages(join(folder, 'pages'), count);
    const files = readdirSync(saved).map((name) => join(saved, name));
    const emptyPageMs = await measureEmptyPage(chrome, files);
    const page = await chrome.newPage();
    await page.goto(await firstUrl(host.stdout));
    await page.waitForSelector(READY, { state: 'attached' });
    return { ...(await measure(page, files)), emptyPageMs };
  } finally {
    await chrome.close();
    host.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureEmptyPage(chrome: Browser, files: readonly string[]): Promise<number> {
  const page = await chrome.newPage();
  await page.setContent('<input type="file" multiple>');
  await startRecording(page);
  await give(page, files);
  await page.waitForTimeout(IDLE);
  const gaps = await takeGaps(page);
  const handing = await takeHanding(page);
  await page.close();
  return Math.max(...gaps, handing);
}

const give = (page: Page, files: readonly string[]): Promise<void> =>
  page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...files]);

async function measure(page: Page, files: readonly string[]): Promise<Omit<WindowReport, 'emptyPageMs'>> {
  await startRecording(page);
  await page.waitForTimeout(IDLE);
  const idle = await takeGaps(page);
  const began = performance.now();
  await give(page, files);
  await page.waitForSelector('[data-busy=true]', { state: 'attached' });
  await page.waitForSelector('[data-busy=false]', { state: 'attached', timeout: LONGEST_IMPORT });
  const elapsedMs = performance.now() - began;
  const gaps = await takeGaps(page);
  return {
    pages: files.length,
    elapsedMs,
    handingMs: await takeHanding(page),
    longestMs: Math.max(...gaps),
    p99Ms: gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length * 0.99)] ?? 0,
    idleLongestMs: Math.max(...idle),
  };
}

interface Recorder {
  dossierGaps?: number[];
  dossierHanding?: number;
}

const startRecording = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const gaps: number[] = [];
    (globalThis as Recorder).dossierGaps = gaps;
    let last = performance.now();
    const frame = (): void => {
      const now = performance.now();
      gaps.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    // Told before the page's own code is: what follows is the page's.
    const given = (): void => {
      const now = performance.now();
      (globalThis as Recorder).dossierHanding = now - last;
      last = now;
    };
    document.addEventListener('change', given, { capture: true });
  });

const takeHanding = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as Recorder).dossierHanding ?? 0);

const takeGaps = (page: Page): Promise<number[]> =>
  page.evaluate(() => (globalThis as Recorder).dossierGaps?.splice(0) ?? []);

async function firstUrl(stream: Readable): Promise<string> {
  for await (const line of createInterface(stream)) return (JSON.parse(line) as { url: string }).url;
  throw new Error('the app ended without an address');
}
