import { type Route, isRoute } from './routes.ts';

interface Entry {
  readonly route: Route;
  /** Path of the notebook it belongs to: ids mean nothing in another one. */
  readonly notebook: string;
}

/** The route, with the browser's own history behind it: Alt+Left, mouse buttons and reload do what they do anywhere. */
export class Navigation {
  #route = $state.raw<Route>({ view: 'start' });
  #notebook = '';

  constructor(readonly target: Window = window) {}

  get route(): Route {
    return this.#route;
  }

  /** Goes to `route`; the same place again is not a step back. */
  go(route: Route): void {
    const same = JSON.stringify(route) === JSON.stringify(this.#route);
    this.#route = route;
    if (same) this.replace(route);
    else this.target.history.pushState(this.#entry(route), '');
  }

  /** Goes to `route` in place of where the window is now. */
  replace(route: Route): void {
    this.#route = route;
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
      this.#route = entry.notebook === this.#notebook ? entry.route : { view: 'library' };
    };
    this.target.addEventListener('popstate', onpop);
    return () => this.target.removeEventListener('popstate', onpop);
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
