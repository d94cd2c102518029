/** Electron's binary, which its package downloads at first start. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { modules, requireAppNode } from './paths.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const FOLDER = join(modules, 'electron');
const DOWNLOADER = fileURLToPath(new URL('./download-electron.mjs', import.meta.url));

/** @returns {string | undefined} the program, where it has been downloaded */
export function findElectron() {
  const pointer = join(FOLDER, 'path.txt');
  if (!existsSync(pointer)) return undefined;
  const program = join(
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(FOLDER, 'dist'),
    readFileSync(pointer, 'utf8'),
  );
  return existsSync(program) ? program : undefined;
}

/**
 * @returns {Promise<{ readonly program: string } | { readonly reason: string }>} the reason is a clause that can
 *   follow "because"
 */
export async function ensureElectron() {
  const found = findElectron();
  if (found) return { program: found };
  say('Electron is not here yet: trying to download it (about 120 MB)…');
  const { code, output } = await run(requireAppNode(), [DOWNLOADER], { onLine: showProgress });
  const program = findElectron();
  if (code === 0 && program) return { program };
  const last = output.trim().split('\n').pop() ?? '';
  return { reason: `Electron could not be downloaded (${last.replace(/^error /, '') || `exit ${code}`})` };
}

/** @param {string} line */
function showProgress(line) {
  if (line.startsWith('progress ')) say(`Electron ${line.slice('progress '.length)}`);
}

/** Exit codes of a shell or loader that could not run a program at all. */
const CANNOT_RUN = [126, 127];
const CRASHES = ['SIGTRAP', 'SIGABRT', 'SIGSEGV', 'SIGILL', 'SIGBUS'];
/** A crash after this long is a crash of a running app, not one that never came up. */
const STARTUP_MS = 20_000;

/**
 * Why Electron never came up: a missing library, a kernel that forbids its sandbox, a display that is not there.
 * @param {import('./run.mjs').Outcome} outcome
 * @param {number} ranMs
 * @returns {string | undefined} a clause as in ensureElectron; undefined if it ran
 */
export function startFailure({ code, signal }, ranMs) {
  if (ranMs > STARTUP_MS) return undefined;
  if (signal && CRASHES.includes(signal)) return `Electron cannot run on this system (${signal})`;
  return CANNOT_RUN.includes(code) ? `Electron cannot run on this system (exit ${code})` : undefined;
}
