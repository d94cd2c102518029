/** Collections: sources under a name, in an order of the user's. */
import type { Collection, CollectionId } from '../../common/contract/collections.ts';
import type { SourceId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { isoTime } from './columns.ts';
import type { Reader } from './connection.ts';
import type { Edit } from './edit.ts';

interface CollectionRow {
  id: CollectionId;
  name: string;
  created_at: number;
  sources: string;
}

const SELECT = `SELECT id, name, created_at, (
    SELECT json_group_array(source_id ORDER BY place.position, place.id) FROM collection_source AS place
    JOIN live_source ON live_source.id = place.source_id
    WHERE place.collection_id = collection.id AND place.deleted_at IS NULL
  ) AS sources
  FROM collection WHERE deleted_at IS NULL`;

function toCollection(row: CollectionRow): Collection {
  return {
    id: row.id,
    name: row.name,
    sources: JSON.parse(row.sources) as SourceId[],
    createdAt: isoTime(row.created_at),
  };
}

/** In the user's order. */
export function listCollections(reader: Reader): Collection[] {
  return reader.all<CollectionRow>(`${SELECT} ORDER BY position, id`).map(toCollection);
}

/** @throws DossierError not-found, also for one in the trash */
export function getCollection(reader: Reader, id: string): Collection {
  const row = reader.get<CollectionRow>(`${SELECT} AND id = ?`, id);
  if (!row) throw new DossierError('not-found', { what: 'collection', id });
  return toCollection(row);
}

/** Between two neighbours there is room for ten more before all have to be numbered anew. */
const GAP = 1024;

interface Placed {
  readonly id: string;
  readonly position: number;
}

/** The place after the last of `rows`. */
export function placeAfter(rows: readonly Placed[]): number {
  return Math.max(0, ...rows.slice(-1).map(({ position }) => position)) + GAP;
}

/** Puts `id` at a place among `rows`, which are in order; mostly by changing that row alone. */
export function moveTo(
  edit: Edit,
  table: 'collection' | 'collection_source',
  rows: readonly Placed[],
  id: string,
  to: number,
): void {
  const others = rows.filter((row) => row.id !== id);
  const at = Math.min(to, others.length);
  const before = others[at - 1]?.position ?? 0;
  const after = others[at]?.position ?? before + 2 * GAP;
  const between = Math.floor((before + after) / 2);
  if (between > before && between < after) return edit.update(table, id, { position: between });
  const ids = others.map((row) => row.id).toSpliced(at, 0, id);
  ids.forEach((each, index) => {
    edit.update(table, each, { position: (index + 1) * GAP });
  });
}

export function collectionPlaces(reader: Reader): Placed[] {
  return reader.all<Placed>(
    'SELECT id, position FROM collection WHERE deleted_at IS NULL ORDER BY position, id',
  );
}

export interface Member extends Placed {
  readonly source: string;
  readonly isGone: number;
}

/** With those that were taken out, which come back by the row that they had. */
export function membersOf(reader: Reader, collection: string): Member[] {
  return reader.all<Member>(
    `SELECT id, position, source_id AS source, deleted_at IS NOT NULL AS isGone FROM collection_source
     WHERE collection_id = ? ORDER BY position, id`,
    collection,
  );
}

/** Puts sources at its end; those that are in it stay where they are. @throws DossierError not-found */
export function includeSources(edit: Edit, collection: string, sources: readonly string[]): void {
  const members = membersOf(edit.reader, collection);
  const known = new Map(members.map((member) => [member.source, member]));
  let position = placeAfter(members);
  for (const source of new Set(sources)) {
    const member = known.get(source);
    if (member && !member.isGone) continue;
    requireLive(edit.reader, source);
    if (member) edit.update('collection_source', member.id, { position, deleted_at: null });
    else insertMember(edit, collection, source, position);
    position += GAP;
  }
}

function insertMember(edit: Edit, collection: string, source: string, position: number): void {
  edit.insert('collection_source', {
    id: edit.ids.next(),
    collection_id: collection,
    source_id: source,
    position,
    deleted_at: null,
  });
}

export function excludeSources(edit: Edit, collection: string, sources: readonly string[]): void {
  const gone = new Set(sources);
  for (const { id, source, isGone } of membersOf(edit.reader, collection)) {
    if (!isGone && gone.has(source)) edit.update('collection_source', id, { deleted_at: edit.now });
  }
}

function requireLive(reader: Reader, source: string): void {
  if (reader.get('SELECT 1 FROM live_source WHERE id = ?', source)) return;
  throw new DossierError('not-found', { what: 'source', id: source });
}
