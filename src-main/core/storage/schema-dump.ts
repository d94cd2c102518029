/** The schema as text, for db/schema.sql: what the migrations amount to. */
import type { Reader } from './connection.ts';

/** In the order of creation; the tables that SQLite keeps for itself are left out. */
export function dumpSchema(reader: Reader): string {
  const rows = reader.all<{ sql: string }>(
    "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
  );
  return `-- Generated from db/migrations by \`npm run schema\`: do not edit.\n\n${rows.map(({ sql }) => `${sql};`).join('\n\n')}\n`;
}
