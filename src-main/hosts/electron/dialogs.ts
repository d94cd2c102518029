import type { BrowserWindow, Dialog, FileFilter } from 'electron';
import type { Locale } from '../../common/messages/locale.ts';
import { NATIVE_WORDS } from '../../common/messages/native.ts';
import type { Purpose } from './chosen-paths.ts';

interface DialogServices {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  readonly locale: Locale;
  window(): BrowserWindow | null;
}

export const NOTEBOOK_EXTENSION = 'dossier';

/** Asks for a path in the platform's own dialog, attached to the window. @returns null where it was closed */
export async function choosePath(
  services: DialogServices,
  purpose: Purpose,
  suggestion: string | undefined,
): Promise<string | null> {
  const words = NATIVE_WORDS[services.locale].dialogs;
  const notebooks = [{ name: words.notebooks, extensions: [NOTEBOOK_EXTENSION] }];
  switch (purpose) {
    case 'open-notebook':
      return open(services, { title: words.openNotebook, filters: notebooks, properties: ['openFile'] });
    case 'open-archive':
      return open(services, {
        title: words.openArchive,
        filters: [{ name: words.archives, extensions: ['zip'] }],
        properties: ['openFile'],
      });
    case 'export-folder':
      return open(services, {
        title: words.exportFolder,
        defaultPath: suggestion,
        properties: ['openDirectory', 'createDirectory'],
      });
    case 'watch-folder':
      return open(services, { title: words.watchFolder, properties: ['openDirectory', 'createDirectory'] });
    case 'create-notebook': {
      const path = await save(services, words.createNotebook, suggestion, notebooks);
      return path === null ? null : withExtension(path);
    }
    case 'export-file':
      return save(services, words.exportFile, suggestion, []);
  }
}

async function open(
  { dialog, window }: DialogServices,
  options: Electron.OpenDialogOptions,
): Promise<string | null> {
  const parent = window();
  const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

async function save(
  { dialog, window }: DialogServices,
  title: string,
  defaultPath: string | undefined,
  filters: FileFilter[],
): Promise<string | null> {
  const parent = window();
  const options: Electron.SaveDialogOptions = {
    title,
    defaultPath,
    filters,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  };
  const answer = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
  return answer.canceled || !answer.filePath ? null : answer.filePath;
}

/** Linux adds none by itself, and a notebook without it is not opened by a double click. */
function withExtension(path: string): string {
  return path.endsWith(`.${NOTEBOOK_EXTENSION}`) ? path : `${path}.${NOTEBOOK_EXTENSION}`;
}
