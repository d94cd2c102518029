/** Undo and redo: the change log walked backwards and forwards. */
import type { Change } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { describeChange } from '../../common/messages/changes.ts';
import { mutation, query, type Handlers } from '../handler.ts';
import {
  chainOf,
  markChange,
  nextChange,
  readPatches,
  settleChanges,
  type LoggedChange,
} from '../storage/changes.ts';
import { applyPatches, type Edit } from '../storage/edit.ts';

export const historyHandlers = {
  'history.next': query(({ notebook }) => ({
    undo: describe(nextChange(notebook.reader, 'undo')),
    redo: describe(nextChange(notebook.reader, 'redo')),
  })),
  'history.undo': mutation((edit) => ({ undone: step(edit, 'undo') })),
  'history.redo': mutation((edit) => ({ redone: step(edit, 'redo') })),
  'history.settle': mutation((edit) => {
    settleChanges(edit);
    return {};
  }),
} satisfies Handlers;

function step(edit: Edit, direction: 'undo' | 'redo'): Change {
  const change = nextChange(edit.reader, direction);
  if (!change) throw new DossierError('not-found', { what: direction });
  const chain = chainOf(edit.reader, change.seq);
  for (const seq of direction === 'undo' ? chain : chain.toReversed()) {
    applyPatches(edit, readPatches(edit.reader, seq), direction, ({ reason }) =>
      // A history is read years later: it says that the verdict was taken back, and which.
      direction === 'undo' ? `↶ ${reason}` : reason,
    );
  }
  markChange(edit, change.seq, direction === 'undo' ? 'undone' : 'done');
  edit.subject = change.subject;
  return { command: change.command, subject: change.subject, summary: describeChange(change, 'en') };
}

function describe(change: LoggedChange | null): Change | null {
  return (
    change && { command: change.command, subject: change.subject, summary: describeChange(change, 'en') }
  );
}
