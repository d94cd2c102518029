/**
 * Everything of a notebook as a ZIP: a JSON line a row, the originals as they came, and a manifest. Read from one
 * state of the notebook and handed over piece by piece, so that its size does not matter.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { crc32, deflateRaw, inflateRawSync } from 'node:zlib';
import { DossierError } from '../../../common/contract/errors.ts';
import type { Reader } from '../../storage/connection.ts';
import {
  BLOB_TABLE,
  countRows,
  iterateRows,
  listWholeTables,
  readPacked,
  type Cells,
  type WholeTable,
} from '../../storage/whole-tables.ts';
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  dataPath,
  MANIFEST,
  originalPath,
  README,
  type Manifest,
  type ManifestFile,
} from './layout.ts';
import { archiveReadme } from './readme.ts';
import { ZipWriter, type PackedEntry } from './zip-writer.ts';

const deflate = promisify(deflateRaw);
const encoder = new TextEncoder();

/** UTF-16 units of the lines of one file, but for one endless line. */
const PART = 4 * 1024 * 1024;
/** What is packed to less is stored as it is: whoever unpacks takes it for a bomb. */
const MOST_RATIO = 200;

export interface ArchiveInput {
  readonly reader: Reader;
  /** The notebook's name. */
  readonly name: string;
  readonly schemaVersion: number;
  /** ISO time. */
  readonly at: string;
  readonly signal: AbortSignal;
  progress(done: number, total: number): void;
}

/** @throws DossierError cancelled; notebook-damaged where an original is not the bytes that were stored */
export async function* writeArchive(input: ArchiveInput): AsyncGenerator<Uint8Array> {
  const zip = new ZipWriter();
  const tables = listWholeTables(input.reader);
  const counts = Object.fromEntries(tables.map((table) => [table.name, countRows(input.reader, table)]));
  const total = Object.values(counts).reduce((sum, count) => sum + count, counts[BLOB_TABLE] ?? 0);
  const files: ManifestFile[] = [];
  let done = 0;
  for await (const { entry, file, rows } of listFiles(input, tables)) {
    if (input.signal.aborted) throw new DossierError('cancelled');
    files.push(file);
    yield* zip.add(entry);
    done += rows;
    input.progress(done, total);
  }
  const manifest: Manifest = {
    format: ARCHIVE_FORMAT,
    formatVersion: ARCHIVE_VERSION,
    schemaVersion: input.schemaVersion,
    notebook: input.name,
    createdAt: input.at,
    counts,
    files,
  };
  const last = await packText(MANIFEST, `${JSON.stringify(manifest, null, 1)}\n`, 0);
  yield* zip.add(last.entry);
  yield* zip.finish();
}

interface ArchiveFile {
  readonly entry: PackedEntry;
  readonly file: ManifestFile;
  /** How much of the whole it is. */
  readonly rows: number;
}

async function* listFiles(
  { reader }: ArchiveInput,
  tables: readonly WholeTable[],
): AsyncGenerator<ArchiveFile> {
  yield packText(README, archiveReadme(tables), 0);
  for (const table of tables) yield* listParts(reader, table);
  for (const { sha256 } of reader.iterate<{ sha256: string }>('SELECT sha256 FROM blob ORDER BY sha256')) {
    yield packOriginal(reader, sha256);
  }
}

/** A file is packed in another thread while the rows of the next are read. */
async function* listParts(reader: Reader, table: WholeTable): AsyncGenerator<ArchiveFile> {
  let packing: Promise<ArchiveFile> | null = null;
  let part = 0;
  let lines: string[] = [];
  let length = 0;
  const pack = (): Promise<ArchiveFile> =>
    packText(dataPath(table.name, (part += 1)), lines.join(''), lines.length);
  for (const row of iterateRows(reader, table)) {
    const line = writeLine(table, row);
    lines.push(line);
    length += line.length;
    if (length < PART) continue;
    const next = pack();
    [lines, length] = [[], 0];
    if (packing) yield packing;
    packing = next;
  }
  if (packing) yield packing;
  if (lines.length > 0) yield pack();
}

function writeLine({ columns }: WholeTable, row: Cells): string {
  const cells = columns.map(({ name, isJson }) => {
    const value = row[name] ?? null;
    return `${JSON.stringify(name)}:${isJson && typeof value === 'string' ? oneLine(value) : JSON.stringify(value)}`;
  });
  return `{${cells.join(',')}}\n`;
}

/** What SQLite has found to be JSON goes in as it is. */
function oneLine(json: string): string {
  return /[\n\r]/.test(json) ? JSON.stringify(JSON.parse(json)) : json;
}

async function packText(path: string, text: string, rows: number): Promise<ArchiveFile> {
  const bytes = encoder.encode(text);
  return describe(path, bytes, await deflate(bytes), rows);
}

/** As the notebook packs them, a ZIP does: they are only looked at. */
function packOriginal(reader: Reader, sha256: string): ArchiveFile {
  const blob = readPacked(reader, sha256);
  if (!blob) throw new DossierError('notebook-damaged', { what: 'blob', id: sha256 });
  const bytes = blob.encoding === 'deflate' ? unpack(blob.bytes, sha256) : blob.bytes;
  const file = describe(originalPath(sha256), bytes, blob.encoding === 'deflate' ? blob.bytes : null, 1);
  if (file.file.sha256 !== sha256) throw new DossierError('notebook-damaged', { what: 'blob', id: sha256 });
  return file;
}

function unpack(packed: Uint8Array, sha256: string): Uint8Array {
  try {
    return inflateRawSync(packed);
  } catch (cause) {
    throw new DossierError('notebook-damaged', { what: 'blob', id: sha256 }, { cause });
  }
}

function describe(path: string, bytes: Uint8Array, packed: Uint8Array | null, rows: number): ArchiveFile {
  const isDeflated =
    packed !== null && packed.length < bytes.length && bytes.length <= packed.length * MOST_RATIO;
  return {
    entry: {
      name: path,
      isDeflated,
      packed: isDeflated ? packed : bytes,
      size: bytes.length,
      crc: crc32(bytes),
    },
    file: { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    rows,
  };
}
