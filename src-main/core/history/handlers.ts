/** Undo and redo: the change log walked backwards and forwards. */
import type { Change } from '../../common/contract/entities.ts';
import { describeChange } from '../../common/messages/changes.ts';
import { mutation, query, type Handlers } from '../handler.ts';
import { nextChange, settleChanges, type LoggedChange } from '../storage/changes.ts';
import { walk } from './walk.ts';

export const historyHandlers = {
  'history.next': query(({ notebook }) => ({
    undo: describeNext(nextChange(notebook.reader, 'undo')),
    redo: describeNext(nextChange(notebook.reader, 'redo')),
  })),
  'history.undo': {
    kind: 'mutation',
    async *prepare(context) {
      return { undone: describe(yield* walk('undo', context)) };
    },
  },
  'history.redo': {
    kind: 'mutation',
    async *prepare(context) {
      return { redone: describe(yield* walk('redo', context)) };
    },
  },
  'history.settle': mutation((edit) => {
    settleChanges(edit);
    return {};
  }),
} satisfies Handlers;

function describe(change: LoggedChange): Change {
  return { command: change.command, subject: change.subject, summary: describeChange(change, 'en') };
}

function describeNext(change: LoggedChange | null): Change | null {
  return change && describe(change);
}
