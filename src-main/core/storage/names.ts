/** Names that a thing is called by, one for each of its kind: collections, saved searches, templates. */
import { DossierError } from '../../common/contract/errors.ts';
import type { Reader } from './connection.ts';
import { oneLine, requireText } from './user-text.ts';

/** In UTF-16 code units: it stands in a list. */
const MAX_NAME = 200;

export type NamedTable = 'collection' | 'saved_search' | 'template';

const WHAT: Readonly<Record<NamedTable, string>> = {
  collection: 'collection',
  saved_search: 'saved-search',
  template: 'template',
};

/** NFC, on one line. @throws DossierError invalid, too-large */
export function cleanName(table: NamedTable, name: string): string {
  return requireText(WHAT[table], oneLine(name.normalize('NFC')), MAX_NAME);
}

/** What makes two names one. */
export function nameKey(name: string): string {
  return oneLine(name.normalize('NFC')).toLowerCase();
}

/** @param except the thing that is to be called so @throws DossierError duplicate */
export function refuseTaken(reader: Reader, table: NamedTable, name: string, except = ''): void {
  const taken = reader.get(
    `SELECT 1 FROM ${table} WHERE name_key = ? AND id <> ? AND deleted_at IS NULL`,
    nameKey(name),
    except,
  );
  if (taken) throw new DossierError('duplicate', { what: WHAT[table], name });
}
