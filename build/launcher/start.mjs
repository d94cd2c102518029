/**
 * `npm start`: opens the app in Electron; else in an installed Chromium-family browser; else serves it and prints the
 * address. Says in one line which of these it did and why. DOSSIER_HOST=electron|browser|serve decides by hand.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { hostArguments, parseArguments } from './lib/arguments.mjs';
import { findBrowser, hasDisplay } from './lib/browsers.mjs';
import { ensureElectron, startFailure } from './lib/electron.mjs';
import { cliEntry, requireAppNode, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { fail, say } from './lib/say.mjs';

const WRONG_USAGE = 2;

async function start() {
  const from = process.env.INIT_CWD ?? process.cwd();
  const args = process.argv.slice(2).map((each) => (each.startsWith('-') ? each : resolve(from, each)));
  const target = parseArguments(args, firstBytes);
  if ('problem' in target) {
    say(target.problem);
    return WRONG_USAGE;
  }
  if (target.kind === 'import') {
    const { code } = await runApp(['import', target.path]);
    if (code !== 0) return code;
  }
  return open(hostArguments(target));
}

/** @param {readonly string[]} args */
async function open(args) {
  const forced = process.env.DOSSIER_HOST;
  const reason = await openElectron(args, forced);
  if (typeof reason === 'number') return reason;
  const browser = forced !== 'serve' && hasDisplay() ? findBrowser() : undefined;
  const why =
    browser || forced === 'serve' || !hasDisplay()
      ? reason
      : `${reason} and no Chromium-family browser is installed`;
  return serve(args, browser, why);
}

/**
 * @param {readonly string[]} args
 * @param {string | undefined} forced
 * @returns {Promise<number | string>} its exit code, or why it was not Electron
 */
async function openElectron(args, forced) {
  if (forced && forced !== 'electron') return `DOSSIER_HOST is ${forced}`;
  if (!hasDisplay()) return 'there is no display';
  const electron = await ensureElectron();
  if ('reason' in electron) return electron.reason;
  say('opening in Electron, in a window of its own.');
  const began = Date.now();
  const outcome = await run(electron.program, [...electronFlags(), root, ...args], {
    env: electronEnvironment(),
  });
  return startFailure(outcome, Date.now() - began) ?? outcome.code;
}

/** Chromium refuses to run its sandbox as root. */
function electronFlags() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function electronEnvironment() {
  const { ELECTRON_RUN_AS_NODE: _never, ...env } = process.env;
  return env;
}

/**
 * @param {readonly string[]} args
 * @param {import('./lib/browsers.mjs').Browser | undefined} browser
 * @param {string} why
 */
async function serve(args, browser, why) {
  const env = browser ? { ...process.env, CHROME_PATH: browser.path } : process.env;
  const onLine = (/** @type {string} */ line) => announce(line, browser, why);
  const { code } = await runApp(['serve', ...(browser ? [] : ['--no-open']), ...args], { env, onLine });
  return code;
}

/**
 * @param {string} line what `serve` prints when it is ready: {"url"}
 * @param {import('./lib/browsers.mjs').Browser | undefined} browser
 * @param {string} why
 */
function announce(line, browser, why) {
  if (!line.startsWith('{')) return;
  const { url } = JSON.parse(line);
  const done = browser ? `opened in ${browser.name}` : 'serving; open this address in a browser';
  say(`${done}, because ${why}: ${url} (Ctrl-C ends it)`);
}

/**
 * @param {readonly string[]} args
 * @param {import('./lib/run.mjs').RunOptions} [options]
 */
function runApp(args, options) {
  return run(requireAppNode(), [cliEntry, ...args], options);
}

/** @param {string} path */
function firstBytes(path) {
  const buffer = Buffer.alloc(16);
  try {
    const file = openSync(path, 'r');
    const length = readSync(file, buffer, 0, buffer.length, 0);
    closeSync(file);
    return buffer.toString('latin1', 0, length);
  } catch (error) {
    // A folder can be opened but not read, and is imported as a whole.
    return error instanceof Error && 'code' in error && error.code === 'EISDIR' ? '' : undefined;
  }
}

start().then((code) => {
  process.exitCode = code;
}, fail);
