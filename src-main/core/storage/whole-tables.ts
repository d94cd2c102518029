/** The notebook as plain rows: which tables are the user's, and how each column of theirs is told and taken back. */
import type { Reader } from './connection.ts';

export interface Column {
  readonly name: string;
  /** Its text is JSON. */
  readonly isJson: boolean;
  readonly isNullable: boolean;
}

export interface WholeTable {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** Of the original bytes, which are told of by a row each and kept apart. */
export const BLOB_TABLE = 'blob';
const APART: ReadonlySet<string> = new Set(['bytes', 'encoding']);

/** Made anew from the others (search, signatures), or of this very file (migrations, a deletion under way). */
const DERIVED = /^(?:sqlite_.*|search_.*|signature|signature_hash|migration|emptying)$/;
const JSON_CHECK = /\bjson_valid\((\w+)\)/g;

/**
 * Every table but the derived ones, so that one that a migration adds is never forgotten; in the order of their names.
 */
export function listWholeTables(reader: Reader): readonly WholeTable[] {
  return reader
    .all<{ name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL ORDER BY name",
    )
    .filter(({ name }) => !DERIVED.test(name))
    .map(({ name, sql }) => ({ name, columns: listColumns(reader, name, sql) }));
}

function listColumns(reader: Reader, table: string, sql: string): Column[] {
  const json = new Set([...sql.matchAll(JSON_CHECK)].map(([, column]) => column));
  return reader
    .all<{ name: string; notnull: number; pk: number }>(
      'SELECT name, "notnull", pk FROM pragma_table_xinfo(?) ORDER BY cid',
      table,
    )
    .filter(({ name }) => table !== BLOB_TABLE || !APART.has(name))
    .map(({ name, notnull, pk }) => ({
      name,
      isJson: json.has(name),
      isNullable: notnull === 0 && pk === 0,
    }));
}

export function countRows(reader: Reader, { name }: WholeTable): number {
  return reader.get<{ count: number }>(`SELECT count(*) AS count FROM "${name}"`)?.count ?? 0;
}

export type Cells = Readonly<Record<string, string | number | null>>;

/** In the order in which they were written; where a table keeps none, in that of its key. */
export function iterateRows(reader: Reader, table: WholeTable): IterableIterator<Cells> {
  const columns = table.columns.map(({ name }) => `"${name}"`).join(', ');
  return reader.iterate<Cells>(`SELECT ${columns} FROM "${table.name}" ORDER BY ${orderOf(reader, table)}`);
}

function orderOf(reader: Reader, { name }: WholeTable): string {
  const listed = reader.get<{ wr: number }>(
    "SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?",
    name,
  );
  if (listed?.wr !== 1) return 'rowid';
  return reader
    .all<{ name: string }>('SELECT name FROM pragma_table_xinfo(?) WHERE pk > 0 ORDER BY pk', name)
    .map((column) => `"${column.name}"`)
    .join(', ');
}

export interface WholeBlob {
  readonly encoding: 'identity' | 'deflate';
  readonly bytes: Uint8Array;
}

/** As it is stored: packed, where it is. */
export function readPacked(reader: Reader, sha256: string): WholeBlob | undefined {
  return reader.get<WholeBlob>('SELECT encoding, bytes FROM blob WHERE sha256 = ?', sha256);
}
