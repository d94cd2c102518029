/**
 * Finds a Chromium-family browser that is installed. src-main/worker/find-browser.ts does the same for the packed
 * app; the launcher cannot import it before anything is installed, so a test holds the two together.
 */
import { existsSync } from 'node:fs';
import { delimiter, posix, win32 } from 'node:path';

/** @typedef {{ readonly name: string, readonly path: string }} Browser */
/**
 * @typedef {object} Surroundings
 * @property {NodeJS.Platform} platform
 * @property {NodeJS.ProcessEnv} env
 * @property {(path: string) => boolean} exists
 */

/** Name for people, programs on Linux, bundle on macOS, program below the folders for programs on Windows. */
const FAMILY = [
  ['Chromium', ['chromium', 'chromium-browser'], 'Chromium', 'Chromium\\Application\\chrome.exe'],
  [
    'Chrome',
    ['google-chrome', 'google-chrome-stable'],
    'Google Chrome',
    'Google\\Chrome\\Application\\chrome.exe',
  ],
  [
    'Edge',
    ['microsoft-edge', 'microsoft-edge-stable'],
    'Microsoft Edge',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  [
    'Brave',
    ['brave-browser', 'brave'],
    'Brave Browser',
    'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  ],
  ['Vivaldi', ['vivaldi', 'vivaldi-stable'], 'Vivaldi', 'Vivaldi\\Application\\vivaldi.exe'],
].map(([name, programs, bundle, program]) => ({ name, programs, bundle, program }));

/** @type {Surroundings} */
const HERE = { platform: process.platform, env: process.env, exists: existsSync };

/**
 * CHROME_PATH decides alone where it is set: a wrong path means no browser, not another one.
 * @param {Surroundings} [here]
 * @returns {Browser | undefined}
 */
export function findBrowser(here = HERE) {
  const chosen = here.env.CHROME_PATH;
  if (chosen) return here.exists(chosen) ? { name: nameOf(chosen), path: chosen } : undefined;
  for (const member of FAMILY) {
    const path = candidatesOf(member, here).find(here.exists);
    if (path) return { name: String(member.name), path };
  }
  return undefined;
}

/** @param {string} path */
function nameOf(path) {
  const file = path.split(/[\\/]/).pop() ?? path;
  return file.replace(/\.exe$/i, '');
}

/**
 * @param {(typeof FAMILY)[number]} member
 * @param {Surroundings} here
 * @returns {string[]}
 */
function candidatesOf(member, { platform, env }) {
  if (platform === 'win32') {
    return [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .map((folder) => win32.join(folder, String(member.program)));
  }
  if (platform === 'darwin') {
    return ['/Applications', `${env.HOME ?? ''}/Applications`].map(
      (folder) => `${folder}/${member.bundle}.app/Contents/MacOS/${member.bundle}`,
    );
  }
  const folders = [...(env.PATH ?? '').split(delimiter).filter(Boolean), '/snap/bin'];
  return [member.programs]
    .flat()
    .flatMap((program) => folders.map((folder) => posix.join(folder, String(program))));
}

/**
 * Whether a window can be shown at all. Only Linux runs without a display as a matter of course.
 * @param {Pick<Surroundings, 'platform' | 'env'>} [here]
 */
export function hasDisplay({ platform, env } = HERE) {
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
