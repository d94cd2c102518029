/**
 * The unit of work of one mutation. Everything a mutation writes goes through here, so that the inverse is
 * recorded with it: undo and redo are data in the change log, valid across restarts and processes.
 */
import type { Status } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import type { Clock, Ids } from '../ports.ts';
import type { Reader, Value, Writer } from './connection.ts';
import { readAuthor } from './author.ts';

/** Tables whose rows are users' things: made live, moved to the trash, never deleted by a command. */
export type EntityTable =
  | 'source'
  | 'excerpt'
  | 'claim'
  | 'evidence'
  | 'note'
  | 'tag'
  | 'collection'
  | 'collection_source'
  | 'saved_search'
  | 'template'
  | 'tag_alias'
  /** What is remembered of a library: it goes where an import that is undone goes. */
  | 'library_item'
  /** A search kept as evidence of having looked. */
  | 'diligence';
export type TagTable = 'source_tag' | 'excerpt_tag' | 'claim_tag' | 'note_tag';

type Cell = string | number | null;
type Cells = Readonly<Record<string, Cell>>;

export type Patch =
  | {
      readonly do: 'set';
      readonly table: EntityTable;
      readonly id: string;
      readonly before: Cells;
      readonly after: Cells;
    }
  | {
      readonly do: 'tag';
      readonly table: TagTable;
      readonly owner: string;
      readonly tag: string;
      readonly present: boolean;
    }
  | {
      readonly do: 'verdict';
      readonly claim: string;
      readonly before: Status;
      readonly after: Status;
      readonly reason: string;
    }
  /** What the change of that number did is a part of this one: see `logChange`. */
  | { readonly do: 'also'; readonly seq: number };

/** What was touched, for whoever follows the change log (the search index, open windows). */
export interface Touched {
  readonly kind: EntityTable;
  readonly id: string;
}

export class Edit {
  readonly patches: Patch[] = [];
  readonly #touched = new Map<string, Touched>();
  /** Names the thing in notices: the title, statement or quotation. */
  subject = '';
  /** The change that this one goes on from, and is one step of undo with. */
  follows: number | null = null;
  /** Its number in the change log, when it is there. */
  seq: number | null = null;

  constructor(
    readonly writer: Writer,
    readonly clock: Clock,
    readonly ids: Ids,
    /** The time of the whole mutation. */
    readonly now: number = clock.now(),
  ) {}

  get reader(): Reader {
    return this.writer;
  }

  get touched(): readonly Touched[] {
    return [...this.#touched.values()];
  }

  touch(kind: EntityTable, id: string): void {
    // Nobody shows or searches it, and a library has as many as it has things.
    if (kind === 'library_item') return;
    if (kind === 'diligence') {
      this.#touchClaimOf(id);
      return;
    }
    if (kind === 'tag_alias') {
      this.#touchTagOf(id);
      return;
    }
    this.#touched.set(`${kind} ${id}`, { kind, id });
  }

  /** It is shown with its claim. */
  #touchClaimOf(search: string): void {
    const row = this.writer.get<{ claim: string }>(
      'SELECT claim_id AS claim FROM diligence WHERE id = ?',
      search,
    );
    if (row) this.touch('claim', row.claim);
  }

  /** An alias is a part of what its tag says. */
  #touchTagOf(alias: string): void {
    const row = this.writer.get<{ tag: string }>('SELECT tag_id AS tag FROM tag_alias WHERE id = ?', alias);
    if (row) this.touch('tag', row.tag);
  }

  /** Adds a row of a user's thing; its inverse moves it to the trash. */
  insert(table: EntityTable, row: Readonly<Record<string, Value>> & { readonly id: string }): void {
    insertRow(this.writer, table, row);
    keepNoteState(this, table, row.id, row);
    this.patches.push({
      do: 'set',
      table,
      id: row.id,
      before: { deleted_at: this.now },
      after: { deleted_at: null },
    });
    this.touch(table, row.id);
  }

  /** Adds a row that belongs to one of those things and goes where it goes (a version, a blob, a passage). */
  insertPart(
    table: 'version' | 'blob' | 'passage' | 'version_image' | 'source_address',
    row: Readonly<Record<string, Value>>,
  ): void {
    insertRow(this.writer, table, row);
  }

  /** Changes columns of one row; columns that already have the value are left out. */
  update(table: EntityTable, id: string, values: Cells): void {
    const columns = Object.keys(values);
    if (columns.length === 0) return;
    const current = this.writer.get<Record<string, Cell>>(
      `SELECT ${columns.join(', ')} FROM ${table} WHERE id = ?`,
      id,
    );
    if (!current) throw new DossierError('not-found', { what: table, id });
    const changed = columns.filter((column) => current[column] !== values[column]);
    if (changed.length === 0) return;
    const pick = (cells: Cells): Cells =>
      Object.fromEntries(changed.map((column) => [column, cells[column] ?? null]));
    const patch: Patch = { do: 'set', table, id, before: pick(current), after: pick(values) };
    setCells(this.writer, table, id, patch.after);
    keepNoteState(this, table, id, patch.after);
    this.patches.push(patch);
    this.touch(table, id);
  }

  /** Dates a thing that this mutation changed; where it changed nothing, nothing is to be undone either. */
  stamp(table: 'source' | 'excerpt' | 'claim' | 'note', id: string): void {
    if (this.patches.length > 0) this.update(table, id, { updated_at: this.now });
  }

  tag(table: TagTable, owner: string, tag: string, present: boolean): void {
    if (setTag(this.writer, table, owner, tag, present) === 0) return;
    this.patches.push({ do: 'tag', table, owner, tag, present });
    this.touch(OWNER_OF[table], owner);
  }

  /** Appends to a claim's history. */
  verdict(claim: string, status: Status, reason: string): void {
    const before = readStatus(this.writer, claim);
    appendVerdict(this, claim, status, reason);
    this.patches.push({ do: 'verdict', claim, before, after: status, reason });
    this.touch('claim', claim);
  }
}

const OWNER_OF = {
  source_tag: 'source',
  excerpt_tag: 'excerpt',
  claim_tag: 'claim',
  note_tag: 'note',
} as const satisfies Record<TagTable, EntityTable>;

/**
 * Applies patches backwards (undo) or forwards (redo) within `edit`, which records what it touches. A verdict
 * is never taken back: the one before it is appended, with `reason` saying so.
 */
export function applyPatches(
  edit: Edit,
  patches: readonly Patch[],
  direction: 'undo' | 'redo',
  reason: (patch: { readonly reason: string }) => string,
): void {
  const undo = direction === 'undo';
  for (const patch of undo ? patches.toReversed() : patches) {
    switch (patch.do) {
      case 'set': {
        const cells = undo ? patch.before : patch.after;
        setCells(edit.writer, patch.table, patch.id, cells);
        keepNoteState(edit, patch.table, patch.id, cells);
        edit.touch(patch.table, patch.id);
        break;
      }
      case 'tag':
        setTag(edit.writer, patch.table, patch.owner, patch.tag, patch.present !== undo);
        edit.touch(OWNER_OF[patch.table], patch.owner);
        break;
      case 'verdict':
        appendVerdict(edit, patch.claim, undo ? patch.before : patch.after, reason(patch));
        edit.touch('claim', patch.claim);
        break;
      // A change of its own, which whoever reads the log goes on to.
      case 'also':
        break;
    }
  }
}

export function readStatus(reader: Reader, claim: string): Status {
  const row = reader.get<{ status: Status }>('SELECT status FROM claim_status WHERE claim_id = ?', claim);
  return row?.status ?? 'unreviewed';
}

function appendVerdict(edit: Edit, claim: string, status: Status, reason: string): void {
  edit.writer.run(
    'INSERT INTO verdict (claim_id, status, reason, at, author) VALUES (?, ?, ?, ?, ?)',
    claim,
    status,
    reason,
    edit.now,
    readAuthor(edit.reader),
  );
}

/** What a note becomes is kept, also by undo and redo: its history has every state that it was ever in. */
function keepNoteState(
  edit: Edit,
  table: EntityTable,
  id: string,
  changed: Readonly<Record<string, unknown>>,
): void {
  if (table !== 'note' || !('title' in changed || 'body' in changed)) return;
  edit.writer.run(
    'INSERT INTO note_state (note_id, title, body, at) SELECT id, title, body, ? FROM note WHERE id = ?',
    edit.now,
    id,
  );
}

function insertRow(writer: Writer, table: string, row: Readonly<Record<string, Value>>): void {
  const columns = Object.keys(row);
  const places = columns.map(() => '?').join(', ');
  writer.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`, ...Object.values(row));
}

function setCells(writer: Writer, table: EntityTable, id: string, cells: Cells): void {
  const assignments = Object.keys(cells).map((column) => `${column} = ?`);
  writer.run(`UPDATE ${table} SET ${assignments.join(', ')} WHERE id = ?`, ...Object.values(cells), id);
}

/** @returns the number of rows changed: 0 where it already is so */
function setTag(writer: Writer, table: TagTable, owner: string, tag: string, present: boolean): number {
  return present
    ? writer.run(`INSERT INTO ${table} (owner_id, tag_id) VALUES (?, ?) ON CONFLICT DO NOTHING`, owner, tag)
    : writer.run(`DELETE FROM ${table} WHERE owner_id = ? AND tag_id = ?`, owner, tag);
}
