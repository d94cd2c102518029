/** A browser for the end-to-end tests: an installed one, or one that ships inside an npm package, or (as root in CI) Debian's. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser } from './browsers.mjs';
import { cache, modules, requireAppNode } from './paths.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const FOLDER = join(cache, 'browser');
/** @typedef {import('./browsers.mjs').Browser} Browser */

/**
 * The browser that tests use, without fetching one.
 * @returns {Browser | undefined}
 */
export function findTestBrowser() {
  return findBrowser() ?? unpackedBrowser();
}

/** @returns {Browser | undefined} */
function unpackedBrowser() {
  const path = join(FOLDER, 'chromium');
  return process.env.CHROME_PATH || !existsSync(path) ? undefined : { name: 'Chromium from npm', path };
}

/**
 * Where the packed browser finds the libraries that a bare system lacks; installed browsers bring their own.
 * @param {Browser} browser
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentOf(browser) {
  if (!browser.path.startsWith(FOLDER)) return {};
  const own = process.env.LD_LIBRARY_PATH;
  return { LD_LIBRARY_PATH: [...(own ? [own] : []), join(FOLDER, 'al2023', 'lib')].join(':') };
}

/** Sees to it that findTestBrowser finds one, where that is possible. */
export async function ensureTestBrowser() {
  if (findTestBrowser() || process.env.CHROME_PATH) return;
  await unpackBrowser();
  if (!findTestBrowser()) await installAsRoot();
}

/** The package unpacks into the folder for temporary files, under fixed names: it gets a folder of its own. */
async function unpackBrowser() {
  const entry = join(modules, '@sparticuz', 'chromium', 'build', 'esm', 'index.js');
  if (process.platform !== 'linux' || !existsSync(entry)) return;
  say('unpacking a browser for the end-to-end tests…');
  const partial = `${FOLDER}.part`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const script = `await (await import(${JSON.stringify(pathToFileURL(entry).href)})).default.executablePath()`;
  // The name of the environment makes it unpack the libraries as well.
  const env = { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  const { code, output } = await run(requireAppNode(), ['--input-type=module', '-e', script], {
    env,
    quiet: true,
  });
  if (code === 0) renameSync(partial, FOLDER);
  else say(`the browser could not be unpacked: ${output.trim()}`);
}

async function installAsRoot() {
  if (process.platform !== 'linux' || !process.env.CI || process.getuid?.() !== 0) return;
  say('installing Chromium with apt…');
  const install = 'apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium';
  const { code, output } = await run('sh', ['-c', install], { quiet: true, limitMs: 180_000 });
  if (code !== 0) say(`apt could not install Chromium: ${output.trim().split('\n').pop()}`);
}
