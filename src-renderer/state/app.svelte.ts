/** The window's state: the client, the language, the open notebook, the route, and one way to call the engine. */
import type { CallOptions, Client } from '../../src-main/common/contract/client.ts';
import type { CommandName, Input, MutationName, Output } from '../../src-main/common/contract/commands.ts';
import type { NotebookInfo } from '../../src-main/common/contract/entities.ts';
import type { ErrorValue } from '../../src-main/common/contract/errors.ts';
import type { Captured, DossierEvent } from '../../src-main/common/contract/events.ts';
import type { Result } from '../../src-main/common/contract/result.ts';
import { describeError } from '../../src-main/common/messages/errors.ts';
import { pickLocale } from '../../src-main/common/messages/locale.ts';
import { type Locale, type Messages, catalogs } from '../messages/index.ts';
import { Actions } from './actions.svelte.ts';
import { CodebookState } from './codebook.svelte.ts';
import { ColorNameStore } from './color-names.svelte.ts';
import { Hints } from './hints.svelte.ts';
import { takeAsked } from './asked-link.ts';
import { IndexUpkeep } from './index-upkeep.svelte.ts';
import { parseInternalLink } from '../../src-main/common/document/internal-links.ts';
import { openLink } from './open-link.ts';
import { HistoryState } from './history.svelte.ts';
import type { Job } from './import-job.svelte.ts';
import { ImportQueue } from './import-queue.svelte.ts';
import { LibraryState } from './library.svelte.ts';
import type { Navigation } from './navigation.svelte.ts';
import { MatrixView } from './matrix-view.svelte.ts';
import { Notebooks } from './notebooks.svelte.ts';
import { DraftMirror } from './note-drafts.ts';
import { Notices } from './notices.svelte.ts';
import { followBeside } from './beside.ts';
import { type Pane, Panes } from './panes.svelte.ts';
import { type Preferences, PreferenceStore, type Theme } from './preferences.svelte.ts';
import type { AppPort } from './port.ts';
import type { Route } from './routes.ts';
import { Shelves } from './shelves.svelte.ts';
import { isMac } from './shortcuts.ts';

/** Milliseconds between two readings of the library while files come in: each reading costs more than the last. */
const BURST_PAUSE = 1000;
/** One reading may wait half a minute for a file of a hundred megabytes; the list must not be as old as that for two. */
const LONGEST_PAUSE = 4000;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export class AppState implements AppPort {
  readonly actions: Actions;
  readonly codebook: CodebookState;
  readonly colors: ColorNameStore;
  readonly hints = new Hints();
  readonly drafts: DraftMirror;
  readonly history: HistoryState;
  readonly imports: ImportQueue;
  readonly library: LibraryState;
  readonly matrix = new MatrixView();
  readonly shelves: Shelves;
  readonly upkeep = new IndexUpkeep();
  readonly notebooks: Notebooks;
  readonly notices = new Notices();
  readonly panes = new Panes();
  readonly #preferences = new PreferenceStore();
  #notebook = $state.raw<NotebookInfo | null>(null);
  #revision = $state(0);
  #reloading = false;
  #stale = false;
  #started = false;
  #asked: string | null = null;

  constructor(readonly client: Client) {
    this.actions = new Actions(isMac(client.capabilities.platform), () => this.panes.focused.id);
    this.codebook = new CodebookState(this);
    this.colors = new ColorNameStore(this);
    this.drafts = new DraftMirror(this);
    this.history = new HistoryState(this);
    this.imports = new ImportQueue(this, (jobs) => this.#imported(jobs));
    this.library = new LibraryState(this);
    this.shelves = new Shelves(this);
    this.notebooks = new Notebooks(this);
  }

  /** The words of the language in use. */
  get t(): Messages {
    return catalogs[this.locale];
  }

  get locale(): Locale {
    return this.preferences.locale ?? pickLocale(navigator.languages);
  }

  set locale(locale: Locale | null) {
    this.preferences.locale = locale;
  }

  get theme(): Theme {
    return this.preferences.theme;
  }

  set theme(theme: Theme) {
    this.preferences.theme = theme;
  }

  /** Of this machine; assigning to one of its fields keeps it. */
  get preferences(): Preferences {
    return this.#preferences.values;
  }

  get notebook(): NotebookInfo | null {
    return this.#notebook;
  }

  /** Grows at each change of the notebook, by this window or another process: what was read may be out of date. */
  get revision(): number {
    return this.#revision;
  }

  /** The pane that keys and commands act on; below a pane's own component, that pane (`app-of-pane.ts`). */
  get pane(): Pane {
    return this.panes.focused;
  }

  get navigation(): Navigation {
    return this.pane.navigation;
  }

  get route(): Route {
    return this.pane.route;
  }

  go(route: Route): void {
    this.pane.go(route);
  }

  /** The accessible name of a region that may stand in both panes. */
  nameInPane(name: string): string {
    const { number } = this.pane;
    return number === null ? name : this.t.shell.panes.named(name, number);
  }

  /** Shows `route` in a window of its own, on the same notebook: what is changed in one shows in the others. */
  async openWindow(route: Route): Promise<void> {
    const value = JSON.stringify(route);
    if (this.can('own-windows')) {
      await this.call('host.openWindow', { route: value });
      return;
    }
    // One that has an opener gets a copy of this tab's storage, and with it the token: no address carries that.
    const opened = window.open(`/#${new URLSearchParams({ route: value }).toString()}`, '_blank', 'popup');
    if (!opened) this.notices.show({ kind: 'info', text: this.t.shell.panes.windowBlocked });
  }

  can(capability: Client['capabilities']['can'][number]): boolean {
    return this.client.capabilities.can.includes(capability);
  }

  /** The command's answer, or null after its error was shown as a notice. */
  async call<Name extends CommandName>(
    name: Name,
    input: Input<Name>,
    options?: CallOptions,
  ): Promise<Output<Name> | null> {
    const result = await this.client.call(name, input, options);
    if (result.ok) return result.value;
    // Who cancelled knows it.
    if (result.error.code !== 'cancelled') this.showError(result.error);
    return null;
  }

  /** As `call`, and then a short notice of what was done, with Undo. */
  async mutate<Name extends MutationName>(
    name: Name,
    input: Input<Name>,
    options?: CallOptions,
  ): Promise<Output<Name> | null> {
    const value = await this.call(name, input, options);
    if (value !== null) this.showChange(this.t.shell.changes[name]);
    return value;
  }

  /** A notice that offers to undo the last change. */
  showChange(text: string): void {
    const run = (): void => void this.history.undo();
    this.notices.show({ kind: 'change', text, action: { label: this.t.shell.ui.undo, run } });
  }

  showError(error: ErrorValue): void {
    this.notices.show({ kind: 'error', text: this.describe(error) });
  }

  describe(error: ErrorValue): string {
    return describeError(error, this.locale);
  }

  /** Takes up the notebook that is open now, if one is, and follows what the engine reports. @returns a function that stops */
  async start(): Promise<() => void> {
    const stops = [
      this.client.subscribe((event) => this.#receive(event)),
      this.panes.follow(),
      followBeside(this.panes, this.actions.mac),
    ];
    const workspace = await this.notebooks.load();
    if (workspace?.notebook) await this.enter(workspace.notebook);
    this.#started = true;
    const asked = takeAsked() ?? this.#asked;
    if (asked !== null) this.#openAddress(asked);
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Shows `notebook` from its library on. */
  async enter(notebook: NotebookInfo): Promise<void> {
    this.#notebook = notebook;
    this.#revision++;
    this.upkeep.forget();
    this.matrix.enter(notebook.path);
    this.panes.enter(notebook.path);
    await Promise.all([
      this.codebook.load(),
      this.colors.load(),
      this.drafts.load(),
      this.history.load(),
      this.library.load(),
      this.shelves.load(),
    ]);
  }

  #receive(event: DossierEvent): void {
    // What is being typed changes nothing that is shown.
    if (event.type === 'changed' && event.command === 'draft.keep') return;
    if (event.type === 'changed') void this.#reload();
    else if (event.type === 'notebook') void this.#follow(event.notebook);
    else if (event.type === 'progress') this.upkeep.report(event);
    else if (event.type === 'captured') this.#captured(event.fileName, event.result);
    else if (event.type === 'link') this.#openAddress(event.address);
    else if (event.type === 'menu') this.actions.runFromMenu(event.command);
  }

  /** Another program's wish; one that comes before the notebook is there waits for it. */
  #openAddress(address: string): void {
    const link = parseInternalLink(address);
    if (link && this.#started) void openLink(this, link);
    else this.#asked = address;
  }

  /** Another process or this one opened a notebook; the one on screen needs no second welcome. */
  async #follow(notebook: NotebookInfo): Promise<void> {
    if (notebook.path !== this.#notebook?.path) await this.enter(notebook);
  }

  /** A file that is there already is only a row of the tray. */
  #captured(name: string, result: Result<Captured>): void {
    this.imports.addCaptured(name, result);
    if (!result.ok && result.error.code === 'cancelled') return;
    if (result.ok && 'status' in result.value && result.value.status === 'duplicate') return;
    const words = this.t.settings.watch;
    this.notices.show({ kind: 'info', text: result.ok ? words.captured(name) : words.failed(name) });
  }

  /** One file that was added is shown at once, unless the user is busy elsewhere. */
  #imported(jobs: readonly Job[]): void {
    const [job] = jobs;
    const view = this.route.view;
    if (jobs.length !== 1 || !job?.imported || (view !== 'library' && view !== 'start')) return;
    this.go({ view: 'library', source: job.imported.id });
    this.imports.open = job.state !== 'added' || job.imported.warnings.length > 0;
  }

  /** The first change is read at once; those of a burst (an import of a thousand files) together, after a pause. */
  async #reload(): Promise<void> {
    this.#stale = true;
    if (this.#reloading) return;
    this.#reloading = true;
    while (this.#stale) {
      this.#stale = false;
      this.#revision++;
      const began = performance.now();
      const [info] = await Promise.all([
        this.client.call('notebook.info', {}),
        this.history.load(),
        this.colors.load(),
        this.codebook.load(),
        this.library.load(),
        this.shelves.load(),
      ]);
      if (info.ok) this.#notebook = info.value;
      if (this.#stale || this.imports.busy) await pause(this.#restAfter(performance.now() - began));
    }
    this.#reloading = false;
  }

  #restAfter(milliseconds: number): number {
    const rest = this.imports.busy ? Math.max(BURST_PAUSE, 4 * milliseconds) : milliseconds;
    return Math.min(rest, LONGEST_PAUSE);
  }
}
