/** A new notebook from an archive: made under another name, and given its own when all of it is there. */
import { resolve } from 'node:path';
import { restoreArchive, type RestoredCounts } from '../core/export/archive/restore.ts';
import { makeWhole, withByteSource } from './files.ts';

export interface RestoreRequest {
  readonly archive: string;
  /** Where the notebook is to be: nothing may be there. */
  readonly notebook: string;
}

/** @throws DossierError those of `restoreArchive`; not-found, target-exists, target-unwritable */
export function restoreNotebook(
  { archive, notebook }: RestoreRequest,
  signal: AbortSignal,
  progress: (done: number, total: number) => void,
): Promise<RestoredCounts> {
  return withByteSource(resolve(archive), (source) =>
    makeWhole(resolve(notebook), (path) => restoreArchive({ archive: source, path, signal, progress })),
  );
}
