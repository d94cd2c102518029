import type { AppState } from '../../state/app.svelte.ts';
import type { Pane } from '../../state/panes.svelte.ts';

/** What a pane shows, in a few words: the title of its source, the statement of its claim, or the screen's name. */
export function nameOfPane(app: AppState, { route, subject }: Pane): string {
  const source = route.view === 'library' && route.source ? app.library.find(route.source) : undefined;
  if (source) return source.title || app.t.library.untitled;
  if (route.view === 'claims' && route.claim !== undefined && subject) return subject;
  return app.t.shell.rail[route.view];
}
