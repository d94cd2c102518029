import type { Note, NoteId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { isoTime, parseTags, tagsColumn } from './columns.ts';
import type { Reader } from './connection.ts';

interface NoteRow {
  id: NoteId;
  title: string;
  body: string;
  created_at: number;
  updated_at: number;
  tags: string;
}

const SELECT_NOTES = `SELECT id, title, body, created_at, updated_at, ${tagsColumn('note_tag', 'note.id')} AS tags
  FROM note WHERE deleted_at IS NULL`;

function toNote(row: NoteRow): Note {
  return {
    id: row.id,
    title: row.title,
    body: row.body,
    tags: parseTags(row.tags),
    createdAt: isoTime(row.created_at),
    updatedAt: isoTime(row.updated_at),
  };
}

/** Newest first. */
export function listNotes(reader: Reader): Note[] {
  return reader.all<NoteRow>(`${SELECT_NOTES} ORDER BY created_at DESC, id DESC`).map(toNote);
}

/** @throws DossierError not-found */
export function getNote(reader: Reader, id: string): Note {
  const row = reader.get<NoteRow>(`${SELECT_NOTES} AND id = ?`, id);
  if (!row) throw new DossierError('not-found', { what: 'note', id });
  return toNote(row);
}
