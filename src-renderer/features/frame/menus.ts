/** The title bar's two menus. In Electron the first is the platform's own. */
import type { AppState } from '../../state/app.svelte.ts';
import type { MenuItem } from '../../ui/menu-item.ts';

/** Commands of the main menu, a hairline before each group. */
const MAIN: readonly (readonly string[])[] = [
  ['notebook.new', 'notebook.open', 'notebook.restore', 'notebook.sample'],
  ['source.import', 'source.paste', 'source.fetch'],
  ['edit.undo', 'edit.redo'],
  ['view.palette', 'view.settings'],
  ['help.guide', 'help.shortcuts'],
];

/** A command as a menu entry; none where the screen does not have it. */
function entry(app: AppState, id: string, separated: boolean): readonly MenuItem[] {
  const action = app.actions.find(id);
  if (!action) return [];
  return [
    {
      label: action.title(),
      icon: action.icon,
      shortcut: action.shortcut,
      disabled: !(action.enabled?.() ?? true),
      separated,
      run: () => void app.actions.run(id),
    },
  ];
}

export function mainMenu(app: AppState): readonly MenuItem[] {
  return MAIN.flatMap((group, at) => group.flatMap((id, first) => entry(app, id, at > 0 && first === 0)));
}

/** How many notebooks opened before are named. */
const RECENT = 6;

export function notebookMenu(app: AppState): readonly MenuItem[] {
  const recent = app.notebooks.recent(app.notebook?.path).slice(0, RECENT);
  return [
    ...recent.map(({ name, path }) => ({
      label: app.t.shell.actions.openRecent(name),
      run: () => void app.notebooks.openPath(path),
    })),
    ...entry(app, 'notebook.new', recent.length > 0),
    ...entry(app, 'notebook.open', false),
    ...entry(app, 'notebook.restore', false),
    ...entry(app, 'notebook.sample', false),
    ...entry(app, 'view.start', true),
  ];
}
