/** The files of a drop: folders are walked, in the order in which the system gives them. */

/** @throws never: an entry that cannot be read is left out, and said in the console */
export async function filesOf(transfer: DataTransfer): Promise<readonly File[]> {
  // Entries must be asked for before the first await: the browser empties the list afterwards.
  const entries = [...transfer.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  if (entries.every((entry) => entry === null)) return [...transfer.files];
  const found = await Promise.all(entries.map((entry) => (entry ? walk(entry) : Promise.resolve([]))));
  return found.flat();
}

async function walk(entry: FileSystemEntry): Promise<readonly File[]> {
  try {
    if (isFile(entry)) return [await new Promise<File>((give, fail) => entry.file(give, fail))];
    if (!isFolder(entry)) return [];
    const found = await Promise.all((await readFolder(entry.createReader())).map(walk));
    return found.flat();
  } catch (cause) {
    console.warn(`${entry.fullPath} could not be read.`, cause);
    return [];
  }
}

/** A reader gives at most a hundred entries at a time. */
async function readFolder(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((give, fail) => reader.readEntries(give, fail));
    if (part.length === 0) return all.filter((entry) => !entry.name.startsWith('.'));
    all.push(...part);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
