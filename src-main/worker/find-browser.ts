/** Finds a Chromium-family browser that is installed on this machine: only they have windows without an address bar. */
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, posix, win32 } from 'node:path';

/** What the search depends on, so that one machine's tests can look at another system. */
export interface Machine {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  exists(path: string): boolean;
  /** The path behind links. */
  resolve(path: string): string;
}

export interface Browser {
  readonly name: string;
  readonly path: string;
  /** Ubuntu's kind of package, whose programs may not write to hidden folders of the home. */
  readonly snap: boolean;
}

interface Kind {
  readonly name: string;
  readonly linux: readonly string[];
  readonly mac: string;
  readonly windows: string;
}

/** In order of preference: the freer first. */
const KINDS: readonly Kind[] = [
  {
    name: 'Chromium',
    linux: ['chromium', 'chromium-browser'],
    mac: 'Chromium',
    windows: 'Chromium\\Application\\chrome.exe',
  },
  {
    name: 'Chrome',
    linux: ['google-chrome', 'google-chrome-stable'],
    mac: 'Google Chrome',
    windows: 'Google\\Chrome\\Application\\chrome.exe',
  },
  {
    name: 'Edge',
    linux: ['microsoft-edge', 'microsoft-edge-stable'],
    mac: 'Microsoft Edge',
    windows: 'Microsoft\\Edge\\Application\\msedge.exe',
  },
  {
    name: 'Brave',
    linux: ['brave-browser', 'brave'],
    mac: 'Brave Browser',
    windows: 'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  },
  {
    name: 'Vivaldi',
    linux: ['vivaldi', 'vivaldi-stable'],
    mac: 'Vivaldi',
    windows: 'Vivaldi\\Application\\vivaldi.exe',
  },
];

export function thisMachine(): Machine {
  return { platform: process.platform, env: process.env, exists: existsSync, resolve: realpathSync };
}

/** CHROME_PATH decides alone where it is set: a wrong path means no browser, not another one. */
export function findBrowser(machine: Machine): Browser | null {
  const chosen = machine.env['CHROME_PATH'];
  if (chosen) return machine.exists(chosen) ? describe('Chromium', chosen, machine) : null;
  for (const kind of KINDS) {
    const path = candidates(kind, machine).find((each) => machine.exists(each));
    if (path) return describe(kind.name, path, machine);
  }
  return null;
}

/** Only Linux runs without a display as a matter of course. */
export function hasDisplay({ platform, env }: Machine): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

function candidates(kind: Kind, { platform, env }: Machine): readonly string[] {
  if (platform === 'win32') {
    return [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']]
      .filter((folder) => folder !== undefined)
      .map((folder) => win32.join(folder, kind.windows));
  }
  if (platform === 'darwin') {
    return ['/Applications', posix.join(env['HOME'] ?? '/', 'Applications')].map((folder) =>
      posix.join(folder, `${kind.mac}.app`, 'Contents/MacOS', kind.mac),
    );
  }
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter(Boolean), '/snap/bin'];
  return kind.linux.flatMap((program) => folders.map((folder) => posix.join(folder, program)));
}

/** Ubuntu's `chromium-browser` is a script that starts the snap, so the snap's presence tells, too. */
function describe(name: string, path: string, machine: Machine): Browser {
  const file = posix.basename(path);
  const starter = file.startsWith('chromium') && machine.exists('/snap/bin/chromium');
  const behind = machine.platform === 'linux' ? machine.resolve(path) : path;
  return { name, path, snap: starter || path.startsWith('/snap/') || behind === '/usr/bin/snap' };
}
