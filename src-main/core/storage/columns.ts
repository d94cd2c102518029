/** Small conversions between rows and entities, shared by the stores. */
import type { TagTable } from './edit.ts';

/** The furthest that a date of JavaScript reaches, either way. */
const FURTHEST = 8.64e15;

/** Milliseconds as ISO 8601 in UTC. What no date reaches, as a notebook of anyone's may hold, is the furthest one. */
export function isoTime(milliseconds: number): string {
  return new Date(Math.max(-FURTHEST, Math.min(FURTHEST, milliseconds))).toISOString();
}

/** A JSON array of the live tags of `owner` (a column), by name: one mechanism for single rows and lists. */
export function tagsColumn(table: TagTable, owner: string): string {
  return `(SELECT json_group_array(name) FROM (
    SELECT tag.name FROM ${table} JOIN tag ON tag.id = ${table}.tag_id
    WHERE ${table}.owner_id = ${owner} AND tag.deleted_at IS NULL ORDER BY tag.name_key
  ))`;
}

/**
 * A JSON array of all names by which something tagged is found: of the live tags of `owner`, of those above them, and
 * their aliases.
 */
export function tagWordsColumn(table: TagTable, owner: string): string {
  return `(WITH RECURSIVE line (id, parent_id, name, name_key) AS (
      SELECT tag.id, tag.parent_id, tag.name, tag.name_key FROM ${table} JOIN tag ON tag.id = ${table}.tag_id
      WHERE ${table}.owner_id = ${owner} AND tag.deleted_at IS NULL
      UNION
      SELECT tag.id, tag.parent_id, tag.name, tag.name_key FROM line JOIN tag ON tag.id = line.parent_id
      WHERE tag.deleted_at IS NULL
    )
    SELECT json_group_array(name) FROM (
      SELECT name, name_key FROM line
      UNION ALL
      SELECT tag_alias.name, tag_alias.name_key FROM line JOIN tag_alias ON tag_alias.tag_id = line.id
      WHERE tag_alias.deleted_at IS NULL
      ORDER BY name_key
    ))`;
}

/** A condition that `owner` carries one of the tags whose ids are the next value, as JSON (`tagScope`). */
export function hasTag(table: TagTable, owner: string): string {
  return `EXISTS (SELECT 1 FROM ${table}
    WHERE ${table}.owner_id = ${owner} AND ${table}.tag_id IN (SELECT value FROM json_each(?)))`;
}

export function parseTags(json: string): string[] {
  return JSON.parse(json) as string[];
}
