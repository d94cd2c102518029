/** The windows over time: one is made when it is needed, others when they are asked for, gone when they are closed. */
import { app, type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import type { DossierEvent } from '../../common/contract/events.ts';
import type { NativeWords } from '../../common/messages/native.ts';
import { electronCapabilities } from './capabilities.ts';
import { sendEvent } from './ipc-bridge.ts';
import { PAGE_URL } from './trust.ts';
import { openWindow } from './window.ts';

export interface PageWindowOptions {
  readonly preloadFile: string;
  readonly stateFile: string;
  readonly words: NativeWords['dialogs'];
}

/** More than anybody works with, and few enough for a page gone wrong to do no harm. */
const MOST_WINDOWS = 12;

export class PageWindow {
  /** The one that had the focus last comes last. */
  #windows: readonly BrowserWindow[] = [];
  /** Whether a page listens; until then what it is to open waits. */
  #isListening = false;
  readonly #links: string[] = [];

  constructor(private readonly options: PageWindowOptions) {}

  get all(): readonly BrowserWindow[] {
    return this.#windows;
  }

  /** The window in front. */
  get current(): BrowserWindow | null {
    return this.#windows.at(-1) ?? null;
  }

  /** Brings the window to the front; makes one where there is none. */
  show(): void {
    const { current } = this;
    if (!current) {
      this.#create();
      return;
    }
    if (current.isMinimized()) current.restore();
    current.focus();
  }

  /** Another window, on what `route` says. @returns false where there are as many as may be */
  open(route: string): boolean {
    if (this.#windows.length >= MOST_WINDOWS) return false;
    this.#create(route);
    return true;
  }

  /** To the window in front. */
  send(event: DossierEvent): void {
    sendEvent(this.current, event);
  }

  sendToAll(event: DossierEvent): void {
    for (const window of this.#windows) sendEvent(window, event);
  }

  /** Goes to a thing of the notebook, as soon as the page is there. Of several the last is the wish. */
  openLink(address: string): void {
    this.#links.splice(0, this.#links.length, address);
    if (this.#isListening) this.listens();
  }

  /** The page asks for the workspace once it follows events. */
  listens(): void {
    this.#isListening = true;
    for (const address of this.#links.splice(0)) this.send({ type: 'link', address });
  }

  async showError(message: string): Promise<void> {
    await this.#ask({ type: 'error', message });
  }

  #create(route?: string): void {
    const from = this.current;
    const window = openWindow({
      preloadFile: this.options.preloadFile,
      stateFile: this.options.stateFile,
      capabilities: electronCapabilities(process.platform),
      title: app.name,
      developerTools: !app.isPackaged,
      ...(route === undefined ? {} : { route }),
      ...(from ? { from } : {}),
    });
    this.#windows = [...this.#windows, window];
    window.on('focus', () => {
      this.#windows = [...this.#windows.filter((other) => other !== window), window];
    });
    window.on('closed', () => {
      this.#windows = this.#windows.filter((other) => other !== window);
      this.#isListening &&= this.#windows.length > 0;
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') void this.#offerReload(window);
    });
  }

  /** Nothing is lost with the page: what it had saved is in the notebook. */
  async #offerReload(window: BrowserWindow): Promise<void> {
    const { windowGone, reload, quit } = this.options.words;
    const answer = await this.#ask({
      type: 'error',
      message: windowGone,
      buttons: [reload, quit],
      cancelId: 1,
    });
    if (answer === 1 || window.isDestroyed()) app.quit();
    else await window.loadURL(PAGE_URL);
  }

  /** @returns the number of the button */
  async #ask(options: MessageBoxOptions): Promise<number> {
    const window = this.current;
    const answer = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
    return answer.response;
  }
}
