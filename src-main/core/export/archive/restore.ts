/**
 * A notebook made anew from an archive of anyone's. The file that it is made in is not the user's yet: whoever calls
 * gives it its name when all of it is there, and throws it away otherwise.
 */
import { createHash } from 'node:crypto';
import { DossierError } from '../../../common/contract/errors.ts';
import type { ByteSource } from '../../ports.ts';
import { pause } from '../../slices.ts';
import type { Reader, Value } from '../../storage/connection.ts';
import { SCHEMA_VERSION } from '../../storage/migrate.ts';
import { Rebuild } from '../../storage/rebuild.ts';
import { asDossierError } from '../../storage/sqlite-errors.ts';
import { BLOB_TABLE, listWholeTables, type WholeTable } from '../../storage/whole-tables.ts';
import {
  ARCHIVE_VERSION,
  MANIFEST,
  originalPath,
  parseManifest,
  README,
  tableOf,
  type Manifest,
  type ManifestFile,
} from './layout.ts';
import { damaged, readDirectory, unpackEntry, type UnpackedEntry, type ZipEntry } from './zip-reader.ts';

export interface RestoreOptions {
  readonly archive: ByteSource;
  /** Where the notebook is made; nothing is there. */
  readonly path: string;
  readonly signal: AbortSignal;
  progress(done: number, total: number): void;
}

/** Of what is not in the trash. */
export interface RestoredCounts {
  readonly sources: number;
  readonly excerpts: number;
  readonly claims: number;
  readonly tags: number;
}

/** @throws DossierError unreadable (`reason` begins with `archive-`), unsupported for a newer one, too-large, cancelled, disk-full */
export async function restoreArchive(options: RestoreOptions): Promise<RestoredCounts> {
  const archive = openArchive(options.archive);
  const rebuild = Rebuild.start(options.path, archive.manifest.schemaVersion);
  try {
    await fill(rebuild, archive, options);
    rebuild.finish();
    return countRestored(rebuild.connection.reader);
  } catch (error) {
    throw asDamage(asDossierError(error, options.path));
  } finally {
    rebuild.close();
  }
}

/** Whatever the rows break, it is the archive that is at fault. */
function asDamage(error: unknown): unknown {
  if (!(error instanceof DossierError) || error.code !== 'invalid') return error;
  return damaged(error.details['what'] === 'reference' ? 'archive-reference' : 'archive-row', error);
}

interface Archive {
  readonly manifest: Manifest;
  /** @throws DossierError unreadable where it is not what the manifest says */
  read(path: string): UnpackedEntry;
}

/** Judges all that can be told before a row is read. */
function openArchive(source: ByteSource): Archive {
  const entries = readDirectory(source);
  const entry = entries.get(MANIFEST);
  if (!entry) throw damaged('archive-foreign');
  const manifest = parseManifest(new TextDecoder().decode(unpackEntry(source, entry).bytes));
  if (!manifest) throw damaged('archive-foreign');
  refuseNewer(manifest);
  const files = new Map(manifest.files.map((file) => [file.path, file]));
  refuseOtherFiles(manifest, files, entries);
  return { manifest, read: (path) => readVerified(source, files.get(path), entries.get(path)) };
}

function refuseNewer({ formatVersion, schemaVersion }: Manifest): void {
  if (formatVersion > ARCHIVE_VERSION || schemaVersion > SCHEMA_VERSION) {
    throw new DossierError('unsupported', { what: 'archive', found: schemaVersion, known: SCHEMA_VERSION });
  }
}

/** Each file is named once by the manifest, and nothing else is there. */
function refuseOtherFiles(
  { files }: Manifest,
  named: ReadonlyMap<string, ManifestFile>,
  entries: ReadonlyMap<string, ZipEntry>,
): void {
  const isSame = files.every(({ path, bytes }) => path !== MANIFEST && entries.get(path)?.size === bytes);
  const areOriginals = files.every(
    ({ path, sha256 }) => !path.startsWith('originals/') || path === originalPath(sha256),
  );
  if (!areOriginals) throw damaged('archive-hash');
  if (!isSame || named.size !== files.length || entries.size !== files.length + 1) {
    throw damaged('archive-files');
  }
}

function readVerified(source: ByteSource, file?: ManifestFile, entry?: ZipEntry): UnpackedEntry {
  if (!file || !entry) throw damaged('archive-files');
  const unpacked = unpackEntry(source, entry);
  if (createHash('sha256').update(unpacked.bytes).digest('hex') !== file.sha256)
    throw damaged('archive-hash');
  return unpacked;
}

async function fill(rebuild: Rebuild, archive: Archive, { signal, progress }: RestoreOptions): Promise<void> {
  const { manifest } = archive;
  const tables = new Map(listWholeTables(rebuild.connection.reader).map((table) => [table.name, table]));
  const total = Object.values(manifest.counts).reduce((sum, count) => sum + count, 0);
  const found = new Map<string, number>();
  let [done, originals] = [0, 0];
  archive.read(README);
  for (const { path } of manifest.files) {
    const name = tableOf(path);
    if (name === null) {
      if (path !== README) originals += 1;
      continue;
    }
    const table = tables.get(name);
    if (!table) throw damaged('archive-row');
    // In between, a cancel is heard.
    await pause();
    for (const line of readLines(archive.read(path).bytes)) {
      if (signal.aborted) throw new DossierError('cancelled');
      insertLine(rebuild, archive, table, line);
      done += 1;
      found.set(name, (found.get(name) ?? 0) + 1);
      if (name === BLOB_TABLE && done % 50 === 0) await pause();
    }
    progress(done, total);
  }
  const isAll = [...tables.keys()].every((name) => (found.get(name) ?? 0) === (manifest.counts[name] ?? 0));
  if (!isAll || originals !== (found.get(BLOB_TABLE) ?? 0)) throw damaged('archive-files');
}

function readLines(bytes: Uint8Array): string[] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw damaged('archive-row', cause);
  }
  const lines = text.split('\n');
  if (lines.pop() !== '') throw damaged('archive-row');
  return lines;
}

function insertLine(rebuild: Rebuild, archive: Archive, table: WholeTable, line: string): void {
  const record = parseRecord(line);
  const cells = table.columns.map((column): Value => {
    const value = record.get(column.name);
    if (column.isJson && !(value === null && column.isNullable) && value !== undefined)
      return JSON.stringify(value);
    if (typeof value === 'string' || typeof value === 'number' || value === null) return value;
    throw damaged('archive-row');
  });
  if (record.size !== table.columns.length) throw damaged('archive-row');
  if (table.name !== BLOB_TABLE) {
    rebuild.insert(table, cells);
    return;
  }
  const { encoding, bytes } = readOriginal(archive, record);
  rebuild.insert(table, [...cells, encoding, bytes], ['encoding', 'bytes']);
}

function parseRecord(line: string): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return new Map(Object.entries(value));
  } catch (cause) {
    throw damaged('archive-row', cause);
  }
  throw damaged('archive-row');
}

/** Deflated in the archive is deflated in the notebook. That it is what its name says was compared with all files. */
function readOriginal(
  archive: Archive,
  record: ReadonlyMap<string, unknown>,
): { readonly encoding: string; readonly bytes: Uint8Array } {
  const sha256 = String(record.get('sha256'));
  const { bytes, deflated } = archive.read(originalPath(sha256));
  if (bytes.length !== record.get('size')) throw damaged('archive-row');
  return deflated ? { encoding: 'deflate', bytes: deflated } : { encoding: 'identity', bytes };
}

const COUNTS = `SELECT
  (SELECT count(*) FROM live_source) AS sources,
  (SELECT count(*) FROM live_excerpt) AS excerpts,
  (SELECT count(*) FROM claim WHERE deleted_at IS NULL) AS claims,
  (SELECT count(*) FROM tag WHERE deleted_at IS NULL) AS tags`;

function countRestored(reader: Reader): RestoredCounts {
  const counts = reader.get<RestoredCounts>(COUNTS);
  if (!counts) throw new DossierError('internal', { what: 'restore' });
  return counts;
}
