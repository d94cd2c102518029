/** `npm run dossier -- ARGS`: the command line from a checkout. Builds and installs nothing; answers at once. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cliEntry, findAppNode, majorOf, modules } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { fail } from './lib/say.mjs';

/** The Node that the app is built for; an equal or newer one runs it without a second process. */
const APP_NODE = 24;
const WRONG_USAGE = 2;

async function runCommand() {
  const node = findAppNode();
  if (!node || !existsSync(cliEntry) || !existsSync(join(modules, 'better-sqlite3'))) {
    refuse('nothing is installed here yet: run "npm start" once, then give the command again');
    return;
  }
  // npm moves to the package's folder; paths on the command line are meant from where the user stood.
  if (process.env.npm_lifecycle_event === 'dossier') process.chdir(process.env.INIT_CWD ?? process.cwd());
  if (majorOf(process.versions.node) >= APP_NODE) {
    process.argv.splice(1, 1, cliEntry);
    await import(pathToFileURL(cliEntry).href);
  } else {
    const { code } = await run(node, [cliEntry, ...process.argv.slice(2)]);
    process.exitCode = code;
  }
}

/** @param {string} message */
function refuse(message) {
  process.stderr.write(`dossier: ${message}\n`);
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ error: { code: 'usage', message, details: {} } })}\n`);
  }
  process.exitCode = WRONG_USAGE;
}

runCommand().catch(fail);
