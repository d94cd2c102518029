/** Captures a file that was given to a host as a path: on its command line, or by the desktop. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DossierError } from '../common/contract/errors.ts';
import { libraryOf } from '../common/contract/libraries.ts';
import { failure, type Result } from '../common/contract/result.ts';
import { toErrorValue } from '../common/messages/error-value.ts';
import type { Workspace } from './workspace.ts';

/** Larger files are refused before they are read into memory; the parser has its own, smaller limit. */
const LARGEST_FILE = 256 * 1024 * 1024;

/** Never rejects: what cannot be read is an error value that names the file. */
export async function importFile(workspace: Pick<Workspace, 'call'>, path: string): Promise<Result<unknown>> {
  try {
    const bytes = await read(path);
    // The id is only to be told apart from the page's own; a path may be longer than an id may be.
    const id = `import ${path}`.slice(0, 200);
    const input = { bytes, fileName: basename(path) };
    const result = await workspace.call({ id, name: 'source.import', input });
    const isLibrary = !result.ok && libraryOf(result.error) !== null;
    return isLibrary ? await workspace.call({ id, name: 'library.import', input }) : result;
  } catch (error) {
    return failure(toErrorValue(error));
  }
}

async function read(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_FILE) throw new DossierError('too-large', { path, bytes: size, limit: LARGEST_FILE });
    return await readFile(path);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause) || cause instanceof DossierError) throw cause;
    if (cause.code === 'ENOENT') throw new DossierError('not-found', { what: 'file', path }, { cause });
    throw new DossierError('unreadable', { path, reason: String(cause.code) }, { cause });
  }
}
