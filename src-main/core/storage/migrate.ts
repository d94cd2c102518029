/**
 * Brings a notebook to the newest schema. A migration is one immutable file with its own transaction,
 * foreign-key check and stored checksum; a notebook of a newer app is refused before anything is written.
 */
import { createHash } from 'node:crypto';
import { DossierError } from '../../common/contract/errors.ts';
import { connect, type Connection, type Notebook, openInMemory, type OpenOptions } from './connection.ts';
import { asDossierError } from './sqlite-errors.ts';
import { refuseOtherSchema, type SchemaRow, schemaRows } from './schema-guard.ts';

export interface Migration {
  /** Multiples of ten, rising. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

const files = import.meta.glob<string>('../../../db/migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** All migrations, oldest first. */
export const MIGRATIONS: readonly Migration[] = Object.entries(files)
  .map(([path, sql]) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return { number: Number.parseInt(name, 10), name, sql };
  })
  .sort((a, b) => a.number - b.number);

export const SCHEMA_VERSION = MIGRATIONS.at(-1)?.number ?? 0;

/** @throws DossierError notebook-newer, -damaged, -read-only (an older one, to be migrated) and those of `connect` */
export function openNotebook(path: string, options: OpenOptions): Notebook {
  refuseNewer(path);
  const connection = connect(path, options);
  try {
    if (!connection.readOnly) migrate(connection, MIGRATIONS);
    else if (connection.schemaVersion() < SCHEMA_VERSION)
      throw new DossierError('notebook-read-only', { path });
    refuseOtherSchema(connection.reader, ownSchema(), path);
    return connection;
  } catch (error) {
    connection.close();
    throw asDossierError(error, path);
  }
}

let own: readonly SchemaRow[] | undefined;

/** What the migrations amount to; made once a process. */
function ownSchema(): readonly SchemaRow[] {
  if (own) return own;
  const database = openInMemory();
  try {
    database.exec(MIGRATION_TABLE);
    for (const { sql } of MIGRATIONS) database.exec(sql);
    own = schemaRows({ all: <Row>(sql: string) => database.prepare(sql).all() as Row[] });
    return own;
  } finally {
    database.close();
  }
}

/** Reads the version without opening for writing: even the switch to WAL would change a refused file. */
function refuseNewer(path: string): void {
  let found: number;
  try {
    const connection = connect(path, { create: false, readOnly: true });
    try {
      found = connection.schemaVersion();
    } finally {
      connection.close();
    }
  } catch (error) {
    // A lock was waited for already. Missing, empty or foreign: `connect` says so again in the mode asked for.
    if (error instanceof DossierError && error.code !== 'notebook-locked') return;
    throw error;
  }
  if (found > SCHEMA_VERSION) {
    throw new DossierError('notebook-newer', { path, found, known: SCHEMA_VERSION });
  }
}

/** Applies what is missing of `migrations`; exported so that tests can stop at an older version. */
export function migrate(connection: Connection, migrations: readonly Migration[]): void {
  const { database } = connection;
  if (connection.schemaVersion() === (migrations.at(-1)?.number ?? 0)) {
    verifyChecksums(connection, migrations);
    return;
  }
  // Rebuilding a table drops it: with foreign keys on that would delete what refers to it.
  database.pragma('foreign_keys = OFF');
  try {
    for (const migration of migrations) applyMigration(connection, migration);
  } finally {
    database.pragma('foreign_keys = ON');
  }
  verifyChecksums(connection, migrations);
}

function applyMigration(connection: Connection, migration: Migration): void {
  const { database } = connection;
  connection.transaction((writer) => {
    // Another process may have migrated while this one waited for the lock.
    const version = connection.schemaVersion();
    if (version >= migration.number) return;
    refuseUnknown(connection, version);
    database.exec(MIGRATION_TABLE);
    database.exec(migration.sql);
    const violations = writer.all('PRAGMA foreign_key_check');
    if (violations.length > 0) {
      throw new DossierError('notebook-damaged', {
        path: connection.path,
        migration: migration.name,
        violations: violations.length,
      });
    }
    writer.run(
      'INSERT INTO migration (number, name, sha256) VALUES (?, ?, ?)',
      migration.number,
      migration.name,
      checksum(migration.sql),
    );
    database.pragma(`user_version = ${migration.number}`);
  });
}

/** A version that no app of ours has written, or none in a file that holds something already. */
function refuseUnknown(connection: Connection, version: number): void {
  const known = MIGRATIONS.some(({ number }) => number === version);
  if (known || (version === 0 && schemaRows(connection.reader).length === 0)) return;
  throw new DossierError('notebook-damaged', { path: connection.path, what: 'version', found: version });
}

const MIGRATION_TABLE = `CREATE TABLE IF NOT EXISTS migration (
  number INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT`;

/** A notebook made by other statements under the same number is not the schema that the code expects. */
function verifyChecksums(connection: Connection, migrations: readonly Migration[]): void {
  const stored = new Map(
    connection.reader
      .all<{ number: number; sha256: string }>('SELECT number, sha256 FROM migration')
      .map((row) => [row.number, row.sha256]),
  );
  for (const { number, name, sql } of migrations) {
    if (stored.get(number) !== checksum(sql)) {
      throw new DossierError('notebook-damaged', { path: connection.path, migration: name });
    }
  }
}

function checksum(sql: string): string {
  // Line ends may differ between checkouts; the statements do not.
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
}
