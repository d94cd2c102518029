/** The change log: what undo and redo work on, and the feed of whoever follows the notebook. */
import type { CommandName } from '../../common/contract/commands.ts';
import { DossierError } from '../../common/contract/errors.ts';
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

/**
 * Writes the row of a finished mutation; redo steps that it makes impossible are dropped. One that goes on from another
 * takes that one's place: only the last of them is a step of undo, and names the one before it. So after each of them the
 * log is as whole as after the last.
 */
export function logChange(edit: Edit, command: CommandName): void {
  edit.writer.run("UPDATE change SET state = 'dropped' WHERE state = 'undone'");
  if (edit.follows !== null) {
    edit.patches.unshift({ do: 'also', seq: edit.follows });
    markChange(edit, edit.follows, 'step');
  }
  insertChange(edit, command, 'done');
}

/** @throws DossierError cancelled where `seq` was undone since */
export function goOnFrom(edit: Edit, seq: number): void {
  if (readState(edit.reader, seq) !== 'done') throw new DossierError('cancelled', { reason: 'undone' });
  edit.follows = seq;
}

/** Writes the row of an undo or redo, which itself is never undone. */
export function logStep(edit: Edit, command: CommandName): void {
  insertChange(edit, command, 'step');
}

function insertChange(edit: Edit, command: CommandName, state: 'done' | 'step'): void {
  const row = edit.writer.get<{ seq: number }>(
    `INSERT INTO change (at, command, subject, state, patches, touched) VALUES (?, ?, ?, ?, ?, ?)
     RETURNING seq`,
    edit.now,
    command,
    shorten(oneLine(edit.subject), SUBJECT_LENGTH),
    state,
    JSON.stringify(edit.patches),
    JSON.stringify(edit.touched),
  );
  edit.seq = row?.seq ?? null;
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

/** The change and those that it goes on from, the newest first. @throws DossierError notebook-damaged */
export function chainOf(reader: Reader, seq: number): readonly number[] {
  const chain: number[] = [];
  for (let at: number | null = seq; at !== null;) {
    // Whoever wrote the notebook may have tied a knot.
    if (at >= (chain.at(-1) ?? Infinity)) throw new DossierError('notebook-damaged', { what: 'change' });
    chain.push(at);
    at = partBefore(reader, at);
  }
  return chain;
}

/** The change that this one goes on from; null where it stands by itself. @throws DossierError notebook-damaged */
export function partBefore(reader: Reader, seq: number): number | null {
  const row = reader.get<{ first: string | null }>(
    "SELECT json_extract(patches, '$[0]') AS first FROM change WHERE seq = ?",
    seq,
  );
  if (typeof row?.first !== 'string') return null;
  const [first] = checkPatches([JSON.parse(row.first)]);
  return first?.do === 'also' ? first.seq : null;
}

/** Those that were undone and go on from this one, one from another, in their order. */
export function partsAfter(reader: Reader, seq: number): readonly number[] {
  const rows = reader.all<{ seq: number }>(
    "SELECT seq FROM change WHERE state = 'undone' AND seq > ? ORDER BY seq",
    seq,
  );
  const parts: number[] = [];
  for (const row of rows) {
    if (partBefore(reader, row.seq) !== (parts.at(-1) ?? seq)) break;
    parts.push(row.seq);
  }
  return parts;
}

export function readState(reader: Reader, seq: number): string | null {
  return reader.get<{ state: string }>('SELECT state FROM change WHERE seq = ?', seq)?.state ?? null;
}

/** Keeps the rows as a feed and takes them out of undo and redo. */
export function settleChanges(edit: Edit): void {
  edit.writer.run("UPDATE change SET state = 'dropped' WHERE state IN ('done', 'undone')");
}

export function markChange(edit: Edit, seq: number, state: 'done' | 'undone' | 'step' | 'dropped'): void {
  edit.writer.run('UPDATE change SET state = ? WHERE seq = ?', state, seq);
}
