/** The Electron host: one process, one workspace, and the windows on it. */
import { join } from 'node:path';
import { LINK_SCHEME } from '../../common/document/internal-links.ts';
import { app, dialog, protocol } from 'electron';
import { makePrivateFolder } from '../../worker/private-folder.ts';
import { registerAppScheme } from './app-protocol.ts';
import { ElectronHost, type ElectronHostOptions } from './electron-host.ts';
import type { Handover } from './launch.ts';
import { restrictNavigation } from './navigation-policy.ts';
import { restrictProcess } from './process-policy.ts';
import { reportToStderr } from './report.ts';

/**
 * Starts the app and returns at once. Nothing may wait for it at the top level of the entry: Electron is ready only
 * after the entry has been evaluated, so that the two would wait for each other.
 */
export function startElectron(options: ElectronHostOptions): void {
  runElectron(options).catch((error: unknown) => {
    dialog.showErrorBox(app.name, error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
}

/** Ends when the window is on its way. What must stand before Electron is ready is done before the first `await`. */
export async function runElectron(options: ElectronHostOptions): Promise<void> {
  // Chromium's own files stay apart from the notebooks.
  const profile = join(options.dataFolder, 'electron');
  makePrivateFolder(options.dataFolder);
  makePrivateFolder(profile);
  app.setPath('userData', profile);
  restrictProcess(app);
  registerAppScheme(protocol);
  takeLinks();
  restrictNavigation(app, reportToStderr);
  const handover: Handover = { args: [...options.args], folder: options.folder };
  if (!app.requestSingleInstanceLock(handover)) {
    app.quit();
    return;
  }
  const host = new ElectronHost(options, join(profile, 'window.json'));
  host.listen();
  await app.whenReady();
  await host.start();
}

/** Addresses of the notebook's things lead to the installed app. What follows `--` is never taken for an option. */
function takeLinks(): void {
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME, process.execPath, ['--']);
}
