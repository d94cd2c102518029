/** What carries a tag, as a list that one can open. */
import type { SourceId, TagOwner } from '../../common/contract/entities.ts';
import type { TagUse } from '../../common/contract/codebook.ts';
import { shorten } from '../../common/language/shorten.ts';
import { parseTags } from './columns.ts';
import type { Reader } from './connection.ts';
import type { TagNode } from './tag-tree.ts';
import { oneLine } from './user-text.ts';

/** In UTF-16 code units: a row names a thing. */
const LABEL = 160;

interface UseRow {
  id: string;
  label: string;
  beside: string | null;
  sourceId: SourceId | null;
  tags: string;
}

const among = (kind: TagOwner): string =>
  `${kind}_tag JOIN tag ON tag.id = ${kind}_tag.tag_id
   WHERE ${kind}_tag.owner_id = ${kind}.id AND tag.id IN (SELECT value FROM json_each(?))`;

/** Columns and rows of each kind, the newest first. */
const THINGS: Readonly<
  Record<TagOwner, { readonly columns: string; readonly rows: string; readonly order: string }>
> = {
  source: {
    columns: 'source.title AS label, NULL AS beside, source.id AS sourceId',
    rows: 'live_source AS source WHERE true',
    order: 'source.added_at DESC, source.id DESC',
  },
  excerpt: {
    columns: 'excerpt.exact AS label, source.title AS beside, source.id AS sourceId',
    rows: 'live_excerpt AS excerpt JOIN source ON source.id = excerpt.source_id WHERE true',
    order: 'excerpt.created_at DESC, excerpt.id DESC',
  },
  claim: {
    columns: 'claim.statement AS label, NULL AS beside, NULL AS sourceId',
    rows: 'claim WHERE claim.deleted_at IS NULL',
    order: 'claim.created_at DESC, claim.id DESC',
  },
  note: {
    columns: 'note.title AS label, NULL AS beside, NULL AS sourceId',
    rows: 'note WHERE note.deleted_at IS NULL',
    order: 'note.created_at DESC, note.id DESC',
  },
};

export interface UsePage {
  readonly kinds: readonly TagOwner[];
  readonly limit: number;
  readonly offset: number;
}

/** Kind by kind, as if they were one list. */
export function listUses(
  reader: Reader,
  tags: readonly TagNode[],
  { kinds, limit, offset }: UsePage,
): { total: number; uses: TagUse[] } {
  const ids = JSON.stringify(tags.map(({ id }) => id));
  const uses: TagUse[] = [];
  let total = 0;
  for (const kind of kinds) {
    const { columns, rows, order } = THINGS[kind];
    const where = `${rows} AND EXISTS (SELECT 1 FROM ${among(kind)})`;
    const count = reader.get<{ count: number }>(`SELECT count(*) AS count FROM ${where}`, ids)?.count ?? 0;
    const from = Math.max(0, offset - total);
    const room = limit - uses.length;
    total += count;
    if (room === 0 || from >= count) continue;
    const found = reader.all<UseRow>(
      `SELECT ${kind}.id, ${columns}, (SELECT json_group_array(name) FROM (
         SELECT tag.name FROM ${among(kind)} ORDER BY tag.name_key)) AS tags
       FROM ${where} ORDER BY ${order} LIMIT ? OFFSET ?`,
      ids,
      ids,
      room,
      from,
    );
    uses.push(...found.map((row) => toUse(kind, row)));
  }
  return { total, uses };
}

function toUse(kind: TagOwner, { id, label, beside, sourceId, tags }: UseRow): TagUse {
  const cut = (text: string): string => shorten(oneLine(text), LABEL);
  return {
    kind,
    id,
    label: cut(label),
    beside: beside === null ? null : cut(beside),
    sourceId,
    tags: parseTags(tags),
  };
}
