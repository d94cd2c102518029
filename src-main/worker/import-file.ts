/** Captures a file that was given to a host as a path: on its command line, or by the desktop. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CallRequest } from '../common/contract/client.ts';
import { DossierError } from '../common/contract/errors.ts';
import { isNotebookName } from '../common/contract/source-formats.ts';
import { libraryOf } from '../common/contract/libraries.ts';
import { failure, type Result } from '../common/contract/result.ts';
import { toErrorValue } from '../common/messages/error-value.ts';
import { findPictures } from './page-pictures.ts';
import type { Captured } from '../common/contract/events.ts';

/** Larger files are refused before they are read into memory; the parser has its own, smaller limit. */
const LARGEST_FILE = 256 * 1024 * 1024;

/** Where nobody chose the file, a link could lead out of the folder that somebody chose. */
type Links = 'followed' | 'refused';

/** Windows has no such flag, and only administrators make links there. */
const NO_FOLLOW = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Never rejects: what cannot be read is an error value that names the file. */
export async function importFile(
  target: { call(request: CallRequest): Promise<Result<unknown>> },
  path: string,
  links: Links = 'followed',
): Promise<Result<Captured>> {
  try {
    if (isNotebookName(path)) throw new DossierError('unsupported', { what: 'notebook', path });
    const bytes = await read(path, links);
    // The id is only to be told apart from the page's own; a path may be longer than an id may be.
    const id = `import ${path}`.slice(0, 200);
    const input = { bytes, fileName: basename(path) };
    const files = [...(await findPictures(path))];
    const page = files.length > 0 ? { ...input, files } : input;
    const result = await target.call({ id, name: 'source.import', input: page });
    const isLibrary = !result.ok && libraryOf(result.error) !== null;
    const last = isLibrary ? await target.call({ id, name: 'library.import', input }) : result;
    return last as Result<Captured>;
  } catch (error) {
    return failure(toErrorValue(error));
  }
}

async function read(path: string, links: Links): Promise<Uint8Array> {
  try {
    const file = await open(path, constants.O_RDONLY | (links === 'refused' ? NO_FOLLOW : 0));
    try {
      const { size } = await file.stat();
      if (size > LARGEST_FILE)
        throw new DossierError('too-large', { path, bytes: size, limit: LARGEST_FILE });
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause) || cause instanceof DossierError) throw cause;
    if (cause.code === 'ENOENT') throw new DossierError('not-found', { what: 'file', path }, { cause });
    throw new DossierError('unreadable', { path, reason: String(cause.code) }, { cause });
  }
}
