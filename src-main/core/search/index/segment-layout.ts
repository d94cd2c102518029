/**
 * The bytes of a segment: a header of sizes, then columns of numbers from wide to narrow (so that each lies at a
 * multiple of its width), then the terms, then what is not numbers as JSON. Little-endian, as every machine is that
 * this runs on; on another the magic number would not be read, and the index is built anew.
 */
import { IndexDamage } from './damage.ts';

const MAGIC = 0x31676553;
const HEADER = 9;

export interface SegmentColumns {
  /** Where each term begins in the terms; one more than there are terms. */
  readonly termOffsets: Uint32Array;
  /** The first list of each term; one more. */
  readonly termLists: Uint32Array;
  /** The first posting of each list; one more. */
  readonly listStarts: Uint32Array;
  /** Position of a posting and its count, in pairs, of the counts that no byte holds. */
  readonly overflow: Uint32Array;
  /** Of a passage its ordinal, of others the position of their id in `ids`. */
  readonly numbers: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly groups: Uint16Array;
  readonly documents: Uint16Array;
  readonly kinds: Uint8Array;
  readonly listFields: Uint8Array;
  /** Two in a byte, as `packedCount` reads them. */
  readonly frequencies: Uint8Array;
}

/** What documents have in common: version, source and language. */
export type Group = readonly (string | null)[];

export interface SegmentMeta {
  readonly groups: readonly Group[];
  readonly ids: readonly string[];
}

export interface SegmentParts {
  readonly columns: SegmentColumns;
  readonly text: Uint8Array;
  readonly meta: SegmentMeta;
}

/** The order of the columns in the bytes. */
function columnList(columns: SegmentColumns) {
  const { termOffsets, termLists, listStarts, overflow, numbers, starts, ends } = columns;
  const { groups, documents, kinds, listFields, frequencies } = columns;
  const wide = [termOffsets, termLists, listStarts, overflow, numbers, starts, ends];
  return [...wide, groups, documents, kinds, listFields, frequencies];
}

export function writeLayout({ columns, text, meta }: SegmentParts): Uint8Array {
  const json = Buffer.from(JSON.stringify(meta));
  const list = columnList(columns);
  const size = list.reduce((sum, { byteLength }) => sum + byteLength, 4 * HEADER + text.length + json.length);
  const bytes = new Uint8Array(size);
  bytes.set(new Uint8Array(new Uint32Array(headerOf(columns, text.length, json.length)).buffer));
  let at = 4 * HEADER;
  for (const { buffer, byteOffset, byteLength } of list) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  bytes.set(text, at);
  bytes.set(json, at + text.length);
  return bytes;
}

function headerOf(columns: SegmentColumns, text: number, json: number): number[] {
  const { kinds, termOffsets, listFields, documents, overflow, groups } = columns;
  const sizes = [kinds.length, termOffsets.length - 1, listFields.length, documents.length, overflow.length];
  return [MAGIC, ...sizes, groups.length, text, json];
}

/** @throws IndexDamage where the sizes do not fit the bytes, or the rest is not what was written */
export function readLayout(source: Uint8Array): SegmentParts {
  if (source.length < 4 * HEADER) throw new IndexDamage('not a segment');
  // Columns are views: they must begin at a multiple of their width, which a row's bytes need not.
  const bytes = source.byteOffset % 4 === 0 ? source : source.slice();
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER);
  const [magic, size = 0, terms = 0, lists = 0, postings = 0, overflow = 0, , text = 0, json = 0] = header;
  let at = 4 * HEADER;
  const take = (width: number, length: number): [ArrayBufferLike, number, number] => {
    const from = at;
    at += width * length;
    if (magic !== MAGIC || at > bytes.length) throw new IndexDamage('not a segment');
    return [bytes.buffer, bytes.byteOffset + from, length];
  };
  const wide = (length: number) => new Uint32Array(...take(4, length));
  const columns: SegmentColumns = {
    termOffsets: wide(terms + 1),
    termLists: wide(terms + 1),
    listStarts: wide(lists + 1),
    overflow: wide(overflow),
    numbers: wide(size),
    starts: wide(size),
    ends: wide(size),
    groups: new Uint16Array(...take(2, size)),
    documents: new Uint16Array(...take(2, postings)),
    kinds: new Uint8Array(...take(1, size)),
    listFields: new Uint8Array(...take(1, lists)),
    frequencies: new Uint8Array(...take(1, (postings + 1) >>> 1)),
  };
  const words = new Uint8Array(...take(1, text));
  const meta = parse(Buffer.from(...take(1, json)).toString());
  const offsets: readonly (readonly [Uint32Array, number])[] = [
    [columns.termOffsets, text],
    [columns.termLists, lists],
    [columns.listStarts, postings],
  ];
  if (at !== bytes.length || !isMeta(meta) || !offsets.every(([all, end]) => rises(all, end))) {
    throw new IndexDamage('not a segment');
  }
  return { columns, text: words, meta };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new IndexDamage('not a segment', { cause });
  }
}

/** A notebook may come from anyone: no range that is read later lies outside its column. */
function rises(offsets: Uint32Array, end: number): boolean {
  let last = 0;
  for (const offset of offsets) {
    if (offset < last) return false;
    last = offset;
  }
  return last === end;
}

function isMeta(value: unknown): value is SegmentMeta {
  if (typeof value !== 'object' || value === null || !('groups' in value) || !('ids' in value)) return false;
  const { groups, ids } = value;
  const isCell = (cell: unknown) => cell === null || typeof cell === 'string';
  return (
    Array.isArray(ids) &&
    ids.every((id) => typeof id === 'string') &&
    Array.isArray(groups) &&
    groups.every((group) => Array.isArray(group) && group.every(isCell))
  );
}
