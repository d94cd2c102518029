/** Where things are in a checkout. Plain JavaScript that Node 18 runs with nothing installed, like all of build/launcher. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const modules = join(root, 'node_modules');
/** The command line, which also serves the window's app to a browser. */
export const cliEntry = join(root, 'out', 'main', 'dossier.js');
/** Things the launcher makes for itself; `npm ci` empties it with the rest of node_modules. */
export const cache = join(modules, '.cache', 'dossier');

/** The oldest Node that better-sqlite3 loads in: older ones crash instead of complaining. */
const NATIVE_MODULE_NODE = 22;

/** @param {string} version as in process.versions.node */
export const majorOf = (version) => Number.parseInt(version, 10);

/** @param {string} folder a node_modules that has the package `node` */
export function nodeIn(folder) {
  return join(folder, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * The Node that runs the app: the one among the dependencies, or else this one where it is new enough.
 * @returns {string | undefined} undefined where there is neither
 */
export function findAppNode() {
  const installed = nodeIn(modules);
  if (existsSync(installed)) return installed;
  return majorOf(process.versions.node) >= NATIVE_MODULE_NODE ? process.execPath : undefined;
}

/** As findAppNode, for those who cannot go on without. */
export function requireAppNode() {
  const node = findAppNode();
  if (node) return node;
  throw new Error(
    'Node 24 is not among the installed packages. If npm is set to ignore-scripts, run: npm rebuild node --ignore-scripts=false',
  );
}
