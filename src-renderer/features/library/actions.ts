import FileText from '@lucide/svelte/icons/file-text';
import FolderPlus from '@lucide/svelte/icons/folder-plus';
import ListFilter from '@lucide/svelte/icons/list-filter';
import Share from '@lucide/svelte/icons/share';
import Trash from '@lucide/svelte/icons/trash-2';
import type { Source, SourceId } from '../../../src-main/common/contract/entities.ts';
import type { Action } from '../../state/actions.svelte.ts';
import type { AppState } from '../../state/app.svelte.ts';
import type { ListState } from './list-state.svelte.ts';

/** Moves a source to the trash; where it is the open one, the library is left without an open source. */
export async function removeSource(app: AppState, source: Source): Promise<void> {
  const answer = await app.mutate('source.remove', { id: source.id });
  if (answer && app.route.view === 'library' && app.route.source === source.id) app.go({ view: 'library' });
}

/** All that are marked, in one step. */
export async function removeMarked(app: AppState, list: ListState): Promise<void> {
  const ids = list.markedIds;
  if (ids.length === 0 || !(await app.mutate('sources.remove', { ids }))) return;
  list.mark(new Set());
  const { route } = app;
  if (route.view === 'library' && route.source !== undefined && ids.includes(route.source))
    app.go({ view: 'library' });
}

export interface LibraryParts {
  readonly app: AppState;
  readonly list: ListState;
  /** The open source; asked when a command is run. */
  readonly opened: () => SourceId | undefined;
  readonly edit: (source: Source) => void;
}

export function libraryActions(parts: LibraryParts): readonly Action[] {
  return [...sourceActions(parts), ...stepActions(parts), ...listActions(parts)];
}

/** What is done with the open source. */
function sourceActions({ app, opened, edit }: LibraryParts): readonly Action[] {
  const source = (): Source | undefined => {
    const id = opened();
    return id === undefined ? undefined : app.library.find(id);
  };
  const withSource = (run: (source: Source) => void) => (): void => {
    const found = source();
    if (found) run(found);
  };
  const onSource = { group: 'library', enabled: () => source() !== undefined } as const;
  return [
    {
      id: 'source.details',
      ...onSource,
      title: () => app.t.library.actions.details,
      shortcut: 'i',
      icon: FileText,
      run: withSource(edit),
    },
    {
      id: 'source.export',
      ...onSource,
      title: () => app.t.library.actions.export,
      icon: Share,
      run: withSource(({ id }) => app.go({ view: 'export', scope: { kind: 'sources', sources: [id] } })),
    },
    {
      id: 'source.remove',
      ...onSource,
      title: () => app.t.library.actions.remove,
      icon: Trash,
      run: withSource((found) => void removeSource(app, found)),
    },
  ];
}

function stepActions({ app, list, opened }: LibraryParts): readonly Action[] {
  return [
    {
      id: 'source.next',
      group: 'library',
      title: () => app.t.library.actions.next,
      shortcut: 'Shift+J',
      run: () => list.step(1, opened()),
    },
    {
      id: 'source.previous',
      group: 'library',
      title: () => app.t.library.actions.previous,
      shortcut: 'Shift+K',
      run: () => list.step(-1, opened()),
    },
    {
      // With a source open, J belongs to its highlights.
      id: 'source.first',
      group: 'library',
      title: () => app.t.library.actions.first,
      shortcut: 'j',
      enabled: () => opened() === undefined,
      run: () => list.step(1, undefined),
    },
  ];
}

function listActions({ app, list }: LibraryParts): readonly Action[] {
  return [
    {
      id: 'library.filter',
      group: 'library',
      title: () => app.t.library.actions.filter,
      shortcut: 'l',
      icon: ListFilter,
      run: () => {
        list.trash = false;
        list.filtering = true;
        app.preferences.listShown = true;
      },
    },
    {
      id: 'library.collect',
      group: 'library',
      title: () => app.t.shelves.newCollection,
      icon: FolderPlus,
      run: () => (list.naming = list.markedIds),
    },
    {
      id: 'library.select-all',
      group: 'library',
      title: () => app.t.shelves.selection.all,
      enabled: () => !list.trash && list.shown.length > 0,
      run: () => list.mark(new Set(list.shown.map(({ source }) => source.id))),
    },
    {
      id: 'library.trash',
      group: 'library',
      title: () => app.t.library.actions.openTrash,
      icon: Trash,
      run: () => (list.trash = true),
    },
    {
      id: 'library.leave-trash',
      group: 'library',
      title: () => app.t.library.trash.back,
      shortcut: 'Escape',
      enabled: () => list.trash,
      run: () => (list.trash = false),
    },
  ];
}
