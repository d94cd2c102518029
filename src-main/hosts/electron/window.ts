/** A window: a sandboxed page without Node, without another origin, without anything that it does not use. */
import { BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron';
import type { Capabilities } from '../../common/contract/capabilities.ts';
import { toArgument } from '../../common/contract/ipc.ts';
import { PAGE_URL } from './trust.ts';
import { type Placement, readPlacement, SMALLEST, writeWindowState } from './window-state.ts';

export interface WindowOptions {
  readonly preloadFile: string;
  /** Where its place is remembered. */
  readonly stateFile: string;
  readonly capabilities: Capabilities;
  readonly title: string;
  /** What its page is to show, where that is not the page's own choice. */
  readonly route?: string;
  /** The window that it is opened from: it stands a little beside that one. */
  readonly from?: BrowserWindow;
  /** Only in a checkout: a packed app has no use for them. */
  readonly developerTools: boolean;
}

/** The paper of the light and of the dark theme (styles/tokens.css), so that the window does not flash at start. */
const PAPER = { light: '#fdfcfa', dark: '#1d1c1a' } as const;

export function openWindow(options: WindowOptions): BrowserWindow {
  const { bounds, maximized } = options.from ? placeBeside(options.from) : readPlace(options.stateFile);
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
  void window.loadURL(options.route === undefined ? PAGE_URL : addressOf(options.route));
  return window;
}

function readPlace(stateFile: string): Placement {
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  return readPlacement(stateFile, areas);
}

/** In px: enough to see that there are two, and that the one behind is still there. */
const STEP = 28;

function placeBeside(from: BrowserWindow): Placement {
  const { x, y, width, height } = from.getNormalBounds();
  return { bounds: { x: x + STEP, y: y + STEP, width, height }, maximized: false };
}

/** Behind the `#`, which never leaves the page. */
const addressOf = (route: string): string => `${PAGE_URL}#${new URLSearchParams({ route }).toString()}`;

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
