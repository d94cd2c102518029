/** What lies in the trash, and how it comes back. */
import { TRASH_KINDS, type Trashed, type TrashKind } from '../../common/contract/collections.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { shorten } from '../../common/language/shorten.ts';
import { isoTime } from './columns.ts';
import type { Reader } from './connection.ts';
import type { Edit, EntityTable } from './edit.ts';
import { refuseTaken } from './names.ts';
import { oneLine } from './user-text.ts';

export const TRASH_TABLES = {
  source: 'source',
  excerpt: 'excerpt',
  claim: 'claim',
  note: 'note',
  tag: 'tag',
  collection: 'collection',
  'saved-search': 'saved_search',
  template: 'template',
  'kept-search': 'diligence',
} as const satisfies Record<TrashKind, EntityTable>;

/** Enough to recognise a thing by; the whole text of a highlight may be long. */
const TITLE_LENGTH = 200;

const row = (kind: TrashKind, title: string, aside: string, from: string): string =>
  `SELECT '${kind}' AS kind, thing.id, substr(${title}, 1, 1000) AS title, ${aside} AS aside, thing.deleted_at
   FROM ${from} WHERE thing.deleted_at IS NOT NULL`;

/** A highlight whose source is in the trash goes with it, as a kept search does with its claim, and is not named by itself. */
const LIST = [
  row('source', 'thing.title', 'thing.site', 'source AS thing'),
  row(
    'excerpt',
    'thing.exact',
    'live_source.title',
    'excerpt AS thing JOIN live_source ON live_source.id = source_id',
  ),
  row('claim', 'thing.statement', 'NULL', 'claim AS thing'),
  row('note', 'thing.title', 'NULL', 'note AS thing'),
  row('tag', 'thing.name', 'NULL', 'tag AS thing'),
  row('collection', 'thing.name', 'NULL', 'collection AS thing'),
  row('saved-search', 'thing.name', 'NULL', 'saved_search AS thing'),
  row('template', 'thing.name', 'NULL', 'template AS thing'),
  row(
    'kept-search',
    'thing.query',
    'claim.statement',
    'diligence AS thing JOIN claim ON claim.id = claim_id AND claim.deleted_at IS NULL',
  ),
].join(' UNION ALL ');

interface TrashRow {
  kind: TrashKind;
  id: string;
  title: string;
  aside: string | null;
  deleted_at: number;
}

/** The newest first. */
export function listTrash(reader: Reader): Trashed[] {
  return reader.all<TrashRow>(`${LIST} ORDER BY deleted_at DESC, id DESC`).map((item) => ({
    kind: item.kind,
    id: item.id,
    title: shorten(oneLine(item.title), TITLE_LENGTH),
    aside: item.aside,
    deletedAt: isoTime(item.deleted_at),
  }));
}

export function countTrash(reader: Reader): number {
  return reader.get<{ count: number }>(`SELECT count(*) AS count FROM (${LIST})`)?.count ?? 0;
}

/** @returns whether it was in the trash @throws DossierError not-found, duplicate */
export function restore(edit: Edit, kind: TrashKind, id: string): boolean {
  const table = TRASH_TABLES[kind];
  const found = edit.reader.get<{ deleted_at: number | null }>(
    `SELECT deleted_at FROM ${table} WHERE id = ?`,
    id,
  );
  if (!found) throw new DossierError('not-found', { what: kind, id });
  if (found.deleted_at === null) return false;
  if (table === 'collection' || table === 'saved_search' || table === 'template') {
    const { name = '' } =
      edit.reader.get<{ name: string }>(`SELECT name FROM ${table} WHERE id = ?`, id) ?? {};
    refuseTaken(edit.reader, table, name, id);
  }
  if (kind === 'tag') refuseTakenTag(edit.reader, id);
  edit.update(table, id, { deleted_at: null });
  return true;
}

/** A live tag or alias may be called so meanwhile. @throws DossierError duplicate */
function refuseTakenTag(reader: Reader, id: string): void {
  const taken = reader.get<{ name: string }>(
    `SELECT gone.name FROM tag AS gone WHERE gone.id = ? AND (
       EXISTS (SELECT 1 FROM tag WHERE tag.name_key = gone.name_key AND tag.deleted_at IS NULL)
       OR EXISTS (SELECT 1 FROM tag_alias WHERE tag_alias.name_key = gone.name_key AND tag_alias.deleted_at IS NULL))`,
    id,
  );
  if (taken) throw new DossierError('duplicate', { what: 'tag', name: taken.name });
}

/** How many of each kind there are, nothing being zero too. */
export function noCounts(): Record<TrashKind, number> {
  return Object.fromEntries(TRASH_KINDS.map((kind) => [kind, 0])) as Record<TrashKind, number>;
}
