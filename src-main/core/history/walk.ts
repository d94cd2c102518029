/**
 * One step backwards or forwards in the change log. What was written in parts is taken back in the same parts, others
 * being answered in between; the log is whole after each: what is left to be taken back can be, and what was can be redone.
 */
import { DossierError } from '../../common/contract/errors.ts';
import type { Context } from '../handler.ts';
import {
  chainOf,
  markChange,
  nextChange,
  partBefore,
  partsAfter,
  readPatches,
  readState,
  type LoggedChange,
} from '../storage/changes.ts';
import type { Reader } from '../storage/connection.ts';
import { applyPatches, type Edit } from '../storage/edit.ts';

export type Direction = 'undo' | 'redo';

interface Begun {
  readonly change: LoggedChange;
  /** What remains, in its order. */
  readonly rest: readonly number[];
}

export type Walk = AsyncGenerator<(edit: Edit) => unknown, LoggedChange, unknown>;

/** @throws DossierError not-found where there is nothing to be undone or redone, notebook-damaged */
export async function* walk(direction: Direction, context: Pick<Context, 'progress'>): Walk {
  const { change, rest } = (yield (edit) => begin(edit, direction)) as Begun;
  for (const [at, seq] of rest.entries()) {
    context.progress(at + 1, rest.length + 1);
    const went = (yield (edit) => goOn(edit, direction, seq, change)) as boolean;
    if (!went) break;
  }
  return change;
}

function begin(edit: Edit, direction: Direction): Begun {
  const change = nextChange(edit.reader, direction);
  if (!change) throw new DossierError('not-found', { what: direction });
  const [first = change.seq, ...rest] = partsOf(edit, direction, change.seq);
  apply(edit, direction, first);
  edit.subject = change.subject;
  return { change, rest };
}

function partsOf(edit: Edit, direction: Direction, seq: number): readonly number[] {
  const chain = chainOf(edit.reader, seq);
  if (direction === 'undo') return chain;
  // Of one that was undone in one piece only the last part says so.
  const end = chain.findIndex((part) => readState(edit.reader, part) === 'done');
  const undone = end < 0 ? chain : chain.slice(0, end);
  return [...undone.toReversed(), ...partsAfter(edit.reader, seq)];
}

/** False where somebody else has been there. */
function goOn(edit: Edit, direction: Direction, seq: number, { subject }: LoggedChange): boolean {
  const isNext = direction === 'undo' ? isUndoable(edit.reader, seq) : isRedoable(edit.reader, seq);
  if (!isNext) return false;
  apply(edit, direction, seq);
  edit.subject = subject;
  return true;
}

const isUndoable = (reader: Reader, seq: number): boolean => readState(reader, seq) === 'done';

/** Not where the part that it goes on from was taken back again meanwhile. */
function isRedoable(reader: Reader, seq: number): boolean {
  const before = partBefore(reader, seq);
  return readState(reader, seq) !== 'done' && (before === null || readState(reader, before) === 'done');
}

function apply(edit: Edit, direction: Direction, seq: number): void {
  const isUndo = direction === 'undo';
  const isNewest = nextChange(edit.reader, 'undo')?.seq === seq;
  applyPatches(edit, readPatches(edit.reader, seq), direction, ({ reason }) =>
    // A history is read years later: it says that the verdict was taken back, and which.
    isUndo ? `↶ ${reason}` : reason,
  );
  // As what was undone before a change that came in between: that change ended what could be redone.
  if (isUndo) markChange(edit, seq, isNewest ? 'undone' : 'dropped');
  else markChange(edit, seq, 'done');
  const before = partBefore(edit.reader, seq);
  if (before !== null) markChange(edit, before, isUndo ? 'done' : 'step');
}
