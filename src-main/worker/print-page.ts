/**
 * A page as PDF, by a Chromium-family browser that is installed: it runs without a window, with a profile of its own that
 * goes away, and without any network. The page itself runs no script, by its own policy.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DossierError } from '../common/contract/errors.ts';
import type { Printer } from '../core/ports.ts';
import { findBrowser, thisMachine, type Browser, type Machine } from './find-browser.ts';
import { QUIET_ARGUMENTS } from './quiet-browser.ts';

/** However small the page is; a browser that is started the first time is slow. In milliseconds. */
const LEAST_TIME = 120_000;
/** A page of a megabyte takes some seconds, on a busy machine twenty. */
const TIME_PER_BYTE = 60_000 / 1_000_000;
/** UTF-16 units of a page. Tags for screen readers and an outline take a third of the time, and of thousands of pages minutes. */
const LARGE = 4_000_000;
const PREFIX = 'dossier-print-';
/** No printing takes so long: what is older was left by an app that was killed. In milliseconds. */
const LEFT_BEHIND = 24 * 60 * 60_000;

export interface PrinterOptions {
  readonly machine?: Machine;
  /** Milliseconds after which a browser that has not answered is ended. */
  readonly limit?: number;
  /** Where its folder is made. */
  readonly folder?: string;
}

export function createBrowserPrinter(options: PrinterOptions = {}): Printer {
  const { machine = thisMachine() } = options;
  return {
    async print(html, signal, { isPart = false } = {}) {
      const browser = findBrowser(machine);
      if (!browser) throw new DossierError('print-failed', { reason: 'no-browser' });
      if (signal.aborted) throw new DossierError('cancelled');
      const place = options.folder ?? folderFor(browser);
      await sweep(place);
      const folder = await mkdtemp(join(place, PREFIX));
      try {
        const limit = options.limit ?? LEAST_TIME + html.length * TIME_PER_BYTE;
        return await printIn({ browser, folder, html, limit, isPart }, signal);
      } finally {
        // On Windows the browser's last files are let go a moment after its end.
        await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      }
    },
  };
}

/** What is of somebody else, or goes away meanwhile, is left alone. */
async function sweep(place: string): Promise<void> {
  const names = await readdir(place).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(PREFIX))) {
    const folder = join(place, name);
    const found = await stat(folder).catch(() => null);
    if (!found || found.mtimeMs > Date.now() - LEFT_BEHIND || found.uid !== (process.getuid?.() ?? found.uid))
      continue;
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** A snap sees neither the system's temporary folder nor hidden ones in the home. */
function folderFor({ snap }: Browser): string {
  return snap ? join(homedir(), 'snap', 'chromium', 'common') : tmpdir();
}

interface Job {
  readonly browser: Browser;
  /** Of this job alone. */
  readonly folder: string;
  readonly html: string;
  readonly limit: number;
  readonly isPart: boolean;
}

async function printIn(
  { browser, folder, html, limit, isPart }: Job,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const page = join(folder, 'page.html');
  const out = join(folder, 'page.pdf');
  await writeFile(page, html, { mode: 0o600 });
  const child = spawn(browser.path, argumentsFor(folder, page, out, isPart || html.length > LARGE), {
    stdio: 'ignore',
  });
  const ended = await endOf(child, limit, signal);
  if (signal.aborted) throw new DossierError('cancelled');
  if (ended !== null) throw new DossierError('print-failed', { reason: ended, name: browser.name });
  const pdf = await readFile(out).catch(() => null);
  if (!pdf || !isWhole(pdf)) throw new DossierError('print-failed', { reason: 'no-pdf', name: browser.name });
  return new Uint8Array(pdf);
}

function argumentsFor(folder: string, page: string, out: string, isPlain: boolean): readonly string[] {
  return [
    '--headless',
    `--user-data-dir=${join(folder, 'profile')}`,
    `--print-to-pdf=${out}`,
    '--no-pdf-header-footer',
    // As the option was called before.
    '--print-to-pdf-no-header',
    isPlain ? '--disable-pdf-tagging' : '--generate-pdf-document-outline',
    // What made it is written into the file: no more of this machine than that.
    '--user-agent=Dossier',
    '--disable-gpu',
    '--disable-quic',
    '--disable-dev-shm-usage',
    // Whatever asks for another machine finds none.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--proxy-server=127.0.0.1:9',
    ...QUIET_ARGUMENTS,
    // As root Chromium refuses to run in its sandbox.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    pathToFileURL(page).href,
  ];
}

/** @returns null where it ended well, else why not. Whoever does not want it any more, or waited too long, ends it. */
function endOf(child: ChildProcess, limit: number, signal: AbortSignal): Promise<string | null> {
  return new Promise((resolve) => {
    let isLate = false;
    const kill = (): void => {
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => {
      isLate = true;
      kill();
    }, limit);
    const end = (reason: string | null): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', kill);
      resolve(isLate ? 'too-slow' : reason);
    };
    signal.addEventListener('abort', kill, { once: true });
    // Given up while it was being started: no event tells of it any more.
    if (signal.aborted) kill();
    child.once('error', (error) => {
      end(error.message);
    });
    child.once('exit', (code, killed) => {
      end(code === 0 ? null : `exit ${code ?? killed ?? ''}`);
    });
  });
}

const TAIL = 1024;

/** One that was cut off has no end. */
function isWhole(pdf: Buffer): boolean {
  return pdf.subarray(0, 5).toString('latin1') === '%PDF-' && pdf.subarray(-TAIL).includes('%%EOF');
}
