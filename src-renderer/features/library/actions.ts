import FileText from '@lucide/svelte/icons/file-text';
import ListFilter from '@lucide/svelte/icons/list-filter';
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

/** Commands of the library screen. `opened` is read when a command is run. */
export function libraryActions(
  app: AppState,
  list: ListState,
  opened: () => SourceId | undefined,
  edit: (source: Source) => void,
): readonly Action[] {
  const source = (): Source | undefined => {
    const id = opened();
    return id === undefined ? undefined : app.library.find(id);
  };
  const withSource = (run: (source: Source) => void) => (): void => {
    const found = source();
    if (found) run(found);
  };
  const words = (): AppState['t']['library']['actions'] => app.t.library.actions;
  const onSource = { group: 'library', enabled: () => source() !== undefined } as const;
  return [
    {
      id: 'source.details',
      ...onSource,
      title: () => words().details,
      shortcut: 'i',
      icon: FileText,
      run: withSource(edit),
    },
    {
      id: 'source.remove',
      ...onSource,
      title: () => words().remove,
      icon: Trash,
      run: withSource((found) => void removeSource(app, found)),
    },
    {
      id: 'source.next',
      group: 'library',
      title: () => words().next,
      shortcut: 'Shift+J',
      run: () => list.step(1, opened()),
    },
    {
      id: 'source.previous',
      group: 'library',
      title: () => words().previous,
      shortcut: 'Shift+K',
      run: () => list.step(-1, opened()),
    },
    {
      // With a source open, J belongs to its highlights.
      id: 'source.first',
      group: 'library',
      title: () => words().first,
      shortcut: 'j',
      enabled: () => opened() === undefined,
      run: () => list.step(1, undefined),
    },
    {
      id: 'library.filter',
      group: 'library',
      title: () => words().filter,
      shortcut: 'l',
      icon: ListFilter,
      run: () => {
        list.trash = false;
        list.filtering = true;
        app.preferences.listShown = true;
      },
    },
    {
      id: 'library.trash',
      group: 'library',
      title: () => words().openTrash,
      icon: Trash,
      run: () => (list.trash = true),
    },
  ];
}
