/**
 * What came over from which library, and what the library said then: so that nothing comes over twice, what the user
 * deleted stays deleted, and what the user changed stays so.
 */
import { createHash } from 'node:crypto';
import type { Reader } from './connection.ts';
import type { Edit } from './edit.ts';

export type Part = 'source' | 'excerpt' | 'note';

/** What the library said of a thing when it was last taken over. */
export interface Taken {
  /** Digest of its words: of the note, or of a source's record. */
  readonly said: string;
  readonly tags: readonly string[];
}

export interface Memory {
  readonly id: string;
  readonly entityId: string;
  readonly taken: Taken;
}

export interface Place {
  readonly format: string;
  readonly part: Part;
  readonly key: string;
}

export function digestWords(words: string): string {
  return createHash('sha256').update(words).digest('base64url').slice(0, 22);
}

export function recall(reader: Reader, { format, part, key }: Place): Memory | null {
  const row = reader.get<{ id: string; entity_id: string; taken: string }>(
    `SELECT id, entity_id, taken FROM library_item
     WHERE format = ? AND part = ? AND key = ? AND deleted_at IS NULL`,
    format,
    part,
    key,
  );
  return row ? { id: row.id, entityId: row.entity_id, taken: readTaken(row.taken) } : null;
}

export function remember(edit: Edit, { format, part, key }: Place, entityId: string, taken: Taken): void {
  edit.insert('library_item', {
    id: edit.ids.next(),
    format,
    part,
    key,
    entity_id: entityId,
    taken: JSON.stringify(taken),
    deleted_at: null,
  });
}

export function rememberAgain(edit: Edit, memory: Memory, taken: Taken): void {
  edit.update('library_item', memory.id, { taken: JSON.stringify(taken) });
}

/** A notebook may come from anyone. */
function readTaken(json: string): Taken {
  const { said, tags } = Object(JSON.parse(json)) as Readonly<Record<string, unknown>>;
  return {
    said: typeof said === 'string' ? said : '',
    tags: Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === 'string') : [],
  };
}
