/** Notes of their own: Markdown, tagged. */
import type { NoteId } from '../../common/contract/entities.ts';
import { mutation, query, type Handlers } from '../handler.ts';
import { getNote, listNotes } from '../storage/notes.ts';
import { changeTags } from '../storage/tags.ts';
import { checkNote, requireTitle } from '../storage/user-text.ts';

export const noteHandlers = {
  'note.add': mutation((edit, input) => {
    const id = edit.ids.next() as NoteId;
    edit.insert('note', {
      id,
      title: requireTitle(input.title),
      body: checkNote(input.body),
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
      title: requireTitle(input.title ?? note.title),
      body: checkNote(input.body ?? note.body),
    });
    changeTags(edit, 'note_tag', input.id, input);
    edit.stamp('note', input.id);
    edit.subject = input.title ?? note.title;
    return { note: getNote(edit.reader, input.id) };
  }),

  'note.remove': mutation((edit, { id }) => {
    edit.subject = getNote(edit.reader, id).title;
    edit.update('note', id, { deleted_at: edit.now });
    return { id };
  }),
} satisfies Handlers;
