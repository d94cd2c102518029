/** How smooth the window stays while hundreds of pages come in by its own file dialog: gaps between animation frames. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { chromium, type Page } from 'playwright-core';
import { APP, writePages } from './bulk.ts';

/** Milliseconds. */
export interface WindowReport {
  readonly pages: number;
  readonly elapsedMs: number;
  readonly longestMs: number;
  readonly p99Ms: number;
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
    const page = await chrome.newPage();
    await page.goto(await firstUrl(host.stdout));
    await page.waitForSelector(READY, { state: 'attached' });
    const saved = pages ?? writePages(join(folder, 'pages'), count);
    return await measure(
      page,
      readdirSync(saved).map((name) => join(saved, name)),
    );
  } finally {
    await chrome.close();
    host.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(page: Page, files: readonly string[]): Promise<WindowReport> {
  await startRecording(page);
  await page.waitForTimeout(IDLE);
  const idle = await takeGaps(page);
  const began = performance.now();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...files]);
  await page.waitForSelector('[data-busy=true]', { state: 'attached' });
  await page.waitForSelector('[data-busy=false]', { state: 'attached', timeout: LONGEST_IMPORT });
  const elapsedMs = performance.now() - began;
  const gaps = await takeGaps(page);
  return {
    pages: files.length,
    elapsedMs,
    longestMs: Math.max(...gaps),
    p99Ms: gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length * 0.99)] ?? 0,
    idleLongestMs: Math.max(...idle),
  };
}

interface Recorder {
  dossierGaps?: number[];
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
  });

const takeGaps = (page: Page): Promise<number[]> =>
  page.evaluate(() => (globalThis as Recorder).dossierGaps?.splice(0) ?? []);

async function firstUrl(stream: Readable): Promise<string> {
  for await (const line of createInterface(stream)) return (JSON.parse(line) as { url: string }).url;
  throw new Error('the app ended without an address');
}
