/**
 * A ZIP from anyone: entries are read one by one, on demand and into memory only. What the directory declares is
 * checked first and what comes out is checked while inflating, so that a bomb stops early; names that lead anywhere
 * but into the archive, links and encrypted entries are never read.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { DossierError } from '../../../common/contract/errors.ts';

/** Far above any book; a directory of more is an attack or an archive of something else. */
const MAX_ENTRIES = 10_000;
const MAX_ENTRY = 64 * 1024 * 1024;
const MAX_TOTAL = 256 * 1024 * 1024;
/** Prose deflates to a third and the most repetitive markup to a fiftieth; small entries may do better by chance. */
const MAX_RATIO = 250;
const RATIO_FROM = 1024 * 1024;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
/** The end record stands before a comment of at most so many bytes. */
const MAX_COMMENT = 0xffff;

const ENCRYPTED = 0x41;
const STORED = 0;
const DEFLATED = 8;
const UNIX = 3;
const FILE_TYPE = 0xf000;
const SYMLINK = 0xa000;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

export interface ZipArchive {
  /** Of entries that may be read, in the archive's order. */
  readonly names: readonly string[];
  /**
   * Null where there is no such entry.
   * @throws DossierError too-large, unreadable
   */
  read(name: string): Uint8Array | null;
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes.length > END_SIZE && viewOf(bytes).getUint32(0, true) === LOCAL;
}

/** True for a whole ZIP with such an entry, whatever else may be wrong with it. */
export function isZipWith(bytes: Uint8Array, isSuch: (name: string) => boolean): boolean {
  if (!isZip(bytes)) return false;
  try {
    return openZip(bytes, null).names.some(isSuch);
  } catch (cause) {
    if (cause instanceof DossierError) return false;
    throw cause;
  }
}

/** @throws DossierError unreadable (broken-zip, encrypted), too-large */
export function openZip(bytes: Uint8Array, fileName: string | null): ZipArchive {
  const entries = readDirectory(bytes, fileName);
  let total = 0;
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      total += entry.size;
      if (total > MAX_TOTAL) throw new DossierError('too-large', { fileName, limit: MAX_TOTAL, size: total });
      return readEntry(bytes, entry, fileName);
    },
  };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function broken(fileName: string | null, cause?: unknown): DossierError {
  return new DossierError('unreadable', { fileName, reason: 'broken-zip' }, { cause });
}

function readDirectory(bytes: Uint8Array, fileName: string | null): ReadonlyMap<string, Entry> {
  const view = viewOf(bytes);
  const end = findEnd(view);
  if (end === null) throw broken(fileName);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  // Something may stand before the archive: all offsets count from where it begins.
  const base = end - size - view.getUint32(end + 16, true);
  if (base < 0) throw broken(fileName);
  if (count > MAX_ENTRIES) throw new DossierError('too-large', { fileName, what: 'zip', reason: 'entries' });
  const entries = new Map<string, Entry>();
  let at = end - size;
  for (let read = 0; read < count; read += 1) {
    if (at + CENTRAL_SIZE > end || view.getUint32(at, true) !== CENTRAL) throw broken(fileName);
    if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) {
      throw new DossierError('unreadable', { fileName, reason: 'encrypted' });
    }
    const nameEnd = at + CENTRAL_SIZE + view.getUint16(at + 28, true);
    const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw broken(fileName);
    const name = safeName(new TextDecoder().decode(bytes.subarray(at + CENTRAL_SIZE, nameEnd)));
    if (name !== null && !entries.has(name) && !isLink(view, at))
      entries.set(name, entryAt(view, at, name, base));
    at = next;
  }
  return entries;
}

function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return null;
}

function entryAt(view: DataView, at: number, name: string, base: number): Entry {
  return {
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: base + view.getUint32(at + 42, true),
  };
}

function isLink(view: DataView, at: number): boolean {
  return (
    view.getUint16(at + 4, true) >> 8 === UNIX &&
    ((view.getUint32(at + 38, true) >>> 16) & FILE_TYPE) === SYMLINK
  );
}

/** A name within the archive, or null for folders and for what would lead out of it if it were a path. */
function safeName(name: string): string | null {
  if (name === '' || name.endsWith('/') || /[\\\0]|^\/|^[a-z]:/i.test(name)) return null;
  return name.split('/').some((part) => part === '..' || part === '.' || part === '') ? null : name;
}

function readEntry(bytes: Uint8Array, entry: Entry, fileName: string | null): Uint8Array {
  const { offset, packed, size, method, crc } = entry;
  if (size > MAX_ENTRY) throw new DossierError('too-large', { fileName, limit: MAX_ENTRY, size });
  if (size > RATIO_FROM && size > packed * MAX_RATIO) {
    throw new DossierError('too-large', { fileName, what: 'zip', reason: 'ratio' });
  }
  const view = viewOf(bytes);
  if (offset + LOCAL_SIZE > bytes.length || view.getUint32(offset, true) !== LOCAL) throw broken(fileName);
  const start = offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw broken(fileName);
  const content = unpack(bytes.subarray(start, start + packed), method, size, fileName);
  if (content.length !== size || crc32(content) !== crc) throw broken(fileName);
  return content;
}

function unpack(packed: Uint8Array, method: number, size: number, fileName: string | null): Uint8Array {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw broken(fileName);
  try {
    // One byte more than declared ends it: a declared size that is a lie costs no more than that size.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (cause) {
    throw broken(fileName, cause);
  }
}
