/**
 * Entry of the packed app and of `electron .`: the composition root that knows the window and the command line. A
 * verb as first argument is answered without a window, so that the packed program is `dossier` too.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { VERBS } from './hosts/cli/verb-table.ts';
import { runHeadless } from './hosts/electron/headless.ts';
import { firstOperand } from './hosts/electron/launch.ts';
import { startElectron } from './hosts/electron/main.ts';
import { findPageFolder } from './worker/page-files.ts';
import { dataFolder } from './worker/platform-folders.ts';

// `electron FOLDER ARGS` in a checkout, `dossier ARGS` when packed.
const args = process.argv.slice(process.defaultApp ? 2 : 1);

if (isCommandLine()) {
  await runHeadless(async () => {
    // The command line reads its arguments where Node puts them.
    process.argv.splice(0, Infinity, process.execPath, 'dossier', ...args);
    await import('./dossier.ts');
    return Number(process.exitCode ?? 0);
  });
} else {
  const rendererFolder = findPageFolder(import.meta.dirname);
  startElectron({
    args,
    folder: process.cwd(),
    rendererFolder,
    preloadFile: join(rendererFolder, '..', 'preload', 'preload.cjs'),
    dataFolder: dataFolder({ platform: process.platform, home: homedir(), env: process.env }),
  });
}

function isCommandLine(): boolean {
  if (args.some((arg) => arg === '--help' || arg === '--version')) return true;
  const operand = firstOperand(args);
  return VERBS.some(({ name }) => name.split(' ', 1)[0] === operand);
}
