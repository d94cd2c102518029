/** Folders that hold what the user reads and thinks: nobody else on the machine looks into them. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../core/make-folder.ts';

/**
 * Makes `path` for this user alone where it is missing. One that is there keeps the mode that someone gave it.
 * @throws what the file system says
 */
export function makePrivateFolder(path: string): void {
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}
