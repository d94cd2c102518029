/** The change log: what undo and redo work on, and the feed of whoever follows the notebook. */
import type { CommandName } from '../../common/contract/commands.ts';
import { shorten } from '../../common/language/shorten.ts';
import type { Reader } from './connection.ts';
import type { Edit, Patch } from './edit.ts';
import { oneLine } from './user-text.ts';
import { checkPatches } from './patch-guard.ts';

export interface LoggedChange {
  readonly seq: number;
  readonly command: string;
  readonly subject: string;
}

/** Stored subjects name a thing in a notice; the whole statement or note would bloat the log. */
const SUBJECT_LENGTH = 80;

/** Writes the row of a finished mutation; redo steps that it makes impossible are dropped. */
export function logChange(edit: Edit, command: CommandName): void {
  edit.writer.run("UPDATE change SET state = 'dropped' WHERE state = 'undone'");
  insertChange(edit, command, 'done');
}

/** Writes the row of an undo or redo, which itself is never undone. */
export function logStep(edit: Edit, command: CommandName): void {
  insertChange(edit, command, 'step');
}

function insertChange(edit: Edit, command: CommandName, state: 'done' | 'step'): void {
  edit.writer.run(
    'INSERT INTO change (at, command, subject, state, patches, touched) VALUES (?, ?, ?, ?, ?, ?)',
    edit.now,
    command,
    shorten(oneLine(edit.subject), SUBJECT_LENGTH),
    state,
    JSON.stringify(edit.patches),
    JSON.stringify(edit.touched),
  );
}

/** The next to be undone (the newest that is done) or redone (the oldest that is undone). */
export function nextChange(reader: Reader, direction: 'undo' | 'redo'): LoggedChange | null {
  const sql =
    direction === 'undo'
      ? "SELECT seq, command, subject FROM change WHERE state = 'done' ORDER BY seq DESC LIMIT 1"
      : "SELECT seq, command, subject FROM change WHERE state = 'undone' ORDER BY seq LIMIT 1";
  return reader.get<LoggedChange>(sql) ?? null;
}

/** @throws DossierError notebook-damaged where the log holds what no command writes */
export function readPatches(reader: Reader, seq: number): readonly Patch[] {
  const row = reader.get<{ patches: string }>('SELECT patches FROM change WHERE seq = ?', seq);
  return row ? checkPatches(JSON.parse(row.patches)) : [];
}

/** Keeps the rows as a feed and takes them out of undo and redo. */
export function settleChanges(edit: Edit): void {
  edit.writer.run("UPDATE change SET state = 'dropped' WHERE state IN ('done', 'undone')");
}

export function markChange(edit: Edit, seq: number, state: 'done' | 'undone'): void {
  edit.writer.run('UPDATE change SET state = ? WHERE seq = ?', state, seq);
}
