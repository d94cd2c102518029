/** The trash: what lies there, taking it out again, and deleting it for good. */
import { mutation, query, type Handlers } from '../handler.ts';
import { purgeTrash } from '../storage/purge.ts';
import { countTrash, listTrash, restore } from '../storage/trash.ts';

/** Things of one transaction: other processes wait for the lock meanwhile. */
const SLICE = 500;

export const trashHandlers = {
  'trash.list': query(({ notebook }) => ({ items: listTrash(notebook.reader) })),

  'trash.restore': mutation((edit, { items }) => {
    let changed = 0;
    for (const { kind, id } of items) if (restore(edit, kind, id)) changed += 1;
    edit.subject = changed === 1 ? '' : `× ${changed}`;
    return { changed };
  }),

  'trash.empty': mutation((edit, { most }) => ({
    removed: purgeTrash(edit.writer, Math.min(most ?? SLICE, SLICE)),
    left: countTrash(edit.reader),
  })),
} satisfies Handlers;
