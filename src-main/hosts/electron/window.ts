/** The one window: a sandboxed page without Node, without another origin, without anything that it does not use. */
import { BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron';
import type { Capabilities } from '../../common/contract/capabilities.ts';
import { toArgument } from '../../common/contract/ipc.ts';
import { PAGE_URL } from './trust.ts';
import { readPlacement, SMALLEST, writeWindowState } from './window-state.ts';

export interface WindowOptions {
  readonly preloadFile: string;
  /** Where its place is remembered. */
  readonly stateFile: string;
  readonly capabilities: Capabilities;
  readonly title: string;
  /** Only in a checkout: a packed app has no use for them. */
  readonly developerTools: boolean;
}

/** The paper of the light and of the dark theme (styles/tokens.css), so that the window does not flash at start. */
const PAPER = { light: '#fdfcfa', dark: '#1d1c1a' } as const;

export function openWindow(options: WindowOptions): BrowserWindow {
  const { bounds, maximized } = readPlacement(
    options.stateFile,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: options.title,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    // Shown when there is something to see.
    show: false,
    webPreferences: preferences(options),
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.on('close', () => {
    writeWindowState(options.stateFile, { ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
  void window.loadURL(PAGE_URL);
  return window;
}

/** Most of these are Electron's defaults: they stand here so that a changed default changes nothing. */
function preferences({ preloadFile, capabilities, developerTools }: WindowOptions): WebPreferences {
  return {
    preload: preloadFile,
    additionalArguments: [toArgument(capabilities)],
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    // Its dictionaries are downloaded from the network on Linux and Windows.
    spellcheck: false,
    safeDialogs: true,
    autoplayPolicy: 'document-user-activation-required',
    devTools: developerTools,
  };
}
