/** The one window over time: made when it is needed, gone when it is closed. */
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

export class PageWindow {
  #window: BrowserWindow | null = null;
  /** Whether the page listens; until then what it is to open waits. */
  #isListening = false;
  readonly #links: string[] = [];

  constructor(private readonly options: PageWindowOptions) {}

  get current(): BrowserWindow | null {
    return this.#window;
  }

  /** Brings the window to the front; makes one where there is none. */
  show(): void {
    if (!this.#window) {
      this.#window = this.#create();
      return;
    }
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.focus();
  }

  send(event: DossierEvent): void {
    sendEvent(this.#window, event);
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

  #create(): BrowserWindow {
    const window = openWindow({
      preloadFile: this.options.preloadFile,
      stateFile: this.options.stateFile,
      capabilities: electronCapabilities(process.platform),
      title: app.name,
      developerTools: !app.isPackaged,
    });
    window.on('closed', () => {
      this.#window = null;
      this.#isListening = false;
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') void this.#offerReload(window);
    });
    return window;
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
    const window = this.#window;
    const answer = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
    return answer.response;
  }
}
