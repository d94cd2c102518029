/**
 * A notebook may come from anyone, and its version and checksums are only what it says of itself. A trigger, a view
 * or a virtual table that is not ours would run whenever the app reads or writes, so its schema must be ours.
 */
import { DossierError } from '../../common/contract/errors.ts';
import type { Reader } from './connection.ts';

export interface SchemaRow {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  /** Null for what SQLite makes by itself, as for a UNIQUE column. */
  readonly sql: string | null;
}

/** Tables that SQLite keeps for itself, once they are needed. */
const SQLITE_TABLES: ReadonlySet<string> = new Set(['sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4']);

export function schemaRows(reader: Pick<Reader, 'all'>): readonly SchemaRow[] {
  return reader.all<SchemaRow>('SELECT type, name, tbl_name, sql FROM sqlite_schema');
}

/** @throws DossierError notebook-damaged where a table, index, view or trigger is missing, added or another */
export function refuseOtherSchema(reader: Reader, own: readonly SchemaRow[], path: string): void {
  const missing = new Set(own.map(keyOf));
  for (const row of schemaRows(reader)) {
    if (missing.delete(keyOf(row))) continue;
    if (row.type === 'table' && row.name === row.tbl_name && SQLITE_TABLES.has(row.name)) continue;
    throw new DossierError('notebook-damaged', { path, what: 'schema', name: row.name });
  }
  if (missing.size > 0) throw new DossierError('notebook-damaged', { path, what: 'schema' });
}

/** Line ends may differ between checkouts; the statements do not. The order changes when a file is compacted. */
function keyOf({ type, name, tbl_name, sql }: SchemaRow): string {
  return JSON.stringify([type, name, tbl_name, sql?.replaceAll('\r\n', '\n') ?? null]);
}
