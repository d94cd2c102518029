/** Opens the app in a window of an installed browser, with a profile of its own and no address bar. */
import { spawn, type ChildProcess } from 'node:child_process';
import { type Browser, findBrowser, hasDisplay, type Machine } from '../../worker/find-browser.ts';
import { QUIET_ARGUMENTS } from '../../worker/quiet-browser.ts';

/** Why there is no window. */
export type NoWindow = 'noDisplay' | 'noBrowser';

/** The browser that a window would open in, or why there can be none. */
export function chooseBrowser(machine: Machine): Browser | NoWindow {
  if (!hasDisplay(machine)) return 'noDisplay';
  return findBrowser(machine) ?? 'noBrowser';
}

export interface OpenOptions {
  readonly browser: Browser;
  readonly url: string;
  readonly profileFolder: string;
  readonly asRoot: boolean;
}

export interface OpenedWindow {
  /** Ends when the browser has ended; `failed` where it could not be started or ended with an error. */
  readonly closed: Promise<{ readonly failed: string | null }>;
  close(): void;
}

export function argumentsFor({
  url,
  profileFolder,
  asRoot,
}: Omit<OpenOptions, 'browser'>): readonly string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profileFolder}`,
    '--window-size=1280,860',
    '--class=Dossier',
    ...QUIET_ARGUMENTS,
    // A window that was ended with its server is not a crash to be told of at the next start.
    '--hide-crash-restore-bubble',
    ...(asRoot ? ['--no-sandbox'] : []),
  ];
}

export function openWindow(options: OpenOptions): OpenedWindow {
  const child = spawn(options.browser.path, argumentsFor(options), { stdio: 'ignore' });
  return {
    closed: endOf(child),
    close() {
      child.kill();
    },
  };
}

function endOf(child: ChildProcess): Promise<{ readonly failed: string | null }> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      resolve({ failed: error.message });
    });
    child.once('exit', (code, signal) => {
      resolve({ failed: code ? `exit ${code}` : signal && !child.killed ? signal : null });
    });
  });
}
