/**
 * A ZIP written entry by entry, each whole and packed already, so that nothing is packed twice and only the directory
 * is kept. ZIP64 where a size, an offset or the number of entries needs it.
 */
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

const VERSION = 45;
const UTF8_NAMES = 0x0800;
/** 1 January 1980: the same notebook gives the same archive. */
const DATE = 0x0021;
const EXTRA64 = 0x0001;

const STORED = 0;
const DEFLATED = 8;

export interface PackedEntry {
  /** ASCII. */
  readonly name: string;
  readonly isDeflated: boolean;
  readonly packed: Uint8Array;
  /** Unpacked. */
  readonly size: number;
  /** CRC-32 of what is unpacked. */
  readonly crc: number;
}

const encoder = new TextEncoder();

export class ZipWriter {
  #offset = 0;
  #entries = 0;
  readonly #directory: Uint8Array[] = [];

  /** @returns what is to be written next */
  add(entry: PackedEntry): readonly Uint8Array[] {
    const name = encoder.encode(entry.name);
    const header = new DataView(new ArrayBuffer(LOCAL_SIZE));
    header.setUint32(0, LOCAL, true);
    header.setUint16(4, VERSION, true);
    writeFacts(header, 6, entry, name.length);
    this.#directory.push(centralRecord(entry, name, this.#offset));
    this.#entries += 1;
    this.#offset += LOCAL_SIZE + name.length + entry.packed.length;
    return [bytesOf(header), name, entry.packed];
  }

  /** The directory, after which nothing is added. */
  finish(): readonly Uint8Array[] {
    const start = this.#offset;
    const size = this.#directory.reduce((sum, { length }) => sum + length, 0);
    const isBig = this.#entries >= MAX_16 || start + size >= MAX_32;
    return [...this.#directory, ...(isBig ? [this.#end64(start, size)] : []), this.#end(start, size)];
  }

  #end64(start: number, size: number): Uint8Array {
    const view = new DataView(new ArrayBuffer(END64_SIZE + LOCATOR64_SIZE));
    view.setUint32(0, END64, true);
    setUint64(view, 4, END64_SIZE - 12);
    view.setUint16(12, VERSION, true);
    view.setUint16(14, VERSION, true);
    setUint64(view, 24, this.#entries);
    setUint64(view, 32, this.#entries);
    setUint64(view, 40, size);
    setUint64(view, 48, start);
    view.setUint32(END64_SIZE, LOCATOR64, true);
    setUint64(view, END64_SIZE + 8, start + size);
    view.setUint32(END64_SIZE + 16, 1, true);
    return bytesOf(view);
  }

  #end(start: number, size: number): Uint8Array {
    const view = new DataView(new ArrayBuffer(END_SIZE));
    view.setUint32(0, END, true);
    view.setUint16(8, Math.min(this.#entries, MAX_16), true);
    view.setUint16(10, Math.min(this.#entries, MAX_16), true);
    view.setUint32(12, Math.min(size, MAX_32), true);
    view.setUint32(16, Math.min(start, MAX_32), true);
    return bytesOf(view);
  }
}

function centralRecord(entry: PackedEntry, name: Uint8Array, offset: number): Uint8Array {
  const extra = offset >= MAX_32 ? 12 : 0;
  const view = new DataView(new ArrayBuffer(CENTRAL_SIZE + name.length + extra));
  view.setUint32(0, CENTRAL, true);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, VERSION, true);
  writeFacts(view, 8, entry, name.length);
  view.setUint16(30, extra, true);
  view.setUint32(42, Math.min(offset, MAX_32), true);
  const bytes = bytesOf(view);
  bytes.set(name, CENTRAL_SIZE);
  if (extra > 0) {
    view.setUint16(CENTRAL_SIZE + name.length, EXTRA64, true);
    view.setUint16(CENTRAL_SIZE + name.length + 2, 8, true);
    setUint64(view, CENTRAL_SIZE + name.length + 4, offset);
  }
  return bytes;
}

/** What both headers say of an entry, in the same order. An entry itself is below 4 GB: SQLite takes none above. */
function writeFacts(view: DataView, at: number, entry: PackedEntry, nameLength: number): void {
  view.setUint16(at, UTF8_NAMES, true);
  view.setUint16(at + 2, entry.isDeflated ? DEFLATED : STORED, true);
  view.setUint16(at + 6, DATE, true);
  view.setUint32(at + 8, entry.crc, true);
  view.setUint32(at + 12, entry.packed.length, true);
  view.setUint32(at + 16, entry.size, true);
  view.setUint16(at + 20, nameLength, true);
}

function setUint64(view: DataView, at: number, value: number): void {
  view.setBigUint64(at, BigInt(value), true);
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer);
}
