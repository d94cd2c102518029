/**
 * The files of a drop: folders are walked, by name. What was dropped itself is taken whatever its name; of what lies
 * in folders only the kinds that can be captured are, as on the command line; of the folder beside a saved page only
 * the pictures are, with the page.
 */
import {
  isPageFolder,
  isPicture,
  pageFoldersOf,
  PICTURE_LIMITS,
} from '../../../src-main/common/document/page-folder.ts';
import type { NewFile } from '../../state/import-queue.svelte.ts';
import { FILE_EXTENSIONS } from '../../../src-main/common/contract/source-formats.ts';

export interface Dropped {
  readonly files: readonly NewFile[];
  /** How many files of folders are of no known kind, could not be read or lie too deep. Hidden ones do not count. */
  readonly leftOut: number;
}

/** A folder deeper than this is a loop or a mistake. */
const DEEPEST = 32;
const NOTHING: Dropped = { files: [], leftOut: 0 };
const ONE_LEFT_OUT: Dropped = { files: [], leftOut: 1 };

/** @throws never: an entry that cannot be read is left out, and said in the console */
export async function filesOf(transfer: DataTransfer): Promise<Dropped> {
  // Entries must be asked for before the first await: the browser empties the list afterwards.
  const entries = [...transfer.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  if (entries.every((entry) => entry === null))
    return { files: [...transfer.files].map((file) => ({ file })), leftOut: 0 };
  return walkAll(
    entries.filter((entry) => entry !== null),
    0,
  );
}

/** Entries that lie beside each other. */
async function walkAll(entries: readonly FileSystemEntry[], depth: number): Promise<Dropped> {
  const names = entries.map(({ name }) => name);
  const taken = entries.filter((entry) => !(isFolder(entry) && isPageFolder(entry.name, names)));
  return join(await Promise.all(taken.map((entry) => walk(entry, depth, entries))));
}

async function walk(
  entry: FileSystemEntry,
  depth: number,
  beside: readonly FileSystemEntry[],
): Promise<Dropped> {
  try {
    if (isFile(entry)) {
      if (depth > 0 && !isKnown(entry.name)) return ONE_LEFT_OUT;
      const folder = beside.filter(isFolder).find(({ name }) => pageFoldersOf(entry.name).includes(name));
      const readBeside = folder && (() => readPictures(folder));
      return { files: [{ file: await open(entry), readBeside }], leftOut: 0 };
    }
    if (!isFolder(entry)) return NOTHING;
    if (depth > DEEPEST) return ONE_LEFT_OUT;
    return await walkAll(await readFolder(entry.createReader()), depth + 1);
  } catch (cause) {
    console.warn(`${entry.fullPath} could not be read.`, cause);
    return ONE_LEFT_OUT;
  }
}

/** What of a page's folder is a picture, as the page names it. Never rejects: without them it is still a page. */
async function readPictures(folder: FileSystemDirectoryEntry) {
  const found: { path: string; bytes: Uint8Array }[] = [];
  let total = 0;
  try {
    const entries = (await readFolder(folder.createReader())).filter(isFile);
    for (const entry of entries.filter(({ name }) => isPicture(name))) {
      const file = await open(entry);
      const left = Math.min(PICTURE_LIMITS.bytes, PICTURE_LIMITS.total - total);
      if (file.size > left || found.length >= PICTURE_LIMITS.count) continue;
      total += file.size;
      const bytes = new Uint8Array(await file.arrayBuffer());
      found.push({ path: `${folder.name}/${entry.name}`, bytes });
    }
  } catch (cause) {
    console.warn(`${folder.fullPath} could not be read.`, cause);
  }
  return found;
}

const open = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((give, fail) => entry.file(give, fail));

const join = (parts: readonly Dropped[]): Dropped => ({
  files: parts.flatMap(({ files }) => files),
  leftOut: parts.reduce((sum, { leftOut }) => sum + leftOut, 0),
});

/** A reader gives at most a hundred entries at a time. */
async function readFolder(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((give, fail) => reader.readEntries(give, fail));
    if (part.length === 0) break;
    all.push(...part);
  }
  return all.filter((entry) => !entry.name.startsWith('.')).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

const isKnown = (name: string): boolean =>
  FILE_EXTENSIONS.some((extension) => name.toLowerCase().endsWith(extension));
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
