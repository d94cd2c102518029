/** Notes of their own: Markdown, tagged, linked to other things; and the drafts of what is being written anywhere. */
import type { NoteId } from '../../common/contract/entities.ts';
import { mutation, query, type Handlers } from '../handler.ts';
import { keepDraft, listDrafts } from '../storage/drafts.ts';
import { listMentions } from '../storage/links.ts';
import { getNote, getNoteState, listNoteBriefs, listNotes, listNoteStates } from '../storage/notes.ts';
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
  'note.list': query(({ notebook }, input) => ({ notes: listNotes(notebook.reader, input) })),
  'note.briefs': query(({ notebook }) => ({ notes: listNoteBriefs(notebook.reader) })),

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

  'note.history': query(({ notebook }, { id }) => {
    getNote(notebook.reader, id);
    return { states: listNoteStates(notebook.reader, id) };
  }),
  'note.state': query(({ notebook }, { id, seq }) => getNoteState(notebook.reader, id, seq)),

  'link.mentions': query(({ notebook }, link) => ({ mentions: listMentions(notebook.reader, link) })),

  'draft.list': query(({ notebook }) => ({ drafts: listDrafts(notebook.reader) })),
  'draft.keep': mutation((edit, { key, value }) => {
    for (const text of Object.values(value ?? {})) checkNote(text);
    keepDraft(edit, key, value);
    return {};
  }),
} satisfies Handlers;
