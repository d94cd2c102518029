/** From ready to quit: composes the policies, the page, the menu and the workspace. */
import { app, dialog, ipcMain, Menu, protocol, session, shell } from 'electron';
import type { Result } from '../../common/contract/result.ts';
import { describeError } from '../../common/messages/errors.ts';
import { type Locale, pickLocale } from '../../common/messages/locale.ts';
import { NATIVE_WORDS } from '../../common/messages/native.ts';
import { importFile } from '../../worker/import-file.ts';
import { listPageFiles } from '../../worker/page-files.ts';
import { startWorkspace, type Workspace, type WorkspaceOptions } from '../../worker/workspace.ts';
import { serveApp } from './app-protocol.ts';
import { createChosenPaths } from './chosen-paths.ts';
import { connectPage } from './ipc-bridge.ts';
import { joinLaunches, type Launch, launchOf, launchOfLink, parseHandover, parseLaunch } from './launch.ts';
import { menuTemplate } from './menu.ts';
import { createPrintWindows } from './print-window.ts';
import { PageWindow } from './page-window.ts';
import { restrictResolver } from './process-policy.ts';
import { reportToStderr } from './report.ts';
import { restrictSession } from './session-policy.ts';

export interface ElectronHostOptions {
  /** Without the program and, in a checkout, without the app's folder. */
  readonly args: readonly string[];
  /** What relative paths are relative to. */
  readonly folder: string;
  readonly rendererFolder: string;
  readonly preloadFile: string;
  readonly dataFolder: string;
  /** Another engine worker in tests. */
  readonly engineWorker?: WorkspaceOptions['engineWorker'];
}

/** What there is once the app is ready. */
interface Running {
  readonly locale: Locale;
  readonly page: PageWindow;
}

export class ElectronHost {
  #running: Running | null = null;
  #closed = false;
  /** What was asked for before the app was ready. */
  readonly #waiting: Launch[] = [];
  readonly #workspace = Promise.withResolvers<Workspace>();

  constructor(
    private readonly options: ElectronHostOptions,
    private readonly stateFile: string,
  ) {
    this.#waiting.push(parseLaunch(options.args, options.folder));
  }

  /** Listens to the app. Before it is ready, because macOS gives a double-clicked file before. */
  listen(): void {
    app.on('second-instance', (_event, _argv, _folder, handover) => {
      this.#take(parseHandover(handover) ?? joinLaunches([]));
    });
    app.on('open-file', (event, path) => {
      event.preventDefault();
      this.#take(launchOf(path));
    });
    // macOS; elsewhere the address is an argument of a second start.
    app.on('open-url', (event, address) => {
      event.preventDefault();
      this.#take(launchOfLink(address));
    });
    app.on('activate', () => this.#running?.page.show());
    app.on('window-all-closed', () => {
      // On macOS an app stays until it is quit.
      if (process.platform !== 'darwin') app.quit();
    });
    app.on('will-quit', (event) => {
      if (this.#closed || !this.#running) return;
      event.preventDefault();
      void this.#close();
    });
  }

  /** Shows the window while the notebook is still being opened: calls of the page wait for it. */
  async start(): Promise<void> {
    const locale = pickLocale(app.getPreferredSystemLanguages());
    restrictResolver(app);
    await restrictSession(session.defaultSession, reportToStderr);
    serveApp(protocol, listPageFiles(this.options.rendererFolder));
    const page = new PageWindow({
      preloadFile: this.options.preloadFile,
      stateFile: this.stateFile,
      words: NATIVE_WORDS[locale].dialogs,
    });
    const running = { locale, page };
    this.#connect(running);
    setMenu(running);
    this.#running = running;
    page.show();
    const launch = joinLaunches(this.#waiting);
    await this.#startWorkspace(running, launch.notebook);
    await this.#open({ ...launch, notebook: null }, running);
  }

  #connect({ locale, page }: Running): void {
    connectPage({
      ipcMain,
      workspace: this.#workspace.promise,
      report: reportToStderr,
      onListening: () => page.listens(),
      services: {
        dialog,
        shell,
        locale,
        chosen: createChosenPaths(),
        window: () => page.current,
        windows: () => page.all,
        openWindow: (route) => page.open(route),
      },
    });
  }

  async #startWorkspace({ page }: Running, notebook: string | null): Promise<void> {
    const { dataFolder, engineWorker } = this.options;
    const workspace = await startWorkspace({
      dataFolder,
      notebook,
      createNotebook: true,
      version: app.getVersion(),
      printer: createPrintWindows(),
      ...(engineWorker ? { engineWorker } : {}),
    });
    workspace.subscribe((event) => {
      if (event.type === 'notebook') app.addRecentDocument(event.notebook.path);
      page.sendToAll(event);
    });
    this.#workspace.resolve(workspace);
  }

  #take(launch: Launch): void {
    if (!this.#running) {
      this.#waiting.push(launch);
      return;
    }
    this.#running.page.show();
    void this.#open(launch, this.#running);
  }

  async #open({ notebook, sample, files, links }: Launch, { locale, page }: Running): Promise<void> {
    const workspace = await this.#workspace.promise;
    const results: Result<unknown>[] = [];
    if (notebook !== null) {
      const input = { path: notebook, create: true };
      results.push(await workspace.call({ id: 'open notebook', name: 'workspace.open', input }));
    }
    if (sample) {
      results.push(await workspace.call({ id: 'open sample', name: 'workspace.sample', input: { locale } }));
    }
    for (const file of files) results.push(await importFile(workspace, file));
    for (const link of links) page.openLink(link);
    for (const result of results) if (!result.ok) await page.showError(describeError(result.error, locale));
  }

  /** Waits for running calls. Acknowledged writes are durable already, so nothing is lost where it is killed instead. */
  async #close(): Promise<void> {
    try {
      const workspace = await this.#workspace.promise;
      await workspace.close();
    } finally {
      this.#closed = true;
      app.quit();
    }
  }
}

function setMenu({ locale, page }: Running): void {
  const template = menuTemplate({
    locale,
    platform: process.platform,
    appName: app.name,
    developerTools: !app.isPackaged,
    run: (command) => {
      page.show();
      page.send({ type: 'menu', command });
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
