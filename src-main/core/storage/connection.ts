/** Opens a notebook file. The only module that imports better-sqlite3. */
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import Database from 'better-sqlite3';
import { DossierError } from '../../common/contract/errors.ts';
import { makeFolder } from '../make-folder.ts';
import { asDossierError } from './sqlite-errors.ts';

/** "Doss" in ASCII: how a notebook is told from any other SQLite file. */
export const APPLICATION_ID = 0x446f7373;

/** How long a call waits for another process's write before it answers `notebook-locked`, in milliseconds. */
export const BUSY_TIMEOUT = 5000;

const SQLITE_HEADER = 'SQLite format 3\0';

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
}

export interface Notebook {
  readonly path: string;
  /** The file's name without its extension. */
  readonly name: string;
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

/** @throws DossierError notebook-missing, -foreign, -damaged, -locked, unreadable, target-unwritable */
export function connect(path: string, options: OpenOptions): Connection {
  const isNew = prepareFile(path, options);
  try {
    const readOnly = options.readOnly ?? false;
    const database = new Database(path, { readonly: readOnly, timeout: BUSY_TIMEOUT });
    try {
      if (!isNew) refuseForeign(database, path);
      setPragmas(database, path, { isNew, readOnly });
      return wrap(database, path, readOnly);
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    throw asDossierError(error, path);
  }
}

/** @returns whether the file has to be made (or is empty, as a temporary file is) */
function prepareFile(path: string, options: OpenOptions): boolean {
  if (!existsSync(path)) {
    if (!options.create) throw new DossierError('notebook-missing', { path });
    try {
      makeFolder(dirname(path));
    } catch (cause) {
      throw new DossierError('target-unwritable', { path: dirname(path) }, { cause });
    }
    makePrivateFile(path);
    return true;
  }
  return readHeader(path);
}

/** For this user alone: what is read and thought is nobody else's. SQLite gives its other files the same mode. */
function makePrivateFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (cause) {
    // Another process may have made it meanwhile.
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return;
    throw new DossierError('target-unwritable', { path }, { cause });
  }
}

/** Looks at the first bytes before SQLite does, so that a foreign file is never touched. */
function readHeader(path: string): boolean {
  const file = openForReading(path);
  try {
    const status = fstatSync(file);
    if (!status.isFile()) throw new DossierError('notebook-foreign', { path });
    if (status.size === 0) return true;
    const header = Buffer.alloc(SQLITE_HEADER.length);
    readSync(file, header, 0, header.length, 0);
    if (header.toString('latin1') !== SQLITE_HEADER) throw new DossierError('notebook-foreign', { path });
    return false;
  } finally {
    closeSync(file);
  }
}

function openForReading(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (cause) {
    // It was there a moment ago: what is left is a file that this account may not read.
    const isGone = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    if (isGone) throw new DossierError('notebook-missing', { path }, { cause });
    throw new DossierError('unreadable', { path, reason: 'denied' }, { cause });
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

interface PragmaOptions {
  readonly isNew: boolean;
  readonly readOnly: boolean;
}

/** Each pragma is read back: a typing mistake or an odd file system would otherwise be silent. */
function setPragmas(database: Database.Database, path: string, options: PragmaOptions): void {
  if (!options.readOnly) {
    if (options.isNew) database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma('journal_mode = WAL');
  }
  database.pragma('foreign_keys = ON');
  database.pragma('synchronous = FULL');
  // A notebook may come from anyone: nothing in its schema runs what has effects, and broken pages are told at once.
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('recursive_triggers = ON');
  const expected: readonly (readonly [string, unknown])[] = [
    ['application_id', APPLICATION_ID],
    ['foreign_keys', 1],
    ['synchronous', 2],
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

function wrap(database: Database.Database, path: string, readOnly: boolean): Connection {
  const statements = new Map<string, Database.Statement>();
  const prepare = (sql: string): Database.Statement => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  // A damaged page may be met at any row: whoever reads learns that it is the notebook, not a bug.
  const guarded = <T>(read: () => T): T => {
    try {
      return read();
    } catch (error) {
      throw asDossierError(error, path);
    }
  };
  // Row types are declared by each store beside its SQL; STRICT tables make them true.
  const writer: Writer = {
    all: <Row>(sql: string, ...values: readonly Value[]) =>
      guarded(() => prepare(sql).all(...values) as Row[]),
    get: <Row>(sql: string, ...values: readonly Value[]) =>
      guarded(() => prepare(sql).get(...values) as Row | undefined),
    *iterate<Row>(sql: string, ...values: readonly Value[]) {
      try {
        yield* prepare(sql).iterate(...values) as IterableIterator<Row>;
      } catch (error) {
        throw asDossierError(error, path);
      }
    },
    run: (sql, ...values) => guarded(() => prepare(sql).run(...values).changes),
  };
  return {
    database,
    path,
    name: basename(path, extname(path)),
    readOnly,
    sqliteVersion: database.prepare('SELECT sqlite_version()').pluck().get() as string,
    reader: writer,
    transaction<T>(work: (writer: Writer) => NotAPromise<T>): T {
      try {
        return database.transaction(() => work(writer)).immediate();
      } catch (error) {
        throw asDossierError(error, path);
      }
    },
    snapshot<T>(work: (reader: Reader) => NotAPromise<T>): T {
      try {
        return database.transaction(() => work(writer)).deferred();
      } catch (error) {
        throw asDossierError(error, path);
      }
    },
    dataVersion: () => Number(readPragma(database, 'data_version')),
    schemaVersion: () => Number(readPragma(database, 'user_version')),
    close: () => {
      database.close();
    },
  };
}
