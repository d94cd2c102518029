import type { Reader } from './connection.ts';

/** A name, not a biography. In UTF-16 code units. */
const MAX_AUTHOR = 200;

/** Who the user is, if the notebook was told (setting `author`): kept with each verdict. */
export function readAuthor(reader: Reader): string | null {
  const row = reader.get<{ value: string }>("SELECT value FROM setting WHERE key = 'author'");
  const value: unknown = row ? JSON.parse(row.value) : null;
  if (typeof value !== 'string') return null;
  const name = value.replace(/\s+/g, ' ').trim().slice(0, MAX_AUTHOR).toWellFormed();
  return name === '' ? null : name;
}
