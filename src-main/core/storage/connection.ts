/** Opens a notebook file. The only module that imports better-sqlite3. */
import { basename, extname } from 'node:path';
import Database from 'better-sqlite3';
import { DossierError } from '../../common/contract/errors.ts';
import { prepareFile, readCopy } from './notebook-file.ts';
import { asDossierError, codeOf } from './sqlite-errors.ts';

/** "Doss" in ASCII: how a notebook is told from any other SQLite file. */
export const APPLICATION_ID = 0x446f7373;

/** How long a call waits for another process's write before it answers `notebook-locked`, in milliseconds. */
export const BUSY_TIMEOUT = 5000;

/** Pages of the log after which a transaction moves them into the file by itself: some 32 MB, if nothing ever rests. */
const LOG_PAGES = 8000;

export type Value = string | number | bigint | null | Uint8Array;

/** Reads rows. Statements are prepared once per connection. */
export interface Reader {
  all<Row>(sql: string, ...values: readonly Value[]): Row[];
  get<Row>(sql: string, ...values: readonly Value[]): Row | undefined;
  iterate<Row>(sql: string, ...values: readonly Value[]): IterableIterator<Row>;
}

/** Reads and writes; exists only within a transaction. */
export interface Writer extends Reader {
  /** @returns the number of rows changed */
  run(sql: string, ...values: readonly Value[]): number;
  /**
   * Runs a part of the transaction: all of it, or nothing of it where it throws; the rest goes on.
   * @returns what the part threw, where it did
   * @throws where SQLite gave up the whole transaction for it, as for a full disk
   */
  attempt<T>(part: () => T): { readonly value: T } | { readonly error: unknown };
}

export interface Notebook {
  readonly path: string;
  /** The file's name without its extension. */
  readonly name: string;
  /** Asked for, or because the file or its folder takes no writing. */
  readonly readOnly: boolean;
  readonly sqliteVersion: string;
  readonly reader: Reader;
  /**
   * Runs `work` in one immediate transaction: all of it is stored and synced when this returns, or none.
   * Synchronous by design: an async one would let other calls' writes into it.
   * @throws DossierError notebook-locked, notebook-read-only, disk-full; whatever `work` throws
   */
  transaction<T>(work: (writer: Writer) => NotAPromise<T>): T;
  /** Runs `work` on one state of the file, whatever other connections commit meanwhile. */
  snapshot<T>(work: (reader: Reader) => NotAPromise<T>): T;
  /** One value that changes whenever another connection has committed. */
  dataVersion(): number;
  schemaVersion(): number;
  /**
   * Moves what was written from SQLite's log into the file, as far as readers let it: for when nobody waits. What a
   * transaction stored is safe without it; a copy of the file alone is not whole.
   */
  settle(): void;
  close(): void;
}

type NotAPromise<T> = T extends PromiseLike<unknown> ? never : T;

export interface OpenOptions {
  /** Makes the file and its folders where it is missing. */
  readonly create: boolean;
  readonly readOnly?: boolean;
}

/** A raw connection with the pragmas of a notebook set and read back; `migrate` decides whether it is one. */
export interface Connection extends Notebook {
  readonly database: Database.Database;
}

/** @throws DossierError notebook-missing, -foreign, -damaged, -locked, -read-only, unreadable, target-unwritable */
export function connect(path: string, options: OpenOptions): Connection {
  const isNew = prepareFile(path, options);
  try {
    const readOnly = options.readOnly ?? false;
    return open(new Database(path, { readonly: readOnly, timeout: BUSY_TIMEOUT }), path, { isNew, readOnly });
  } catch (error) {
    const copy = !isNew && isShutOut(error) ? readCopy(path) : null;
    if (copy === null) throw asDossierError(error, path);
    return connectCopy(copy, path);
  }
}

/** Reads a notebook as it was when it was opened. What others write there meanwhile is not seen. */
function connectCopy(bytes: Buffer, path: string): Connection {
  try {
    const database = new Database(bytes);
    database.pragma('query_only = ON');
    return open(database, path, { isNew: false, readOnly: true });
  } catch (error) {
    throw asDossierError(error, path);
  }
}

/** What SQLite says where it cannot make its files beside a database. */
function isShutOut(error: unknown): boolean {
  const code = codeOf(error);
  return code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN');
}

interface Mode {
  readonly isNew: boolean;
  readonly readOnly: boolean;
}

function open(database: Database.Database, path: string, { isNew, readOnly: asked }: Mode): Connection {
  try {
    if (!isNew) refuseForeign(database, path);
    const readOnly = asked || (!isNew && !canWrite(database));
    setPragmas(database, path, { isNew, readOnly });
    return wrap(database, path, readOnly);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A file without write permission is opened all the same, and even begins: only a write tells, taken back here. */
function canWrite(database: Database.Database): boolean {
  database.pragma('busy_timeout = 0');
  try {
    database.exec(`BEGIN IMMEDIATE; PRAGMA application_id = ${APPLICATION_ID}`);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code.startsWith('SQLITE_READONLY')) return false;
    // Another process is writing: so could this one.
    if (code.startsWith('SQLITE_BUSY')) return true;
    throw error;
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK');
    database.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
  }
}

function refuseForeign(database: Database.Database, path: string): void {
  if (readPragma(database, 'application_id') !== APPLICATION_ID) {
    throw new DossierError('notebook-foreign', { path });
  }
}

/** A database of no file, to learn what statements amount to. The caller closes it. */
export function openInMemory(): Database.Database {
  return new Database(':memory:');
}

/** Each pragma is read back: a typing mistake or an odd file system would otherwise be silent. */
function setPragmas(database: Database.Database, path: string, options: Mode): void {
  if (!options.readOnly) {
    if (options.isNew) database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma('journal_mode = WAL');
  }
  database.pragma('foreign_keys = ON');
  database.pragma('synchronous = FULL');
  database.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
  // A notebook may come from anyone: nothing in its schema runs what has effects, and broken pages are told at once.
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('recursive_triggers = ON');
  const expected: readonly (readonly [string, unknown])[] = [
    ['application_id', APPLICATION_ID],
    ['foreign_keys', 1],
    ['synchronous', 2],
    ['wal_autocheckpoint', LOG_PAGES],
    ['recursive_triggers', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ...(options.readOnly ? [] : [['journal_mode', 'wal'] as const]),
  ];
  for (const [pragma, value] of expected) {
    const found = readPragma(database, pragma);
    if (found !== value) {
      throw new DossierError('notebook-damaged', { path, pragma, found: String(found) });
    }
  }
}

function readPragma(database: Database.Database, pragma: string): unknown {
  return database.pragma(pragma, { simple: true });
}

/** A damaged page may be met at any row: whoever reads learns that it is the notebook, not a bug. */
function guard<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw asDossierError(error, path);
  }
}

function makeWriter(database: Database.Database, path: string): Writer {
  const statements = new Map<string, Database.Statement>();
  const prepare = (sql: string): Database.Statement => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  // Row types are declared by each store beside its SQL; STRICT tables make them true.
  return {
    all: <Row>(sql: string, ...values: readonly Value[]) =>
      guard(path, () => prepare(sql).all(...values) as Row[]),
    get: <Row>(sql: string, ...values: readonly Value[]) =>
      guard(path, () => prepare(sql).get(...values) as Row | undefined),
    *iterate<Row>(sql: string, ...values: readonly Value[]) {
      try {
        yield* prepare(sql).iterate(...values) as IterableIterator<Row>;
      } catch (error) {
        throw asDossierError(error, path);
      }
    },
    run: (sql, ...values) => guard(path, () => prepare(sql).run(...values).changes),
    attempt(part) {
      try {
        // Within another one this is a savepoint.
        return { value: database.transaction(part)() };
      } catch (error) {
        if (!database.inTransaction) throw error;
        return { error };
      }
    },
  };
}

/** What SQLite says of one: whether another was going on, and how many pages the log has, and moved. */
interface Checkpoint {
  readonly busy: number;
  readonly log: number;
  readonly checkpointed: number;
}

function wrap(database: Database.Database, path: string, readOnly: boolean): Connection {
  const writer = makeWriter(database, path);
  let isSettled = true;
  // Asked before every query: a pragma is prepared anew each time.
  const dataVersion = database.prepare('PRAGMA data_version').pluck();
  return {
    database,
    path,
    name: basename(path, extname(path)),
    readOnly,
    sqliteVersion: database.prepare('SELECT sqlite_version()').pluck().get() as string,
    reader: writer,
    transaction<T>(work: (writer: Writer) => NotAPromise<T>): T {
      isSettled = false;
      return guard(path, () => database.transaction(() => work(writer)).immediate());
    },
    snapshot: <T>(work: (reader: Reader) => NotAPromise<T>): T =>
      guard(path, () => database.transaction(() => work(writer)).deferred()),
    dataVersion: () => Number(dataVersion.get()),
    schemaVersion: () => Number(readPragma(database, 'user_version')),
    settle: () => {
      if (isSettled) return;
      const [moved] = guard(path, () => database.pragma('wal_checkpoint(PASSIVE)')) as [Checkpoint];
      // What a reader still needs stays in the log, and is for the next time.
      isSettled = moved.busy === 0 && moved.checkpointed === moved.log;
    },
    close: () => {
      database.close();
    },
  };
}
