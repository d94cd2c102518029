/**
 * The files of a drop: folders are walked, by name. What was dropped itself is taken whatever its name; of what lies
 * in folders only the kinds that can be captured are, as on the command line.
 */
import { FILE_EXTENSIONS } from '../../../src-main/common/contract/source-formats.ts';

export interface Dropped {
  readonly files: readonly File[];
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
  if (entries.every((entry) => entry === null)) return { files: [...transfer.files], leftOut: 0 };
  const dropped = entries.filter((entry) => entry !== null);
  return join(await Promise.all(dropped.map((entry) => walk(entry, 0))));
}

async function walk(entry: FileSystemEntry, depth: number): Promise<Dropped> {
  try {
    if (isFile(entry)) {
      if (depth > 0 && !isKnown(entry.name)) return ONE_LEFT_OUT;
      return {
        files: [await new Promise<File>((give, fail) => entry.file(give, fail))],
        leftOut: 0,
      };
    }
    if (!isFolder(entry)) return NOTHING;
    if (depth > DEEPEST) return ONE_LEFT_OUT;
    const inside = await readFolder(entry.createReader());
    return join(await Promise.all(inside.map((each) => walk(each, depth + 1))));
  } catch (cause) {
    console.warn(`${entry.fullPath} could not be read.`, cause);
    return ONE_LEFT_OUT;
  }
}

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
