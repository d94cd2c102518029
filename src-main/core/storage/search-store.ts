/** The rows of the search index. Only core/search makes sense of what they hold. */
import { crc32 } from 'node:zlib';
import type { Reader, Writer } from './connection.ts';

export interface IndexState {
  /** Of the analysis and the format. */
  readonly version: number;
  /** The newest change that the index holds. */
  readonly seq: number;
}

export interface SegmentRow {
  readonly id: number;
  readonly documents: number;
  readonly removed: number;
}

export interface HeadRow {
  readonly slot: number;
  readonly document: string;
}

/** Where documents of one key are: in a segment from `first` on, or (segment 0) at slot `first` of the head. */
export interface Place {
  readonly key: string;
  readonly segment: number;
  readonly first: number;
  readonly count: number;
  readonly stamp: string;
}

export const HEAD = 0;

export function readIndexState(reader: Reader): IndexState | null {
  return reader.get<IndexState>('SELECT version, seq FROM search_state') ?? null;
}

export function writeIndexState(writer: Writer, { version, seq }: IndexState): void {
  writer.run('INSERT OR REPLACE INTO search_state (id, version, seq) VALUES (1, ?, ?)', version, seq);
}

/** Leaves nothing: without a state no reader trusts the rest. */
export function clearIndex(writer: Writer): void {
  for (const table of ['search_state', 'search_segment', 'search_head', 'search_place']) {
    writer.run(`DELETE FROM ${table}`);
  }
}

/** 0 for a notebook in which nothing has been done. */
export function newestChange(reader: Reader): number {
  return reader.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM change')?.seq ?? 0;
}

export function listSegments(reader: Reader): SegmentRow[] {
  return reader.all<SegmentRow>('SELECT id, documents, removed FROM search_segment ORDER BY id');
}

/** Null where the bytes are not those that were written. */
export function readSegment(reader: Reader, id: number): Uint8Array | null {
  const row = reader.get<{ bytes: Uint8Array; checksum: number }>(
    'SELECT bytes, checksum FROM search_segment WHERE id = ?',
    id,
  );
  return row && crc32(row.bytes) === row.checksum ? row.bytes : null;
}

export function readTombstones(reader: Reader, id: number): Uint8Array {
  const sql = 'SELECT tombstones FROM search_segment WHERE id = ?';
  return Uint8Array.from(reader.get<{ tombstones: Uint8Array }>(sql, id)?.tombstones ?? []);
}

/** @returns its id, never used before */
export function addSegment(writer: Writer, documents: number, bytes: Uint8Array): number {
  const row = writer.get<{ id: number }>(
    `INSERT INTO search_segment (documents, removed, tombstones, checksum, bytes)
     VALUES (?, 0, zeroblob((? + 7) / 8), ?, ?) RETURNING id`,
    documents,
    documents,
    crc32(bytes),
    bytes,
  );
  return row?.id ?? 0;
}

export function writeTombstones(writer: Writer, id: number, tombstones: Uint8Array, removed: number): void {
  const sql = 'UPDATE search_segment SET tombstones = ?, removed = ? WHERE id = ?';
  writer.run(sql, tombstones, removed, id);
}

/** With their places, which are looked through once. */
export function removeSegments(writer: Writer, ids: readonly number[]): void {
  const all = JSON.stringify(ids);
  writer.run('DELETE FROM search_segment WHERE id IN (SELECT value FROM json_each(?))', all);
  writer.run('DELETE FROM search_place WHERE segment IN (SELECT value FROM json_each(?))', all);
}

export function clearHead(writer: Writer): void {
  writer.run('DELETE FROM search_head');
  removeSegments(writer, [HEAD]);
}

/** The rows of the head that are wanted beside the slots, which are all of them. */
export function readHead(reader: Reader, after: number): HeadRow[] {
  return reader.all<HeadRow>('SELECT slot, document FROM search_head WHERE slot > ? ORDER BY slot', after);
}

export function listSlots(reader: Reader): number[] {
  return reader.all<{ slot: number }>('SELECT slot FROM search_head ORDER BY slot').map(({ slot }) => slot);
}

export function addToHead(writer: Writer, document: string): number {
  const sql = 'INSERT INTO search_head (document) VALUES (?) RETURNING slot';
  return writer.get<{ slot: number }>(sql, document)?.slot ?? 0;
}

export function removeFromHead(writer: Writer, slot: number): void {
  writer.run('DELETE FROM search_head WHERE slot = ?', slot);
}

export function readPlaces(reader: Reader, key: string): Place[] {
  return reader.all<Place>('SELECT key, segment, first, count, stamp FROM search_place WHERE key = ?', key);
}

export function listPlaces(reader: Reader): Place[] {
  return reader.all<Place>('SELECT key, segment, first, count, stamp FROM search_place');
}

/** Of all that stands in these segments. */
export function readStamps(reader: Reader, segments: readonly number[]): ReadonlyMap<string, string> {
  const sql = 'SELECT key, stamp FROM search_place WHERE segment IN (SELECT value FROM json_each(?))';
  const rows = reader.all<Place>(sql, JSON.stringify(segments));
  return new Map(rows.map(({ key, stamp }) => [key, stamp]));
}

export function addPlace(writer: Writer, { key, segment, first, count, stamp }: Place): void {
  const sql = 'INSERT INTO search_place (key, segment, first, count, stamp) VALUES (?, ?, ?, ?, ?)';
  writer.run(sql, key, segment, first, count, stamp);
}

export function removePlaces(writer: Writer, key: string): void {
  writer.run('DELETE FROM search_place WHERE key = ?', key);
}

/** Short and the same for the same text: what a document was made from is compared, not secured. */
export function stampOf(value: unknown): string {
  return crc32(JSON.stringify(value)).toString(36);
}
