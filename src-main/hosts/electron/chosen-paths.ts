import { relative, isAbsolute, sep } from 'node:path';

/** Where the user has said, in a native dialog, that files may be written. The page alone cannot name a place. */
export interface ChosenPaths {
  add(path: string): void;
  /** The chosen path itself, or one below it. */
  covers(path: string): boolean;
}

export function createChosenPaths(): ChosenPaths {
  const chosen = new Set<string>();
  return {
    add(path) {
      chosen.add(path);
    },
    covers: (path) => isAbsolute(path) && [...chosen].some((each) => isWithin(each, path)),
  };
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
