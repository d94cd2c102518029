/** The window's own commands: those that are there on every screen. */
import ArchiveRestore from '@lucide/svelte/icons/archive-restore';
import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import BookOpen from '@lucide/svelte/icons/book-open';
import Command from '@lucide/svelte/icons/command';
import FileCheck from '@lucide/svelte/icons/file-check';
import FilePlus from '@lucide/svelte/icons/file-plus-2';
import FileDiff from '@lucide/svelte/icons/file-diff';
import FolderOpen from '@lucide/svelte/icons/folder-open';
import Grid from '@lucide/svelte/icons/grid-3x3';
import House from '@lucide/svelte/icons/house';
import Keyboard from '@lucide/svelte/icons/keyboard';
import LibraryIcon from '@lucide/svelte/icons/library';
import NotebookPen from '@lucide/svelte/icons/notebook-pen';
import Redo from '@lucide/svelte/icons/redo-2';
import Scale from '@lucide/svelte/icons/scale';
import Search from '@lucide/svelte/icons/search';
import Settings from '@lucide/svelte/icons/settings-2';
import Share from '@lucide/svelte/icons/share';
import SunMoon from '@lucide/svelte/icons/sun-moon';
import Languages from '@lucide/svelte/icons/languages';
import Tags from '@lucide/svelte/icons/tags';
import Undo from '@lucide/svelte/icons/undo-2';
import type { Component } from 'svelte';
import type { Action } from '../../state/actions.svelte.ts';
import type { AppState } from '../../state/app.svelte.ts';
import type { Theme } from '../../state/preferences.svelte.ts';
import type { View } from '../../state/routes.ts';

/** What only the frame can do. */
export interface FrameParts {
  readonly focusSearch: () => void;
  readonly openPalette: () => void;
  readonly openShortcuts: () => void;
  readonly toggleList: () => void;
}

export function frameActions(app: AppState, parts: FrameParts): readonly Action[] {
  return [
    ...notebookActions(app),
    ...editActions(app),
    ...goActions(app, parts),
    ...searchActions(app, parts),
    ...viewActions(app, parts),
    ...helpActions(app, parts),
  ];
}

function notebookActions(app: AppState): readonly Action[] {
  const words = (): AppState['t']['shell']['actions'] => app.t.shell.actions;
  return [
    {
      id: 'notebook.new',
      group: 'notebook',
      title: () => words().newNotebook,
      shortcut: 'Mod+N',
      icon: FilePlus,
      run: () => void app.notebooks.create(),
    },
    {
      id: 'notebook.open',
      group: 'notebook',
      title: () => words().openNotebook,
      shortcut: 'Mod+O',
      icon: FolderOpen,
      run: () => void app.notebooks.open(),
    },
    {
      id: 'notebook.restore',
      group: 'notebook',
      title: () => words().restoreArchive,
      icon: ArchiveRestore,
      run: () => void app.notebooks.restore(),
    },
    {
      id: 'notebook.sample',
      group: 'notebook',
      title: () => words().openSample,
      icon: BookOpen,
      run: () => void app.notebooks.sample(),
    },
  ];
}

function editActions(app: AppState): readonly Action[] {
  return [
    {
      id: 'edit.undo',
      group: 'edit',
      title: () => app.t.shell.actions.undo,
      shortcut: 'Mod+Z',
      notInText: true,
      icon: Undo,
      enabled: () => app.history.undoable !== null,
      run: () => void app.history.undo(),
    },
    {
      id: 'edit.redo',
      group: 'edit',
      title: () => app.t.shell.actions.redo,
      shortcut: 'Mod+Shift+Z',
      notInText: true,
      icon: Redo,
      enabled: () => app.history.redoable !== null,
      run: () => void app.history.redo(),
    },
    {
      // What Windows and Linux are used to, beside the one that all platforms share.
      id: 'edit.redo-again',
      group: 'edit',
      title: () => app.t.shell.actions.redo,
      shortcut: 'Mod+Y',
      notInText: true,
      hidden: true,
      enabled: () => app.history.redoable !== null,
      run: () => void app.history.redo(),
    },
  ];
}

function goActions(app: AppState, { focusSearch }: FrameParts): readonly Action[] {
  const words = (): AppState['t']['shell']['actions'] => app.t.shell.actions;
  const place = (view: View, shortcut: string, icon: Component, title: () => string): Action => ({
    id: `view.${view}`,
    group: 'go',
    title,
    shortcut,
    icon,
    enabled: () => view === 'settings' || app.notebook !== null,
    run: () => app.navigation.visit(view),
  });
  return [
    place('library', 'g l', LibraryIcon, () => words().goLibrary),
    place('claims', 'g c', Scale, () => words().goClaims),
    { ...place('matrix', 'g m', Grid, () => words().goMatrix), id: 'claims.matrix' },
    { ...place('changed', 'g q', FileDiff, () => words().goChanged), id: 'claims.changed' },
    place('notes', 'g n', NotebookPen, () => words().goNotes),
    place('tags', 'g t', Tags, () => words().goTags),
    {
      ...place('search', 'g s', Search, () => words().goSearch),
      run: () => {
        app.navigation.visit('search');
        focusSearch();
      },
    },
    place('draft', 'g d', FileCheck, () => words().goDraft),
    place('export', 'g e', Share, () => words().goExport),
    place('settings', 'Mod+,', Settings, () => words().goSettings),
    {
      id: 'view.start',
      group: 'go',
      title: () => words().goStart,
      icon: House,
      run: () => app.go({ view: 'start' }),
    },
    {
      id: 'history.back',
      group: 'go',
      title: () => words().back,
      shortcut: 'Alt+ArrowLeft',
      icon: ArrowLeft,
      run: () => app.navigation.back(),
    },
    {
      id: 'history.forward',
      group: 'go',
      title: () => words().forward,
      shortcut: 'Alt+ArrowRight',
      icon: ArrowRight,
      run: () => app.navigation.forward(),
    },
  ];
}

function searchActions(app: AppState, { focusSearch }: FrameParts): readonly Action[] {
  const focus = {
    group: 'search',
    title: () => app.t.shell.actions.focusSearch,
    enabled: () => app.notebook !== null,
    run: focusSearch,
  } as const;
  return [
    { id: 'search.focus', ...focus, shortcut: 'Mod+Shift+F', icon: Search },
    { id: 'search.slash', ...focus, shortcut: '/', hidden: true },
  ];
}

function viewActions(app: AppState, parts: FrameParts): readonly Action[] {
  const words = (): AppState['t']['shell']['actions'] => app.t.shell.actions;
  const theme = (id: Theme, title: () => string): Action => ({
    id: `view.theme.${id}`,
    group: 'view',
    title,
    icon: SunMoon,
    enabled: () => app.theme !== id,
    run: () => (app.theme = id),
  });
  return [
    theme('light', () => words().themeLight),
    theme('sepia', () => words().themeSepia),
    theme('dark', () => words().themeDark),
    theme('system', () => words().themeSystem),
    {
      id: 'view.english',
      group: 'view',
      title: () => words().localeEn,
      icon: Languages,
      enabled: () => app.locale !== 'en',
      run: () => (app.locale = 'en'),
    },
    {
      id: 'view.french',
      group: 'view',
      title: () => words().localeFr,
      icon: Languages,
      enabled: () => app.locale !== 'fr',
      run: () => (app.locale = 'fr'),
    },
    {
      id: 'view.list',
      group: 'view',
      title: () => words().toggleList,
      shortcut: 'Mod+B',
      enabled: () => app.route.view === 'library',
      run: parts.toggleList,
    },
  ];
}

function helpActions(app: AppState, parts: FrameParts): readonly Action[] {
  return [
    {
      id: 'view.palette',
      group: 'help',
      title: () => app.t.shell.actions.palette,
      shortcut: 'Mod+K',
      icon: Command,
      hidden: true,
      run: parts.openPalette,
    },
    {
      id: 'help.shortcuts',
      group: 'help',
      title: () => app.t.shell.actions.shortcuts,
      shortcut: '?',
      icon: Keyboard,
      run: parts.openShortcuts,
    },
    {
      id: 'help.guide',
      group: 'help',
      title: () => app.t.shell.actions.goGuide,
      shortcut: 'F1',
      icon: BookOpen,
      run: () => app.navigation.visit('guide'),
    },
  ];
}
