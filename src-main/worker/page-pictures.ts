/** The pictures that a browser has put beside a saved page, read from the disk. */
import { lstat, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DossierError } from '../common/contract/errors.ts';
import { isPicture, pageFoldersOf, PICTURE_LIMITS } from '../common/document/page-folder.ts';
import { asReadError, readFileSafely } from './read-file.ts';

export interface PagePicture {
  /** As the page names it. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Never rejects: a page without its pictures is still a page. */
export async function findPictures(page: string): Promise<readonly PagePicture[]> {
  for (const folder of pageFoldersOf(basename(page))) {
    const found = await readFolder(join(dirname(page), folder));
    if (found.length > 0) return found.map(({ path, bytes }) => ({ path: `${folder}/${path}`, bytes }));
  }
  return [];
}

/** Only files of the folder itself: a link could lead to anything on this machine. */
async function readFolder(folder: string): Promise<readonly PagePicture[]> {
  const isFolder = await lstat(folder).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
  const entries = isFolder ? await readdir(folder, { withFileTypes: true }).catch(() => []) : [];
  const found: PagePicture[] = [];
  let total = 0;
  for (const entry of entries.filter((one) => one.isFile() && isPicture(one.name))) {
    if (found.length >= PICTURE_LIMITS.count) break;
    const left = Math.min(PICTURE_LIMITS.bytes, PICTURE_LIMITS.total - total);
    const bytes = await readSmall(join(folder, entry.name), left);
    if (!bytes) continue;
    total += bytes.length;
    found.push({ path: entry.name, bytes });
  }
  return found;
}

async function readSmall(path: string, limit: number): Promise<Uint8Array | null> {
  try {
    // What it was when the folder was listed it need not be now.
    return (await lstat(path)).size > limit ? null : await readFileSafely(path, 'refused');
  } catch (cause) {
    // It may be gone, or not be ours to read: the page is imported without it.
    if (asReadError(cause, path) instanceof DossierError) return null;
    throw cause;
  }
}
