/**
 * Reads a ZIP of anyone's as an archive: entries are read one by one out of the file, into memory only. All that can be
 * told from the directory is judged before anything is unpacked.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { DossierError } from '../../../common/contract/errors.ts';
import type { ByteSource } from '../../ports.ts';
import { isFolder, isName } from './layout.ts';
import {
  LOCAL,
  CENTRAL,
  END,
  END64,
  LOCATOR64,
  LOCAL_SIZE,
  CENTRAL_SIZE,
  END_SIZE,
  END64_SIZE,
  LOCATOR64_SIZE,
  MAX_16,
  MAX_32,
} from './zip-format.ts';

const MAX_COMMENT = 0xffff;
const ENCRYPTED = 0x41;
const STORED = 0;
const DEFLATED = 8;
const UNIX = 3;
const FILE_TYPE = 0xf000;
const SYMLINK = 0xa000;

const MAX_ENTRIES = 1_000_000;
const MAX_DIRECTORY = 256 * 1024 * 1024;
/** A string cannot be longer. */
const MAX_ENTRY = 512 * 1024 * 1024;
/** Our own archives keep the ratio; so much may be unpacked of any. */
const MAX_RATIO = 250;
const RATIO_FROM = 64 * 1024 * 1024;

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

export interface UnpackedEntry {
  readonly bytes: Uint8Array;
  /** As they lie in the archive, where they are deflated. */
  readonly deflated: Uint8Array | null;
}

export function damaged(reason: string, cause?: unknown): DossierError {
  return new DossierError('unreadable', { what: 'archive', reason }, { cause });
}

const foreign = (): DossierError => damaged('archive-foreign');
const tooLarge = (reason: string): DossierError => new DossierError('too-large', { what: 'archive', reason });

/** @throws DossierError unreadable, too-large */
export function readDirectory(source: ByteSource): ReadonlyMap<string, ZipEntry> {
  const { count, size, start } = findDirectory(source);
  if (count > MAX_ENTRIES || size > MAX_DIRECTORY) throw tooLarge('entries');
  const bytes = source.read(start, size);
  const view = viewOf(bytes);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let read = 0; read < count; read += 1) {
    if (at + CENTRAL_SIZE > size || view.getUint32(at, true) !== CENTRAL) throw damaged('archive-damaged');
    const nameEnd = at + CENTRAL_SIZE + view.getUint16(at + 28, true);
    const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > size) throw damaged('archive-damaged');
    const name = new TextDecoder().decode(bytes.subarray(at + CENTRAL_SIZE, nameEnd));
    const entry = readEntry(view, at, name, nameEnd);
    if (!isFolder(name)) {
      refuseOdd(view, at, entry, entries);
      entries.set(name, entry);
    }
    at = next;
  }
  refuseOverlaps([...entries.values()], start);
  refuseBomb([...entries.values()], source.size);
  return entries;
}

/** @throws DossierError unreadable where it is not what the directory says */
export function unpackEntry(source: ByteSource, entry: ZipEntry): UnpackedEntry {
  const header = viewOf(source.read(entry.offset, LOCAL_SIZE));
  if (header.getUint32(0, true) !== LOCAL) throw damaged('archive-damaged');
  const start = entry.offset + LOCAL_SIZE + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = source.read(start, entry.packed);
  const bytes = entry.method === STORED ? packed : inflate(packed, entry.size);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw damaged('archive-damaged');
  return { bytes, deflated: entry.method === STORED ? null : packed };
}

function inflate(packed: Uint8Array, size: number): Uint8Array {
  try {
    // A declared size that is a lie costs no more than that size.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (cause) {
    throw damaged('archive-damaged', cause);
  }
}

interface Directory {
  readonly count: number;
  readonly size: number;
  readonly start: number;
}

function findDirectory(source: ByteSource): Directory {
  const tailLength = Math.min(source.size, END_SIZE + MAX_COMMENT);
  if (tailLength < END_SIZE) throw foreign();
  const tail = viewOf(source.read(source.size - tailLength, tailLength));
  for (let at = tailLength - END_SIZE; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== END) continue;
    const end = source.size - tailLength + at;
    const found = {
      count: tail.getUint16(at + 10, true),
      size: tail.getUint32(at + 12, true),
      start: tail.getUint32(at + 16, true),
    };
    const isBig = found.count === MAX_16 || found.size === MAX_32 || found.start === MAX_32;
    return within(isBig ? (readEnd64(source, end) ?? found) : found, end);
  }
  // One that begins as a ZIP was cut off.
  const isZip = source.size >= 4 && viewOf(source.read(0, 4)).getUint32(0, true) === LOCAL;
  throw isZip ? damaged('archive-damaged') : foreign();
}

function readEnd64(source: ByteSource, end: number): Directory | null {
  if (end < LOCATOR64_SIZE) return null;
  const locator = viewOf(source.read(end - LOCATOR64_SIZE, LOCATOR64_SIZE));
  if (locator.getUint32(0, true) !== LOCATOR64) return null;
  const at = Number(locator.getBigUint64(8, true));
  if (at + END64_SIZE > end) throw damaged('archive-damaged');
  const record = viewOf(source.read(at, END64_SIZE));
  if (record.getUint32(0, true) !== END64) throw damaged('archive-damaged');
  const number = (offset: number): number => Number(record.getBigUint64(offset, true));
  return { count: number(32), size: number(40), start: number(48) };
}

function within(directory: Directory, end: number): Directory {
  if (directory.start + directory.size > end) throw damaged('archive-damaged');
  return directory;
}

function readEntry(view: DataView, at: number, name: string, nameEnd: number): ZipEntry {
  const offset = view.getUint32(at + 42, true);
  const extra = nameEnd + 12 <= view.byteLength && view.getUint16(at + 30, true) >= 12;
  return {
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    // Only an offset is ever that large: no entry is.
    offset: offset === MAX_32 && extra ? Number(view.getBigUint64(nameEnd + 4, true)) : offset,
  };
}

function refuseOdd(view: DataView, at: number, entry: ZipEntry, known: ReadonlyMap<string, ZipEntry>): void {
  if (!isName(entry.name) || known.has(entry.name)) throw damaged('archive-name');
  if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) throw damaged('encrypted');
  if (entry.method !== STORED && entry.method !== DEFLATED) throw damaged('archive-damaged');
  const isUnix = view.getUint16(at + 4, true) >> 8 === UNIX;
  if (isUnix && ((view.getUint32(at + 38, true) >>> 16) & FILE_TYPE) === SYMLINK)
    throw damaged('archive-name');
}

/** Entries that share bytes make a few kilobytes into any number of them. */
function refuseOverlaps(entries: readonly ZipEntry[], directory: number): void {
  let end = 0;
  for (const { offset, packed } of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (offset < end || offset + LOCAL_SIZE + packed > directory) throw damaged('archive-damaged');
    end = offset + LOCAL_SIZE + packed;
  }
}

function refuseBomb(entries: readonly ZipEntry[], packed: number): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > RATIO_FROM && total > packed * MAX_RATIO) throw tooLarge('ratio');
  if (entries.some(({ size }) => size > MAX_ENTRY)) throw tooLarge('entry');
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
