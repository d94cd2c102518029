/**
 * A new notebook that is filled row by row with what another one held. References are checked at the end: the rows of
 * two tables may name each other. Nothing else may have the file open.
 */
import { DossierError } from '../../common/contract/errors.ts';
import { connect, type Connection, type Value } from './connection.ts';
import { MIGRATIONS, migrate } from './migrate.ts';
import { codeOf } from './sqlite-errors.ts';
import type { WholeTable } from './whole-tables.ts';

/** Rows that are written before the next are read; the file is nobody's yet, so that nothing waits. */
const AT_ONCE = 20_000;

type Statement = ReturnType<typeof prepare>;

const prepare = ({ database }: Connection, sql: string) => database.prepare<unknown[]>(sql);

export class Rebuild {
  readonly #inserts = new Map<string, Statement>();
  #pending = 0;

  private constructor(readonly connection: Connection) {}

  /** @param schemaVersion of the rows to come: one that this app knows */
  static start(path: string, schemaVersion: number): Rebuild {
    const connection = connect(path, { create: true });
    try {
      migrate(
        connection,
        MIGRATIONS.filter(({ number }) => number <= schemaVersion),
      );
      connection.database.pragma('foreign_keys = OFF');
      // All of it is synced at the end, before it has a name: what a crash leaves half done is nobody's notebook.
      connection.database.pragma('synchronous = OFF');
      return new Rebuild(connection);
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  /** @param cells in the order of the columns, then what of a blob is kept apart. @throws DossierError invalid, disk-full */
  insert(table: WholeTable, cells: readonly Value[], apart: readonly string[] = []): void {
    const { database } = this.connection;
    if (this.#pending === 0) database.exec('BEGIN IMMEDIATE');
    this.#pending += 1;
    try {
      this.#statement(table, apart).run(...cells);
    } catch (cause) {
      const code = codeOf(cause);
      if (!/^SQLITE_(?:CONSTRAINT|MISMATCH)/.test(code)) throw cause;
      throw new DossierError('invalid', { what: 'row', table: table.name, reason: code }, { cause });
    }
    if (this.#pending >= AT_ONCE) this.commit();
  }

  commit(): void {
    if (this.#pending > 0) this.connection.database.exec('COMMIT');
    this.#pending = 0;
  }

  /** Checks the references, and brings the notebook to the newest schema. @throws DossierError invalid */
  finish(): void {
    this.commit();
    const [first] = this.connection.reader.all<{ table: string; parent: string }>('PRAGMA foreign_key_check');
    if (first) {
      throw new DossierError('invalid', { what: 'reference', table: first.table, reason: first.parent });
    }
    this.connection.database.pragma('foreign_keys = ON');
    this.connection.database.pragma('synchronous = FULL');
    migrate(this.connection, MIGRATIONS);
    this.connection.database.pragma('wal_checkpoint(TRUNCATE)');
  }

  close(): void {
    this.connection.close();
  }

  #statement(table: WholeTable, apart: readonly string[]): Statement {
    const known = this.#inserts.get(table.name);
    if (known) return known;
    const columns = [...table.columns.map(({ name }) => name), ...apart];
    const statement = prepare(
      this.connection,
      `INSERT INTO "${table.name}" (${columns.map((name) => `"${name}"`).join(', ')})
       VALUES (${columns.map(() => '?').join(', ')})`,
    );
    this.#inserts.set(table.name, statement);
    return statement;
  }
}
