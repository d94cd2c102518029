/** Installing the dependencies and building the app, each only where it is missing or older than what it is made from. */
import { existsSync, lstatSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { digestOf, readStamp, writeStamp } from './digest.mjs';
import { modules, nodeIn, requireAppNode, root } from './paths.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];
const INSTALL_STAMP = join(modules, '.dossier-installed');
const BUILD_STAMP = join(root, 'out', '.dossier-built');
const SOURCES = [
  ...['src-main', 'src-renderer', 'db', 'electron.config.ts', 'svelte.config.js', 'tsconfig.base.json'],
  ...['tsconfig.json', 'tsconfig.renderer.json', 'package.json', 'package-lock.json'],
];

/** Installs what the lockfile names. A tree that was installed by hand after the lockfile changed is taken as it is. */
export async function installDependencies() {
  const stamp = `${process.platform}-${process.arch} ${digestOf(root, ['package-lock.json'])}`;
  if (readStamp(INSTALL_STAMP) === stamp) return;
  if (!installedByHand()) await runNpm();
  writeStamp(INSTALL_STAMP, stamp);
}

/** npm writes its hidden lockfile last, so one that is newer than ours stands for a complete install. */
function installedByHand() {
  const hidden = statSync(join(modules, '.package-lock.json'), { throwIfNoEntry: false });
  return (
    hidden !== undefined &&
    !existsSync(INSTALL_STAMP) &&
    hidden.mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
  );
}

async function runNpm() {
  refuseLink();
  say('installing the dependencies (the first start only)…');
  const npm = npmCommand();
  if (npmSkipsNothing(npm.node)) await runChecked(npm, installArguments());
  else await installOnNewerNode(npm);
}

/** @param {Npm} npm */
async function installOnNewerNode(npm) {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-node-'));
  try {
    const wanted = ['--no-save', '--prefix', folder, `node@${nodeVersion()}`];
    await runChecked(npm, ['install', ...wanted, ...QUIET]);
    const node = nodeIn(join(folder, 'node_modules'));
    const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
    await runChecked({ ...npm, program: npm.args.length > 0 ? node : npm.program }, installArguments(), env);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * npm silently leaves out optional packages, such as the bundler's binary for this system, whose `engines` exclude the
 * Node that npm runs on. Where that would happen npm runs on the Node that the app uses, which is fetched first.
 * @param {string} version
 */
export function npmSkipsNothing(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
}

/** The version that the lockfile has, too. */
function nodeVersion() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.node;
}

/**
 * @param {Npm} npm
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function runChecked(npm, args, env) {
  const { code } = await run(npm.program, [...npm.args, ...args], { cwd: root, env, shell: npm.shell });
  if (code !== 0) throw new Error(`npm could not install the dependencies (exit ${code}); it says above why`);
}

/** `npm ci` empties the folder a link points at, which belongs to another checkout. */
function refuseLink() {
  if (!lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  throw new Error(
    'node_modules is a link and does not fit the lockfile: remove the link, or install where it points',
  );
}

/**
 * Windows cannot delete a running program, and `npm ci` deletes node_modules first: where this very process runs
 * on the Node in there, the packages are brought up to date in place.
 */
function installArguments() {
  const locked = process.platform === 'win32' && process.execPath.startsWith(modules);
  return [...(locked ? ['install', '--no-save'] : ['ci']), '--include=dev', ...QUIET];
}

/**
 * @typedef {object} Npm
 * @property {string} program
 * @property {readonly string[]} args
 * @property {boolean} shell
 * @property {string} node the version of the Node that it runs on
 */

/** @returns {Npm} the one that started us, or else the one on PATH */
function npmCommand() {
  const script = process.env.npm_execpath;
  const [, node = process.versions.node] = /node\/v(\S+)/.exec(process.env.npm_config_user_agent ?? '') ?? [];
  if (script && basename(script) === 'npm-cli.js' && existsSync(script)) {
    return { program: process.env.npm_node_execpath ?? process.execPath, args: [script], shell: false, node };
  }
  return { program: 'npm', args: [], shell: process.platform === 'win32', node };
}

/** Builds main, preload and window into out/. */
export async function buildApp() {
  const stamp = digestOf(root, SOURCES);
  if (readStamp(BUILD_STAMP) === stamp) return;
  say('building the app…');
  rmSync(BUILD_STAMP, { force: true });
  const tool = join(modules, 'electron-vite', 'bin', 'electron-vite.js');
  const args = [tool, 'build', '-c', 'electron.config.ts', '--logLevel', 'warn'];
  const env = { ...process.env, NO_COLOR: '1' };
  const { code, output } = await run(requireAppNode(), args, { cwd: root, env, quiet: true });
  if (code !== 0) throw new Error(`the build failed (exit ${code}):\n${output}`);
  writeStamp(BUILD_STAMP, stamp);
}
