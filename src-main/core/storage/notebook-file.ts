/**
 * The file under a notebook, before SQLite has it. Nothing here opens a file that may be open as a notebook: closing
 * any descriptor of a file gives up all locks that this process has on it (POSIX), and a client that then takes
 * itself for the last one deletes the log that this process goes on writing to.
 */
import { accessSync, closeSync, constants, openSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DossierError } from '../../common/contract/errors.ts';
import { makeFolder } from '../make-folder.ts';

/**
 * @returns whether the file has yet to be filled (it was made, or is empty as a temporary file is)
 * @throws DossierError notebook-missing, notebook-foreign (`empty`: an empty file, where none may be made of it),
 * notebook-damaged, unreadable, target-unwritable
 */
export function prepareFile(path: string, options: { readonly create: boolean }): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) {
    if (!options.create) throw new DossierError('notebook-missing', { path });
    makePrivateFile(path);
    return true;
  }
  if (!found.isFile()) throw new DossierError('notebook-foreign', { path });
  try {
    accessSync(path, constants.R_OK);
  } catch (cause) {
    throw new DossierError('unreadable', { path, reason: 'denied' }, { cause });
  }
  if (found.size > 0) return false;
  if (!options.create) throw new DossierError('notebook-foreign', { path, reason: 'empty' });
  refuseEmptied(path);
  return true;
}

/** SQLite deletes the log of a file without pages: where something has emptied the file, that log is all that is left. */
function refuseEmptied(path: string): void {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  if (!log || log.size === 0) return;
  // Another process may have filled it between the two looks.
  if (statSync(path, { throwIfNoEntry: false })?.size === 0)
    throw new DossierError('notebook-damaged', { path, reason: 'empty' });
}

/** For this user alone: what is read and thought is nobody else's. SQLite gives its other files the same mode. */
function makePrivateFile(path: string): void {
  try {
    makeFolder(dirname(path));
    closeSync(openSync(path, 'wx', 0o600));
  } catch (cause) {
    // Another process may have made it meanwhile.
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return;
    throw new DossierError('target-unwritable', { path }, { cause });
  }
}

/** Where the header says that the file keeps a write-ahead log, for writing and for reading. */
const LOG_VERSIONS = [18, 19] as const;

/**
 * The bytes of a notebook in a folder where SQLite cannot make the files that it needs beside it, so that it can be
 * read all the same; null where it has a log, without which the bytes are not all of it.
 */
export function readCopy(path: string): Buffer | null {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  if (log && log.size > 0) return null;
  const bytes = readFileSync(path);
  for (const at of LOG_VERSIONS) bytes[at] = 1;
  return bytes;
}
