/**
 * Stands in for the `electron` module where its binary is not: what main and preload set is recorded, and what
 * Electron would report is emitted by the test. Typed against Electron's own declarations, so that a member that
 * Electron renames or retypes fails the type check; a member that the double does not have throws by name.
 */
import { EventEmitter } from 'node:events';
import type * as E from 'electron';

/** The recorded state, beside what main sees. Reset between tests. */
export interface Recorded {
  readonly switches: Map<string, string | undefined>;
  readonly paths: Map<string, string>;
  readonly handlers: Map<string, InvokeHandler>;
  readonly protocols: Map<string, (request: Request) => Response | Promise<Response>>;
  readonly windows: WindowDouble[];
  readonly opened: string[];
  readonly schemesTaken: string[];
  readonly recent: string[];
  readonly errors: string[];
  schemes: E.CustomScheme[];
  menu: E.MenuItemConstructorOptions[];
  isSandboxed: boolean;
  isPackaged: boolean;
  hasLock: boolean;
  handover: unknown;
  languages: string[];
  quits: number;
  exitCode: number | null;
  resolver: E.ConfigureHostResolverOptions | null;
  openDialog: E.OpenDialogReturnValue;
  saveDialog: E.SaveDialogReturnValue;
  readonly dialogs: (E.OpenDialogOptions | E.SaveDialogOptions)[];
  readonly messages: E.MessageBoxOptions[];
  displays: E.Rectangle[];
  /** What a printed page comes to. */
  printed: Promise<Buffer>;
}

type InvokeHandler = (event: E.IpcMainInvokeEvent, ...args: unknown[]) => unknown;

function emptyRecord(): Recorded {
  return {
    switches: new Map(),
    paths: new Map(),
    handlers: new Map(),
    protocols: new Map(),
    windows: [],
    opened: [],
    schemesTaken: [],
    recent: [],
    errors: [],
    schemes: [],
    menu: [],
    isSandboxed: false,
    isPackaged: true,
    hasLock: true,
    handover: null,
    languages: ['en-GB'],
    quits: 0,
    exitCode: null,
    resolver: null,
    openDialog: { canceled: true, filePaths: [] },
    saveDialog: { canceled: true, filePath: '' },
    dialogs: [],
    messages: [],
    displays: [{ x: 0, y: 0, width: 1920, height: 1080 }],
    printed: Promise.resolve(Buffer.from('%PDF-1.7 %%EOF')),
  };
}

export const recorded: Recorded = emptyRecord();

/** What preload gave to the page; preload is a module of its own, which outlives a test. */
export const exposed = new Map<string, unknown>();

/** Forgets what main did, its listeners too. */
export function resetElectron(): void {
  Object.assign(recorded, emptyRecord());
  for (const emitter of [appEvents, sessionEvents]) emitter.removeAllListeners();
  Object.assign(policies, emptyPolicies());
}

/** `members` are checked against Electron's type; the rest of it is not there, and says so when it is used. */
function standIn<T extends object>(name: string, members: Partial<T>): T {
  return new Proxy(members as T, {
    get(target, key, receiver) {
      if (key in target || typeof key === 'symbol' || key === 'then')
        return Reflect.get(target, key, receiver) as unknown;
      throw new Error(`The double has no ${name}.${key}`);
    },
  });
}

/** Electron's overloads of `on` name each event; an emitter takes them all. */
function listening<T extends { on: unknown; once: unknown }>(emitter: EventEmitter): Pick<T, 'on' | 'once'> {
  return { on: emitter.on.bind(emitter), once: emitter.once.bind(emitter) } as Pick<T, 'on' | 'once'>;
}

export const appEvents = new EventEmitter();
export const sessionEvents = new EventEmitter();
const rendererEvents = new EventEmitter();

export const app = standIn<E.App>('app', {
  ...listening<E.App>(appEvents),
  name: 'Dossier',
  get isPackaged() {
    return recorded.isPackaged;
  },
  commandLine: standIn<E.CommandLine>('app.commandLine', {
    appendSwitch: (name, value) => {
      recorded.switches.set(name, value);
    },
  }),
  disableHardwareAcceleration: () => undefined,
  dock: undefined,
  enableSandbox: () => {
    recorded.isSandboxed = true;
  },
  setPath: (name, path) => {
    recorded.paths.set(name, path);
  },
  requestSingleInstanceLock: (data) => {
    recorded.handover = data;
    return recorded.hasLock;
  },
  whenReady: () => Promise.resolve(),
  getPreferredSystemLanguages: () => recorded.languages,
  getVersion: () => '9.8.7',
  configureHostResolver: (options) => {
    recorded.resolver = options;
  },
  setAsDefaultProtocolClient: (scheme, _path, args) => {
    recorded.schemesTaken.push([scheme, ...(args ?? [])].join(' '));
    return true;
  },
  addRecentDocument: (path) => {
    recorded.recent.push(path);
  },
  quit: () => {
    recorded.quits++;
  },
  exit: (code) => {
    recorded.exitCode = code ?? 0;
  },
});

export const protocol = standIn<E.Protocol>('protocol', {
  registerSchemesAsPrivileged: (schemes) => {
    recorded.schemes = schemes;
  },
  handle: (scheme, handler) => {
    recorded.protocols.set(
      scheme,
      (request) => handler(request as E.ProtocolRequest & Request) as Promise<Response>,
    );
  },
});

type BeforeRequest = (details: { url: string }, callback: (answer: E.CallbackResponse) => void) => void;

interface Policies {
  permissionRequest: Parameters<E.Session['setPermissionRequestHandler']>[0];
  permissionCheck: Parameters<E.Session['setPermissionCheckHandler']>[0];
  device: Parameters<E.Session['setDevicePermissionHandler']>[0];
  displayMedia: Parameters<E.Session['setDisplayMediaRequestHandler']>[0];
  beforeRequest: BeforeRequest | null;
  /** Of the session that pages are printed in. */
  beforePrintRequest: BeforeRequest | null;
  proxy: E.ProxyConfig | null;
  spellChecker: boolean;
}

function emptyPolicies(): Policies {
  return {
    permissionRequest: null,
    permissionCheck: null,
    device: null,
    displayMedia: null,
    beforeRequest: null,
    beforePrintRequest: null,
    proxy: null,
    spellChecker: true,
  };
}

export const policies: Policies = emptyPolicies();

export const session = standIn<typeof E.session>('session', {
  defaultSession: standIn<E.Session>('session.defaultSession', {
    ...listening<E.Session>(sessionEvents),
    setPermissionRequestHandler: (handler) => {
      policies.permissionRequest = handler;
    },
    setPermissionCheckHandler: (handler) => {
      policies.permissionCheck = handler;
    },
    setDevicePermissionHandler: (handler) => {
      policies.device = handler;
    },
    setDisplayMediaRequestHandler: (handler) => {
      policies.displayMedia = handler;
    },
    setSpellCheckerEnabled: (isEnabled) => {
      policies.spellChecker = isEnabled;
    },
    setProxy: (config) => {
      policies.proxy = config;
      return Promise.resolve();
    },
    webRequest: standIn<E.WebRequest>('webRequest', {
      onBeforeRequest: ((handler: Policies['beforeRequest']) => {
        policies.beforeRequest = handler;
      }) as E.WebRequest['onBeforeRequest'],
    }),
  }),
  fromPartition: () =>
    standIn<E.Session>('session.fromPartition', {
      setPermissionRequestHandler: () => undefined,
      webRequest: standIn<E.WebRequest>('webRequest', {
        onBeforeRequest: ((handler: Policies['beforeRequest']) => {
          policies.beforePrintRequest = handler;
        }) as E.WebRequest['onBeforeRequest'],
      }),
    }),
});

export const ipcMain = standIn<E.IpcMain>('ipcMain', {
  handle: (channel, handler) => {
    recorded.handlers.set(channel, handler as InvokeHandler);
  },
});

/** A frame as the sender check sees it. */
export function frame(url: string, parent: E.WebFrameMain | null = null): E.WebFrameMain {
  return standIn<E.WebFrameMain>('frame', { url, parent });
}

/** Who sends; the trusted page of the newest window where nothing is said. */
export interface Sender {
  readonly url?: string;
  readonly parent?: E.WebFrameMain | null;
  readonly contentsId?: number;
  readonly gone?: boolean;
}

/** What Electron does with a message from a page: a structured copy each way, and the frame that sent it. */
export async function invokeFrom(
  sender: Sender,
  channel: string,
  ...args: readonly unknown[]
): Promise<unknown> {
  const handler = recorded.handlers.get(channel);
  if (!handler) throw new Error(`No handler registered for '${channel}'`);
  const {
    url = 'app://dossier/',
    parent = null,
    contentsId = recorded.windows.at(-1)?.webContents.id,
  } = sender;
  const event = standIn<E.IpcMainInvokeEvent>('event', {
    sender: standIn<E.WebContents>('sender', { id: contentsId ?? -1 }),
    senderFrame: sender.gone ? null : frame(url, parent),
  });
  return structuredClone(await handler(event, ...structuredClone([...args])));
}

export const ipcRenderer = standIn<E.IpcRenderer>('ipcRenderer', {
  ...listening<E.IpcRenderer>(rendererEvents),
  invoke: (channel, ...args: unknown[]) => invokeFrom({}, channel, ...args),
});

export const contextBridge = standIn<E.ContextBridge>('contextBridge', {
  exposeInMainWorld: (key, api: unknown) => {
    exposed.set(key, api);
  },
});

export class ContentsDouble extends EventEmitter {
  static #ids = 0;
  readonly id = ++ContentsDouble.#ids;
  url = '';
  readonly sent: unknown[] = [];
  openHandler: Parameters<E.WebContents['setWindowOpenHandler']>[0] | null = null;

  setWindowOpenHandler(handler: Parameters<E.WebContents['setWindowOpenHandler']>[0]): void {
    this.openHandler = handler;
  }

  getURL(): string {
    return this.url;
  }

  printToPDF(_options: E.PrintToPDFOptions): Promise<Buffer> {
    return recorded.printed;
  }

  /** To the page, whose preload listens. */
  send(channel: string, ...args: readonly unknown[]): void {
    this.sent.push(...args);
    rendererEvents.emit(channel, {}, ...structuredClone([...args]));
  }
}

class WindowDouble extends EventEmitter {
  readonly webContents = new ContentsDouble();
  isGone = false;
  isShown = false;
  isLarge = false;
  focused = 0;

  constructor(readonly options: E.BrowserWindowConstructorOptions) {
    super();
    recorded.windows.push(this);
    appEvents.emit('web-contents-created', {}, this.webContents);
  }

  loadURL(url: string): Promise<void> {
    this.webContents.url = url;
    return Promise.resolve();
  }

  isDestroyed(): boolean {
    return this.isGone;
  }

  isMinimized(): boolean {
    return false;
  }

  isMaximized(): boolean {
    return this.isLarge;
  }

  getNormalBounds(): E.Rectangle {
    return { x: 10, y: 20, width: 1000, height: 700 };
  }

  maximize(): void {
    this.isLarge = true;
  }

  show(): void {
    this.isShown = true;
  }

  focus(): void {
    this.focused++;
  }

  destroy(): void {
    this.isGone = true;
    this.emit('closed');
  }

  /** As when the user closes it. */
  close(): void {
    this.emit('close');
    this.isGone = true;
    this.emit('closed');
  }
}

/** What of a window main uses has the same parameters and answers as Electron's. */
type UsedOfWindow =
  | 'loadURL'
  | 'isDestroyed'
  | 'isMinimized'
  | 'isMaximized'
  | 'getNormalBounds'
  | 'maximize'
  | 'show'
  | 'focus'
  | 'destroy'
  | 'close';
type UsedOfContents = 'id' | 'getURL' | 'printToPDF' | 'send' | 'setWindowOpenHandler';
type Checked<Double extends Real, Real> = Double;
export type WindowCheck = Checked<WindowDouble, Pick<E.BrowserWindow, UsedOfWindow>>;
export type ContentsCheck = Checked<ContentsDouble, Pick<E.WebContents, UsedOfContents>>;

export type TestWindow = WindowDouble;
export const BrowserWindow = WindowDouble;

export const Menu = {
  buildFromTemplate: (template: E.MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (template: E.MenuItemConstructorOptions[]) => {
    recorded.menu = template;
  },
};

export const dialog = standIn<E.Dialog>('dialog', {
  showOpenDialog: (...args: unknown[]) => {
    recorded.dialogs.push(args.at(-1) as E.OpenDialogOptions);
    return Promise.resolve(recorded.openDialog);
  },
  showSaveDialog: (...args: unknown[]) => {
    recorded.dialogs.push(args.at(-1) as E.SaveDialogOptions);
    return Promise.resolve(recorded.saveDialog);
  },
  showMessageBox: (...args: unknown[]) => {
    recorded.messages.push(args.at(-1) as E.MessageBoxOptions);
    return Promise.resolve({ response: 0, checkboxChecked: false });
  },
  showErrorBox: (_title, content) => {
    recorded.errors.push(content);
  },
});

export const shell = standIn<E.Shell>('shell', {
  openExternal: (url) => {
    recorded.opened.push(url);
    return Promise.resolve();
  },
});

export const nativeTheme = standIn<E.NativeTheme>('nativeTheme', { shouldUseDarkColors: false });

export const screen = standIn<E.Screen>('screen', {
  getAllDisplays: () => recorded.displays.map((workArea) => standIn<E.Display>('display', { workArea })),
});
