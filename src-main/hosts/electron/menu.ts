/** The native menu. Items of the app send the id of an application command, which the page runs as its own. */
import type { MenuItemConstructorOptions } from 'electron';
import type { Locale } from '../../common/messages/locale.ts';
import { NATIVE_WORDS, type NativeWords } from '../../common/messages/native.ts';

/** Ids of the page's commands that the menu has. */
export type MenuCommand =
  | 'notebook.new'
  | 'notebook.open'
  | 'notebook.sample'
  | 'source.import'
  | 'source.paste'
  | 'source.fetch'
  | 'edit.undo'
  | 'edit.redo'
  | 'view.palette'
  | 'view.library'
  | 'view.claims'
  | 'view.search'
  | 'view.export'
  | 'view.settings'
  | 'view.list'
  | 'search.focus'
  | 'history.back'
  | 'history.forward'
  | 'help.guide'
  | 'help.shortcuts';

export interface MenuOptions {
  readonly locale: Locale;
  readonly platform: string;
  readonly appName: string;
  readonly developerTools: boolean;
  run(command: MenuCommand): void;
}

type Item = MenuItemConstructorOptions;
type Words = NativeWords['menu'];

const SEPARATOR: Item = { type: 'separator' };

/** The platform's usual order: on macOS about, settings and quit are in the app's own menu, elsewhere in File and Help. */
export function menuTemplate(options: MenuOptions): Item[] {
  const words = NATIVE_WORDS[options.locale].menu;
  const mac = options.platform === 'darwin';
  const item = itemsFor(options);
  return [
    ...(mac ? [appMenu(words, options.appName, item)] : []),
    fileMenu(words, mac, item),
    editMenu(words, item),
    viewMenu(words, options.developerTools, item),
    goMenu(words, mac, item),
    ...(mac ? [windowMenu(words)] : []),
    helpMenu(words, mac, options.appName, item),
  ];
}

type MakeItem = (label: string, command: MenuCommand, accelerator?: string) => Item;

/**
 * The accelerator is shown only: the page knows the same keys and knows better when they apply (undo belongs to a
 * text field while one has the focus). macOS registers it nevertheless, after the page has had the key.
 */
function itemsFor({ run }: MenuOptions): MakeItem {
  return (label, command, accelerator) => ({
    id: command,
    label,
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
    click: () => {
      run(command);
    },
  });
}

function appMenu(words: Words, appName: string, item: MakeItem): Item {
  return {
    label: appName,
    submenu: [
      { role: 'about', label: words.about(appName) },
      SEPARATOR,
      item(words.settings, 'view.settings', 'CmdOrCtrl+,'),
      SEPARATOR,
      { role: 'services', label: words.services },
      SEPARATOR,
      { role: 'hide', label: words.hide(appName) },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      SEPARATOR,
      { role: 'quit', label: words.quit(appName) },
    ],
  };
}

function fileMenu(words: Words, mac: boolean, item: MakeItem): Item {
  return {
    label: words.file,
    submenu: [
      item(words.newNotebook, 'notebook.new', 'CmdOrCtrl+N'),
      item(words.openNotebook, 'notebook.open', 'CmdOrCtrl+O'),
      item(words.openSample, 'notebook.sample'),
      SEPARATOR,
      item(words.addFiles, 'source.import', 'CmdOrCtrl+I'),
      item(words.pasteText, 'source.paste', 'CmdOrCtrl+Shift+V'),
      item(words.addAddress, 'source.fetch', 'CmdOrCtrl+Shift+A'),
      SEPARATOR,
      item(words.export, 'view.export'),
      SEPARATOR,
      ...(mac ? [] : [item(words.settings, 'view.settings', 'CmdOrCtrl+,'), SEPARATOR]),
      mac ? { role: 'close', label: words.closeWindow } : { role: 'quit', label: words.exit },
    ],
  };
}

function editMenu(words: Words, item: MakeItem): Item {
  return {
    label: words.edit,
    submenu: [
      item(words.undo, 'edit.undo', 'CmdOrCtrl+Z'),
      item(words.redo, 'edit.redo', 'CmdOrCtrl+Shift+Z'),
      SEPARATOR,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'pasteAndMatchStyle', label: words.pastePlain },
      { role: 'delete', label: words.delete },
      { role: 'selectAll', label: words.selectAll },
      SEPARATOR,
      item(words.search, 'search.focus', 'CmdOrCtrl+Shift+F'),
    ],
  };
}

function viewMenu(words: Words, developerTools: boolean, item: MakeItem): Item {
  const developer: Item[] = [
    SEPARATOR,
    { role: 'reload', label: words.reload },
    { role: 'toggleDevTools', label: words.developerTools },
  ];
  return {
    label: words.view,
    submenu: [
      item(words.palette, 'view.palette', 'CmdOrCtrl+K'),
      item(words.list, 'view.list', 'CmdOrCtrl+B'),
      SEPARATOR,
      { role: 'resetZoom', label: words.actualSize },
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      SEPARATOR,
      { role: 'togglefullscreen', label: words.fullScreen },
      ...(developerTools ? developer : []),
    ],
  };
}

function goMenu(words: Words, mac: boolean, item: MakeItem): Item {
  return {
    label: words.go,
    submenu: [
      item(words.back, 'history.back', mac ? 'Cmd+[' : 'Alt+Left'),
      item(words.forward, 'history.forward', mac ? 'Cmd+]' : 'Alt+Right'),
      SEPARATOR,
      item(words.library, 'view.library'),
      item(words.claims, 'view.claims'),
      item(words.searchPage, 'view.search'),
    ],
  };
}

function windowMenu(words: Words): Item {
  return {
    role: 'window',
    label: words.window,
    submenu: [
      { role: 'minimize', label: words.minimize },
      { role: 'zoom', label: words.zoom },
      SEPARATOR,
      { role: 'front', label: words.front },
    ],
  };
}

function helpMenu(words: Words, mac: boolean, appName: string, item: MakeItem): Item {
  return {
    role: 'help',
    label: words.help,
    submenu: [
      item(words.guide, 'help.guide', 'F1'),
      item(words.shortcuts, 'help.shortcuts'),
      ...(mac ? [] : [SEPARATOR, { role: 'about', label: words.about(appName) } satisfies Item]),
    ],
  };
}
