import { type Route, type View, isRoute } from './routes.ts';

interface Entry {
  readonly route: Route;
  /** Path of the notebook it belongs to: ids mean nothing in another one. */
  readonly notebook: string;
}

/** The route, with the browser's own history behind it: Alt+Left, mouse buttons and reload do what they do anywhere. */
export class Navigation {
  #route = $state.raw<Route>({ view: 'start' });
  #notebook = '';
  /** Where each screen was left. */
  #left: Partial<Record<View, Route>> = {};

  constructor(readonly target: Window = window) {}

  get route(): Route {
    return this.#route;
  }

  /** Goes to `route`; the same place again is not a step back. */
  go(route: Route): void {
    const same = JSON.stringify(route) === JSON.stringify(this.#route);
    this.#show(route);
    if (same) this.replace(route);
    else this.target.history.pushState(this.#entry(route), '');
  }

  /** Goes back to a screen as it was left; a second time, to its beginning. */
  visit(view: View): void {
    const here = this.#route.view === view;
    this.go(here ? { view } : (this.#left[view] ?? { view }));
  }

  /** Goes to `route` in place of where the window is now. */
  replace(route: Route): void {
    this.#show(route);
    this.target.history.replaceState(this.#entry(route), '');
  }

  back(): void {
    this.target.history.back();
  }

  forward(): void {
    this.target.history.forward();
  }

  /** Where the window was before a reload of the same notebook, else the library. */
  enter(notebook: string): void {
    if (notebook !== this.#notebook) this.#left = {};
    this.#notebook = notebook;
    const entry = readEntry(this.target.history.state);
    const known = entry !== null && entry.notebook === notebook && entry.route.view !== 'start';
    this.replace(known ? entry.route : { view: 'library' });
  }

  /** Follows back and forward. @returns a function that stops */
  follow(): () => void {
    const onpop = (event: PopStateEvent): void => {
      const entry = readEntry(event.state);
      if (!entry) return;
      this.#show(entry.notebook === this.#notebook ? entry.route : { view: 'library' });
    };
    this.target.addEventListener('popstate', onpop);
    return () => this.target.removeEventListener('popstate', onpop);
  }

  #show(route: Route): void {
    this.#route = route;
    this.#left[route.view] = route;
  }

  #entry(route: Route): Entry {
    return { route, notebook: this.#notebook };
  }
}

function readEntry(state: unknown): Entry | null {
  if (typeof state !== 'object' || state === null) return null;
  const { route, notebook } = state as Partial<Record<'route' | 'notebook', unknown>>;
  return isRoute(route) && typeof notebook === 'string' ? { route, notebook } : null;
}
