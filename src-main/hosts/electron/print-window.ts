/** Pages on paper by Electron itself: in a window that is never shown, runs no script and reaches nothing but its page. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BrowserWindow, session, type Session } from 'electron';
import { DossierError } from '../../common/contract/errors.ts';
import type { WorkspaceOptions } from '../../worker/workspace.ts';

type Printer = NonNullable<WorkspaceOptions['printer']>;

/** In memory, apart from the app's own session, whose policies let it read nothing from the disk. */
const PARTITION = 'print';
/** However small the page is, and for each byte of it: what takes longer hangs. In milliseconds. */
const LEAST_TIME = 120_000;
const TIME_PER_BYTE = 60_000 / 1_000_000;
/** UTF-16 units: an outline and tags for a larger page would take minutes. */
const LARGE = 4_000_000;

export function createPrintWindows(): Printer {
  /** Pages that are being printed. */
  const pages = new Set<string>();
  return {
    async print(html, signal, { isPart = false } = {}) {
      if (signal.aborted) throw new DossierError('cancelled');
      restrict(session.fromPartition(PARTITION), pages);
      const folder = await mkdtemp(join(tmpdir(), 'dossier-print-'));
      const file = join(folder, 'page.html');
      const page = pathToFileURL(file).href;
      try {
        await writeFile(file, html, { mode: 0o600 });
        pages.add(page);
        return await printPage(page, { length: html.length, isPlain: isPart || html.length > LARGE }, signal);
      } finally {
        pages.delete(page);
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

function restrict(own: Session, pages: ReadonlySet<string>): void {
  own.setPermissionRequestHandler((_contents, _permission, callback) => {
    callback(false);
  });
  own.webRequest.onBeforeRequest(({ url }, callback) => {
    callback({ cancel: !pages.has(url) && !url.startsWith('data:') });
  });
}

interface Job {
  /** Of the page, in UTF-16 units. */
  readonly length: number;
  /** Without tags and outline. */
  readonly isPlain: boolean;
}

async function printPage(page: string, { length, isPlain }: Job, signal: AbortSignal): Promise<Uint8Array> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      partition: PARTITION,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
    },
  });
  let isLate = false;
  const stop = (): void => {
    if (!window.isDestroyed()) window.destroy();
  };
  const timer = setTimeout(
    () => {
      isLate = true;
      stop();
    },
    LEAST_TIME + length * TIME_PER_BYTE,
  );
  signal.addEventListener('abort', stop, { once: true });
  try {
    await window.loadURL(page);
    return new Uint8Array(
      await window.webContents.printToPDF({
        printBackground: true,
        preferCSSPageSize: true,
        generateTaggedPDF: !isPlain,
        generateDocumentOutline: !isPlain,
      }),
    );
  } catch (cause) {
    if (signal.aborted) throw new DossierError('cancelled', {}, { cause });
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new DossierError('print-failed', { reason: isLate ? 'too-slow' : said }, { cause });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    stop();
  }
}
