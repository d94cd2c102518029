/** Boots the real main process code, and where asked the real preload, over the double. */
import { onTestFinished, vi } from 'vitest';
import type { Transport } from '../../src-main/common/contract/client.ts';
import { type ElectronHostOptions } from '../../src-main/hosts/electron/electron-host.ts';
import { runElectron } from '../../src-main/hosts/electron/main.ts';
import {
  appEvents,
  exposed,
  type Recorded,
  recorded,
  resetElectron,
  type TestWindow,
} from '../doubles/electron.ts';
import { createPageFolder } from '../support/page-folder.ts';
import { tempFolder } from '../support/temp.ts';

export interface Booted {
  readonly dataFolder: string;
  readonly window: TestWindow;
  readonly refusals: string[];
  /** As the user quits: the app's own wait for the workspace included. */
  quit(): Promise<void>;
}

export type BootOptions = Partial<ElectronHostOptions> & {
  /** Changes what Electron answers, before anything runs. */
  readonly given?: Partial<Recorded>;
};

export async function boot({ given = {}, ...options }: BootOptions = {}): Promise<Booted> {
  resetElectron();
  Object.assign(recorded, given);
  const refusals: string[] = [];
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    refusals.push(String(text));
    return true;
  });
  const page = createPageFolder();
  const dataFolder = options.dataFolder ?? tempFolder();
  onTestFinished(async () => {
    await quit();
    stderr.mockRestore();
    page.remove();
  });
  await runElectron({
    args: [],
    folder: dataFolder,
    rendererFolder: page.folder,
    preloadFile: '/app/preload.cjs',
    dataFolder,
    ...options,
  });
  const [window] = recorded.windows;
  if (!window) throw new Error('The app opened no window.');
  return { dataFolder, window, refusals, quit };
}

async function quit(): Promise<void> {
  const before = recorded.quits;
  let isPrevented = false;
  appEvents.emit('will-quit', { preventDefault: () => (isPrevented = true) });
  // The engine's thread closes its notebook first, which takes a while on a busy machine.
  if (isPrevented) await vi.waitUntil(() => recorded.quits > before, { timeout: 20_000 });
}

/** What the page finds as `window.dossier`. A module runs once, so the first window's arguments hold for a test file. */
export async function bootPage(window: TestWindow): Promise<Transport> {
  const given = process.argv;
  process.argv = [...given, ...(window.options.webPreferences?.additionalArguments ?? [])];
  try {
    await import('../../src-main/hosts/electron/preload.ts');
  } finally {
    process.argv = given;
  }
  return exposed.get('dossier') as Transport;
}
