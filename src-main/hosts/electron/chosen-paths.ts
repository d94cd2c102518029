import { isAbsolute, normalize, relative, sep } from 'node:path';
import type { Checked } from '../../common/contract/commands.ts';

export type Purpose = Checked<'host.choose'>['purpose'];

/**
 * What the user has said in native dialogs: where files may be written, which notebooks may be opened, which folder may
 * be watched. The page alone cannot name a place, and a notebook that was chosen is not a place to export to.
 */
export interface ChosenPaths {
  add(purpose: Purpose, path: string): void;
  /** A path that was chosen for an export, or one below it. */
  allowExport(path: string): boolean;
  allowNotebook(path: string): boolean;
  allowWatching(folder: string): boolean;
}

export function createChosenPaths(): ChosenPaths {
  const exports = new Set<string>();
  const notebooks = new Set<string>();
  const folders = new Set<string>();
  return {
    add(purpose, path) {
      if (purpose === 'watch-folder') folders.add(path);
      else (purpose === 'export-file' || purpose === 'export-folder' ? exports : notebooks).add(path);
    },
    allowExport: (path) => isPlain(path) && [...exports].some((each) => isWithin(each, path)),
    allowNotebook: (path) => notebooks.has(path),
    allowWatching: (folder) => folders.has(folder),
  };
}

/** `link/..` is another folder to the system, which follows the link, than to us, who would take both away. */
function isPlain(path: string): boolean {
  return isAbsolute(path) && normalize(path) === path;
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
