/** Notes of their own: Markdown, tagged. */
import type { NoteId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { mutation, query, type Handlers } from '../handler.ts';
import { getNote, listNotes } from '../storage/notes.ts';
import { changeTags } from '../storage/tags.ts';

/** In UTF-16 code units. */
const MAX_BODY = 2_000_000;

export const noteHandlers = {
  'note.add': mutation((edit, input) => {
    const id = edit.ids.next() as NoteId;
    edit.insert('note', {
      id,
      title: checkTitle(input.title),
      body: checkBody(input.body),
      created_at: edit.now,
      updated_at: edit.now,
      deleted_at: null,
    });
    changeTags(edit, 'note_tag', id, input);
    edit.subject = input.title;
    return { note: getNote(edit.reader, id) };
  }),

  'note.get': query(({ notebook }, { id }) => ({ note: getNote(notebook.reader, id) })),
  'note.list': query(({ notebook }) => ({ notes: listNotes(notebook.reader) })),

  'note.edit': mutation((edit, input) => {
    const note = getNote(edit.reader, input.id);
    edit.update('note', input.id, {
      title: checkTitle(input.title ?? note.title),
      body: checkBody(input.body ?? note.body),
    });
    changeTags(edit, 'note_tag', input.id, input);
    if (edit.patches.length > 0) edit.update('note', input.id, { updated_at: edit.now });
    edit.subject = input.title ?? note.title;
    return { note: getNote(edit.reader, input.id) };
  }),

  'note.remove': mutation((edit, { id }) => {
    edit.subject = getNote(edit.reader, id).title;
    edit.update('note', id, { deleted_at: edit.now });
    return { id };
  }),
} satisfies Handlers;

function checkTitle(title: string): string {
  const clean = title.replace(/\s+/g, ' ').trim();
  if (clean === '') throw new DossierError('invalid', { what: 'title', reason: 'empty' });
  return clean;
}

function checkBody(body: string): string {
  if (body.length > MAX_BODY) {
    throw new DossierError('too-large', { what: 'note', size: body.length, limit: MAX_BODY });
  }
  return body;
}
