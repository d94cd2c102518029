import type { Note, NoteId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import type { NoteBrief, NoteState } from '../../common/contract/notes.ts';
import { hasTag, isoTime, parseTags, tagsColumn } from './columns.ts';
import type { Reader } from './connection.ts';
import { Filter } from './filter.ts';
import { tagScope } from './tags.ts';
import { oneLine } from './user-text.ts';

interface NoteRow {
  id: NoteId;
  title: string;
  body: string;
  created_at: number;
  updated_at: number;
  tags: string;
}

const TAGS = `${tagsColumn('note_tag', 'note.id')} AS tags`;
const SELECT_NOTES = `SELECT id, title, body, created_at, updated_at, ${TAGS} FROM note`;

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
export function listNotes(reader: Reader, query: { readonly tag?: string | undefined } = {}): Note[] {
  const filter = new Filter()
    .add('deleted_at IS NULL')
    .add(hasTag('note_tag', 'note.id'), tagScope(reader, query));
  return reader
    .all<NoteRow>(`${SELECT_NOTES} ${filter.where} ORDER BY created_at DESC, id DESC`, ...filter.values)
    .map(toNote);
}

/** @throws DossierError not-found */
export function getNote(reader: Reader, id: string): Note {
  const row = reader.get<NoteRow>(`${SELECT_NOTES} WHERE deleted_at IS NULL AND id = ?`, id);
  if (!row) throw new DossierError('not-found', { what: 'note', id });
  return toNote(row);
}

/** Letters of the body that a list shows the beginning of. */
const BEGINNING = 240;

/** The last changed first. */
export function listNoteBriefs(reader: Reader): NoteBrief[] {
  return reader
    .all<NoteRow & { length: number }>(
      `SELECT id, title, substr(body, 1, ${BEGINNING}) AS body, length(body) AS length, created_at, updated_at, ${TAGS}
       FROM note WHERE deleted_at IS NULL ORDER BY updated_at DESC, id DESC`,
    )
    .map((row) => {
      const { body, ...note } = toNote(row);
      return { ...note, beginning: oneLine(body), length: row.length };
    });
}

/** The newest first. */
export function listNoteStates(reader: Reader, note: string): NoteState[] {
  return reader
    .all<{ seq: number; at: number; title: string; length: number }>(
      'SELECT seq, at, title, length(body) AS length FROM note_state WHERE note_id = ? ORDER BY seq DESC',
      note,
    )
    .map(({ at, ...state }) => ({ ...state, at: isoTime(at) }));
}

/** @throws DossierError not-found */
export function getNoteState(
  reader: Reader,
  note: string,
  seq: number,
): { seq: number; at: string; title: string; body: string } {
  const row = reader.get<{ at: number; title: string; body: string }>(
    'SELECT at, title, body FROM note_state WHERE note_id = ? AND seq = ?',
    note,
    seq,
  );
  if (!row) throw new DossierError('not-found', { what: 'note-state', id: String(seq) });
  return { seq, title: row.title, body: row.body, at: isoTime(row.at) };
}
