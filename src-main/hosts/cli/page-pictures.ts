/** The pictures that a browser has put beside a saved page, in a folder that is named after it. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';

export interface PagePicture {
  /** As the page names it. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const PAGE = /\.x?html?$/i;
/** What browsers put after the page's name, by their language. */
const SUFFIXES = ['_files', '_fichiers', '-Dateien', '_archivos', '_file', '_bestanden', '_ficheiros'];
/** With no ending too: what a picture is, is told by its bytes. */
const PICTURE = /^(?:\.(?:png|jpe?g|gif|webp|avif|bmp|svg))?$/i;
const MAX_COUNT = 500;
const MAX_BYTES = 10 * 1024 * 1024;
const MAX_TOTAL = 50 * 1024 * 1024;

/** Whether a folder is what a browser put beside one of the pages: its frames are no articles. */
export function isPageFolder(folder: string, siblings: readonly string[]): boolean {
  return siblings.some((name) => {
    if (!PAGE.test(name)) return false;
    const stem = basename(name, extname(name));
    return folder.startsWith(stem) && SUFFIXES.includes(folder.slice(stem.length));
  });
}

/** Never rejects: a page without its pictures is still a page. */
export async function findPictures(page: string): Promise<readonly PagePicture[]> {
  if (!PAGE.test(page)) return [];
  const name = basename(page, extname(page));
  for (const suffix of SUFFIXES) {
    const folder = `${name}${suffix}`;
    const found = await readFolder(join(dirname(page), folder));
    if (found.length > 0) return found.map(({ path, bytes }) => ({ path: `${folder}/${path}`, bytes }));
  }
  return [];
}

async function readFolder(folder: string): Promise<readonly PagePicture[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: PagePicture[] = [];
  let total = 0;
  // Only files: a link could lead to anything on this machine.
  for (const entry of entries.filter((one) => one.isFile() && PICTURE.test(extname(one.name)))) {
    if (found.length >= MAX_COUNT) break;
    const bytes = await readSmall(join(folder, entry.name), Math.min(MAX_BYTES, MAX_TOTAL - total));
    if (!bytes) continue;
    total += bytes.length;
    found.push({ path: entry.name, bytes });
  }
  return found;
}

async function readSmall(path: string, limit: number): Promise<Uint8Array | null> {
  try {
    return (await stat(path)).size > limit ? null : await readFile(path);
  } catch (cause) {
    // It may be gone, or not be ours to read: the page is imported without it.
    if (cause instanceof Error && 'code' in cause) return null;
    throw cause;
  }
}
