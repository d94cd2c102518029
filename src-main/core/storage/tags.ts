import type { Color, Tag, TagId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import type { Reader } from './connection.ts';
import type { Edit, TagTable } from './edit.ts';
import { oneLine, requireText } from './user-text.ts';

/** In UTF-16 code units; a longer one is a pasted paragraph. */
const MAX_TAG_LENGTH = 200;

/** NFC, one space between words, no leading `#`. @throws DossierError invalid, too-large */
export function cleanTagName(name: string): string {
  return requireText('tag', spell(name), MAX_TAG_LENGTH);
}

/** What makes two names one tag: case and normal form, not accents. */
export function tagKey(name: string): string {
  return spell(name).toLowerCase();
}

function spell(name: string): string {
  return oneLine(name.normalize('NFC').replace(/^#+/, ''));
}

export interface TagChange {
  readonly tags?: readonly string[] | undefined;
  readonly untag?: readonly string[] | undefined;
}

/** Adds and takes away tags of one thing; tags that do not exist yet are made. */
export function changeTags(edit: Edit, table: TagTable, owner: string, change: TagChange): void {
  for (const name of change.tags ?? []) edit.tag(table, owner, ensureTag(edit, name), true);
  for (const name of change.untag ?? []) {
    const tag = edit.reader.get<{ id: string }>('SELECT id FROM tag WHERE name_key = ?', tagKey(name));
    if (tag) edit.tag(table, owner, tag.id, false);
  }
}

/** @returns the id of the live tag of that name */
export function ensureTag(edit: Edit, name: string): string {
  const clean = cleanTagName(name);
  const known = edit.reader.get<{ id: string; deleted_at: number | null }>(
    'SELECT id, deleted_at FROM tag WHERE name_key = ?',
    tagKey(clean),
  );
  if (known) {
    if (known.deleted_at !== null) edit.update('tag', known.id, { deleted_at: null, name: clean });
    return known.id;
  }
  const id = edit.ids.next();
  edit.insert('tag', {
    id,
    parent_id: null,
    name: clean,
    name_key: tagKey(clean),
    meaning: '',
    color: null,
    created_at: edit.now,
    deleted_at: null,
  });
  return id;
}

interface TagRow {
  id: TagId;
  name: string;
  parent: string | null;
  meaning: string;
  color: Color | null;
  count: number;
}

const SELECT_TAGS = `SELECT tag.id, tag.name, parent.name AS parent, tag.meaning, tag.color,
  (SELECT count(*) FROM source_tag JOIN live_source ON live_source.id = owner_id WHERE tag_id = tag.id)
  + (SELECT count(*) FROM excerpt_tag JOIN live_excerpt ON live_excerpt.id = owner_id WHERE tag_id = tag.id)
  + (SELECT count(*) FROM claim_tag JOIN claim ON claim.id = owner_id
      WHERE tag_id = tag.id AND claim.deleted_at IS NULL)
  + (SELECT count(*) FROM note_tag JOIN note ON note.id = owner_id
      WHERE tag_id = tag.id AND note.deleted_at IS NULL) AS count
  FROM tag LEFT JOIN tag AS parent ON parent.id = tag.parent_id
  WHERE tag.deleted_at IS NULL`;

export function listTags(reader: Reader): Tag[] {
  return reader.all<TagRow>(`${SELECT_TAGS} ORDER BY tag.name_key`);
}

/** @throws DossierError not-found */
export function getTag(reader: Reader, id: string): Tag {
  const row = reader.get<TagRow>(`${SELECT_TAGS} AND tag.id = ?`, id);
  if (!row) throw new DossierError('not-found', { what: 'tag', id });
  return row;
}
