import AppWindow from '@lucide/svelte/icons/app-window';
import ArrowLeftRight from '@lucide/svelte/icons/arrow-left-right';
import Columns from '@lucide/svelte/icons/columns-2';
import PanelRightClose from '@lucide/svelte/icons/panel-right-close';
import SquareSplit from '@lucide/svelte/icons/square-split-horizontal';
import type { Action } from '../../state/actions.svelte.ts';
import type { AppState } from '../../state/app.svelte.ts';
import type { PaneId } from '../../state/panes.svelte.ts';

/** @param goTo gives a pane the focus */
export function paneActions(app: AppState, goTo: (id: PaneId) => void): readonly Action[] {
  const { panes } = app;
  const words = (): AppState['t']['shell']['panes'] => app.t.shell.panes;
  const isSplit = (): boolean => panes.isSplit;
  const group = 'view';
  return [
    {
      id: 'pane.split',
      group,
      title: () => words().split,
      shortcut: 'Mod+Shift+B',
      icon: Columns,
      enabled: () => app.notebook !== null && !panes.isSplit,
      run: () => panes.openBeside(panes.focused, panes.focused.route),
    },
    {
      id: 'pane.close',
      group,
      title: () => words().closeThis,
      shortcut: 'Mod+Shift+B',
      icon: PanelRightClose,
      enabled: isSplit,
      run: () => {
        panes.close(panes.focused.id);
        goTo('first');
      },
    },
    {
      id: 'pane.other',
      group,
      title: () => words().other,
      shortcut: 'F6',
      icon: SquareSplit,
      enabled: isSplit,
      run: () => goTo(panes.focused.id === 'first' ? 'second' : 'first'),
    },
    {
      id: 'pane.swap',
      group,
      title: () => words().swap,
      icon: ArrowLeftRight,
      enabled: isSplit,
      run: () => panes.swap(),
    },
    {
      id: 'pane.window',
      group,
      title: () => words().window,
      icon: AppWindow,
      enabled: () => app.notebook !== null,
      run: () => void app.openWindow(panes.focused.route),
    },
  ];
}
