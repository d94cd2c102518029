/** Captures a file that was given to a host as a path: on its command line, or by the desktop. */
import { basename } from 'node:path';
import type { CallRequest } from '../common/contract/client.ts';
import { DossierError } from '../common/contract/errors.ts';
import { isNotebookName } from '../common/contract/source-formats.ts';
import { libraryOf } from '../common/contract/libraries.ts';
import { failure, type Result } from '../common/contract/result.ts';
import { toErrorValue } from '../common/messages/error-value.ts';
import { findPictures } from './page-pictures.ts';
import { readFileSafely, type Links } from './read-file.ts';
import type { Captured } from '../common/contract/events.ts';

/** Never rejects: what cannot be read is an error value that names the file. */
export async function importFile(
  target: { call(request: CallRequest): Promise<Result<unknown>> },
  path: string,
  links: Links = 'followed',
): Promise<Result<Captured>> {
  try {
    if (isNotebookName(path)) throw new DossierError('unsupported', { what: 'notebook', path });
    const bytes = await readFileSafely(path, links);
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
