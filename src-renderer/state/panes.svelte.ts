/** The parts of the window that each show a screen: one, or two side by side. */
import { ListNavigation, type Navigation, WindowNavigation } from './navigation.svelte.ts';
import type { Route } from './routes.ts';

export type PaneId = 'first' | 'second';

/** In px, as in the style sheets' `@container pane`: what is left of a window of 1100 and of 1600. */
const NARROW = 1023;
const WIDE = 1523;

export class Pane {
  /** In px; 0 until it is measured. */
  width = $state(0);
  /** Where the list is a drawer: whether it is open. */
  drawerOpen = $state(false);
  /** What a screen says it shows, where the route alone does not: the statement of a claim. */
  subject = $state<string | null>(null);

  constructor(
    readonly id: PaneId,
    readonly navigation: Navigation,
    private readonly panes: Panes,
  ) {}

  /** Whether keys and commands act here. */
  get isFocused(): boolean {
    return this.panes.focused === this;
  }

  get route(): Route {
    return this.navigation.route;
  }

  /** Goes to `route`, in the other pane where what is being handled asks for that. */
  go(route: Route): void {
    if (this.panes.isAskedBeside) this.panes.openBeside(this, route);
    else this.navigation.go(route);
  }

  /** Whether side columns have no room: what a narrow window is to a single pane. */
  get isNarrow(): boolean {
    return this.width > 0 && this.width < NARROW;
  }

  /** Whether there is room for a list beside a page. */
  get isWide(): boolean {
    return this.width >= WIDE;
  }

  /** The second pane has no browser's button for it. */
  get canGoBack(): boolean {
    return this.navigation instanceof ListNavigation && this.navigation.hasPast;
  }

  /** 1 or 2 where there are two; null where there is one, which needs no number. */
  get number(): 1 | 2 | null {
    if (!this.panes.isSplit) return null;
    return this.id === 'first' ? 1 : 2;
  }
}

export class Panes {
  readonly first: Pane;
  readonly #window: WindowNavigation;
  #second = $state.raw<Pane | null>(null);
  #focused = $state<PaneId>('first');
  /** The click or the key that is being handled asks for the other pane (`beside.ts`). */
  isAskedBeside = false;
  /** The window has room for one: the other stands behind it. */
  isStacked = $state(false);

  constructor(navigation = new WindowNavigation()) {
    this.#window = navigation;
    this.first = new Pane('first', navigation, this);
  }

  get second(): Pane | null {
    return this.#second;
  }

  get list(): readonly Pane[] {
    return this.#second ? [this.first, this.#second] : [this.first];
  }

  get isSplit(): boolean {
    return this.#second !== null;
  }

  /** The pane that keys and commands act on. */
  get focused(): Pane {
    return (this.#focused === 'second' && this.#second) || this.first;
  }

  focus(id: PaneId): void {
    this.#focused = id;
  }

  /** Shows `route` in the other pane than `from`, which is made where there is none. The work stays where it is. */
  openBeside(from: Pane, route: Route): void {
    const other = from.id === 'second' ? this.first : this.#second;
    if (other) other.navigation.go(route);
    else this.#split(route);
    if (this.isStacked) this.focus(other?.id ?? 'second');
  }

  /** Closes a pane; what the other one shows has the window. */
  close(id: PaneId): void {
    const rest = this.#second;
    if (!rest) return;
    this.#second = null;
    this.#window.keepBeside(null);
    if (id === 'first') this.first.navigation.go(rest.route);
    this.focus('first');
  }

  /** Each shows what the other one showed; going back in it brings back what it showed itself. */
  swap(): void {
    const second = this.#second;
    if (!second) return;
    const [one, other] = [this.first.route, second.route];
    this.first.navigation.go(other);
    second.navigation.go(one);
    this.focus(this.#focused === 'first' ? 'second' : 'first');
  }

  /** The panes as they were before a reload of the same notebook; else one, with the library. */
  enter(notebook: string): void {
    this.#second = null;
    this.#focused = 'first';
    const beside = this.#window.enter(notebook);
    if (beside) this.#split(beside);
  }

  /** Follows the browser's history. @returns a function that stops */
  follow(): () => void {
    return this.#window.follow();
  }

  #split(route: Route): void {
    const navigation = new ListNavigation(route, (shown) => this.#window.keepBeside(shown));
    this.#second = new Pane('second', navigation, this);
  }
}
