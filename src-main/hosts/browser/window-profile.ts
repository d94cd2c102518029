/** The browser profile of the app's own window: preferences stay from one start to the next, the user's browser is not touched. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '../../worker/find-browser.ts';

export interface WindowProfile {
  readonly folder: string;
  /** The port of the last time, or null. Preferences belong to an origin, and the port is part of it. */
  readonly port: number | null;
  rememberPort(port: number): void;
  release(): void;
}

/** More windows at a time than this share nothing any more; nobody has been seen to open them. */
const MOST_PROFILES = 16;
const LOCK = 'dossier.pid';
const PORT = 'dossier.port';

/**
 * Takes the first profile that no other process of ours uses: a second browser with the same profile would hand
 * its window over to the first and end at once, which looks like a closed window.
 */
export function takeProfile(base: string): WindowProfile {
  for (let number = 1; number < MOST_PROFILES; number++) {
    const folder = join(base, number === 1 ? 'window' : `window-${number}`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (lock(join(folder, LOCK))) return profileIn(folder);
  }
  throw new Error(`Too many windows are open: all profiles in ${base} are taken.`);
}

/** Where profiles are: the data folder, or the one place in the home that a snap may write to. */
export function profileBase(browser: Browser | null, dataFolder: string, home: string): string {
  return browser?.snap ? join(home, 'snap', 'chromium', 'common', 'dossier') : dataFolder;
}

function profileIn(folder: string): WindowProfile {
  return {
    folder,
    port: readNumber(join(folder, PORT)),
    rememberPort(port) {
      writeFileSync(join(folder, PORT), String(port), { mode: 0o600 });
    },
    release() {
      rmSync(join(folder, LOCK), { force: true });
    },
  };
}

/** A lock of a process that has ended is nobody's. */
function lock(path: string): boolean {
  const owner = readNumber(path);
  if (owner !== null && owner !== process.pid && isRunning(owner)) return false;
  if (owner === process.pid) return false;
  if (owner !== null) rmSync(path, { force: true });
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function readNumber(path: string): number | null {
  try {
    const number = Number.parseInt(readFileSync(path, 'utf8'), 10);
    return Number.isSafeInteger(number) && number > 0 ? number : null;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
