import { type Route, type View, isRoute } from './routes.ts';

/** Where one pane is, and where it was. What is behind it differs: the browser's history, or a list of its own. */
export abstract class Navigation {
  #route = $state.raw<Route>({ view: 'start' });
  /** Where each screen was left. */
  #left: Partial<Record<View, Route>> = {};

  get route(): Route {
    return this.#route;
  }

  /** Goes to `route`; the same place again is not a step back. */
  go(route: Route): void {
    const same = JSON.stringify(route) === JSON.stringify(this.#route);
    this.show(route);
    if (same) this.overwrite(route);
    else this.push(route);
  }

  /** Goes back to a screen as it was left; a second time, to its beginning. */
  visit(view: View): void {
    const here = this.#route.view === view;
    this.go(here ? { view } : (this.#left[view] ?? { view }));
  }

  /** Goes to `route` in place of where the pane is now. */
  replace(route: Route): void {
    this.show(route);
    this.overwrite(route);
  }

  abstract back(): void;
  abstract forward(): void;
  protected abstract push(route: Route): void;
  protected abstract overwrite(route: Route): void;

  protected show(route: Route): void {
    this.#route = route;
    this.#left[route.view] = route;
  }

  protected forget(): void {
    this.#left = {};
  }
}

interface Entry {
  readonly route: Route;
  /** What stood in the second pane. Back and forward leave it as it is; a reload brings it back. */
  readonly beside: Route | null;
  /** Path of the notebook it belongs to: ids mean nothing in another one. */
  readonly notebook: string;
}

/** The first pane's, with the browser's own history behind it: Alt+Left, mouse buttons and reload do what they do anywhere. */
export class WindowNavigation extends Navigation {
  #notebook = '';
  #beside: Route | null = null;

  constructor(readonly target: Window = window) {
    super();
  }

  back(): void {
    this.target.history.back();
  }

  forward(): void {
    this.target.history.forward();
  }

  /**
   * Where the window was before a reload of the same notebook, what its address asks for, or the library.
   * @returns what stood in the second pane
   */
  enter(notebook: string): Route | null {
    if (notebook !== this.#notebook) this.forget();
    this.#notebook = notebook;
    const entry = readEntry(this.target.history.state);
    const known = entry !== null && entry.notebook === notebook && entry.route.view !== 'start';
    this.#beside = known ? entry.beside : null;
    const asked = takeAsked(this.target);
    this.replace(known ? entry.route : (asked ?? { view: 'library' }));
    return this.#beside;
  }

  /** Keeps what the second pane shows, for a reload. */
  keepBeside(route: Route | null): void {
    this.#beside = route;
    this.overwrite(this.route);
  }

  /** Follows back and forward. @returns a function that stops */
  follow(): () => void {
    const onpop = (event: PopStateEvent): void => {
      const entry = readEntry(event.state);
      if (!entry) return;
      this.show(entry.notebook === this.#notebook ? entry.route : { view: 'library' });
    };
    this.target.addEventListener('popstate', onpop);
    return () => this.target.removeEventListener('popstate', onpop);
  }

  protected push(route: Route): void {
    this.target.history.pushState(this.#entry(route), '');
  }

  protected overwrite(route: Route): void {
    this.target.history.replaceState(this.#entry(route), '');
  }

  #entry(route: Route): Entry {
    return { route, beside: this.#beside, notebook: this.#notebook };
  }
}

/** The second pane's: a list of its own, so that going back in one pane leaves the other where it is. */
export class ListNavigation extends Navigation {
  #past = $state.raw<readonly Route[]>([]);
  #future: readonly Route[] = [];

  /** @param onchange told of each route, the first one too */
  constructor(
    first: Route,
    private readonly onchange: (route: Route) => void,
  ) {
    super();
    this.replace(first);
  }

  get hasPast(): boolean {
    return this.#past.length > 0;
  }

  back(): void {
    const route = this.#past.at(-1);
    if (!route) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [this.route, ...this.#future];
    this.replace(route);
  }

  forward(): void {
    const [route, ...rest] = this.#future;
    if (!route) return;
    this.#past = [...this.#past, this.route];
    this.#future = rest;
    this.replace(route);
  }

  override go(route: Route): void {
    const from = this.route;
    super.go(route);
    if (JSON.stringify(from) !== JSON.stringify(route))
      this.#past = [...this.#past, from].slice(-LONGEST_PAST);
  }

  protected push(route: Route): void {
    this.#future = [];
    this.onchange(route);
  }

  protected overwrite(route: Route): void {
    this.onchange(route);
  }
}

/** As many as a browser remembers. */
const LONGEST_PAST = 50;

function readEntry(state: unknown): Entry | null {
  if (typeof state !== 'object' || state === null) return null;
  const { route, notebook, beside } = state as Partial<Record<keyof Entry, unknown>>;
  if (!isRoute(route) || typeof notebook !== 'string') return null;
  return { route, notebook, beside: isRoute(beside) ? beside : null };
}

/** The route behind `#route=`, in a window that was opened for it. It is taken out of the address, which a reload would follow again. */
function takeAsked({ location, history }: Window): Route | null {
  const given = new URLSearchParams(location.hash.slice(1)).get('route');
  if (given === null) return null;
  history.replaceState(history.state, '', location.pathname + location.search);
  try {
    const route: unknown = JSON.parse(given);
    return isRoute(route) ? route : null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}
