import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing. Not `mkdirSync` with `recursive`: where a file system has
 * folders in which nothing can be made (/proc), that never returns.
 * @returns the folders that it made, outermost first
 * @throws what the file system says (ENOENT, EACCES, ENOTDIR, EROFS …)
 */
export function makeFolder(path: string): string[] {
  const missing: string[] = [];
  for (let folder = path; !isThere(folder); folder = dirname(folder)) {
    missing.unshift(folder);
    if (dirname(folder) === folder) break;
  }
  for (const folder of missing) {
    try {
      mkdirSync(folder);
    } catch (error) {
      // Another process may have made it meanwhile.
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST' && isThere(folder)))
        throw error;
    }
  }
  return missing;
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
