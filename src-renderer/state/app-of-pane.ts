/**
 * The window's state as one pane has it: the same but for where it is and the commands that act on it. So a screen
 * need not know that there may be two of it.
 */
import type { AppState } from './app.svelte.ts';
import type { Pane } from './panes.svelte.ts';

export function appOfPane(app: AppState, pane: Pane): AppState {
  const own = {
    pane,
    actions: app.actions.of(pane.id),
    get navigation() {
      return pane.navigation;
    },
    get route() {
      return pane.route;
    },
    go: (route: Parameters<Pane['go']>[0]) => pane.go(route),
    nameInPane: (name: string) => {
      const { number } = pane;
      return number === null ? name : app.t.shell.panes.named(name, number);
    },
  };
  // The rest is the window's, with its private state: methods run on it, not on this.
  const get = (target: AppState, key: string | symbol): unknown => {
    if (key in own) return Reflect.get(own, key);
    const value: unknown = Reflect.get(target, key, target);
    return typeof value === 'function' ? value.bind(target) : value;
  };
  return new Proxy(app, { get, set: (target, key, value) => Reflect.set(target, key, value, target) });
}
