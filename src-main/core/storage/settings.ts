import type { Reader } from './connection.ts';
import type { Edit } from './edit.ts';

export function readSettings(reader: Reader): Record<string, unknown> {
  const rows = reader.all<{ key: string; value: string }>('SELECT key, value FROM setting');
  return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]));
}

/** Not part of undo: a preference is set back where it was set. */
export function writeSetting(edit: Edit, key: string, value: unknown): void {
  edit.writer.run(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    JSON.stringify(value ?? null),
  );
}
