/** Small conversions between rows and entities, shared by the stores. */
import type { TagTable } from './edit.ts';

/** Milliseconds as ISO 8601 in UTC. */
export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** A JSON array of the live tags of `owner` (a column), by name: one mechanism for single rows and lists. */
export function tagsColumn(table: TagTable, owner: string): string {
  return `(SELECT json_group_array(name) FROM (
    SELECT tag.name FROM ${table} JOIN tag ON tag.id = ${table}.tag_id
    WHERE ${table}.owner_id = ${owner} AND tag.deleted_at IS NULL ORDER BY tag.name_key
  ))`;
}

/** A condition that `owner` carries the live tag whose key is the next value. */
export function hasTag(table: TagTable, owner: string): string {
  return `EXISTS (SELECT 1 FROM ${table} JOIN tag ON tag.id = ${table}.tag_id
    WHERE ${table}.owner_id = ${owner} AND tag.deleted_at IS NULL AND tag.name_key = ?)`;
}

export function parseTags(json: string): string[] {
  return JSON.parse(json) as string[];
}
