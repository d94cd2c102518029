/** Keys for citing: given by the user, kept since they were handed out, or made of what a source says of itself. */
import { DossierError } from '../../common/contract/errors.ts';
import { citekeys, isCitekey, sameKey, suggestCitekey, type Keyed } from '../../common/language/citekeys.ts';
import type { Reader, Writer } from './connection.ts';
import type { Edit } from './edit.ts';

type Row = Keyed & { readonly citekey: string | null };

function listKeyed(reader: Reader): readonly Row[] {
  return reader.all<Row>(
    `SELECT id, title, byline, site, published_at AS publishedAt, added_at AS addedAt, citekey FROM source`,
  );
}

/** Of all sources, those in the trash too. */
export function readCitekeys(reader: Reader): ReadonlyMap<string, string> {
  return citekeys(listKeyed(reader));
}

/** @throws DossierError not-found */
export function readCitekey(
  reader: Reader,
  id: string,
): { readonly citekey: string; readonly isKept: boolean; readonly suggested: string } {
  const sources = listKeyed(reader);
  const source = sources.find((each) => each.id === id);
  if (!source) throw new DossierError('not-found', { what: 'source', id });
  const others = sources.map((each) => (each.id === id ? { ...each, citekey: null } : each));
  return {
    citekey: citekeys(sources).get(id) ?? suggestCitekey(source),
    isKept: source.citekey !== null,
    suggested: citekeys(others).get(id) ?? suggestCitekey(source),
  };
}

/** Null, or nothing, leaves it to the source's details. @throws DossierError invalid, duplicate */
export function giveCitekey(edit: Edit, id: string, given: string | null): void {
  const key = given?.trim() ?? '';
  if (key !== '' && !isCitekey(key)) throw new DossierError('invalid', { what: 'citekey', value: key });
  if (key !== '') refuseTaken(edit.reader, id, key);
  edit.update('source', id, { citekey: key === '' ? null : key });
}

/** One that another source only happens to have is free: that one is numbered, since nobody was told of its key. */
function refuseTaken(reader: Reader, id: string, key: string): void {
  const taken = reader.get<{ title: string }>(
    'SELECT title FROM live_source WHERE lower(citekey) = ? AND id <> ?',
    sameKey(key),
    id,
  );
  if (taken) throw new DossierError('duplicate', { what: 'citekey', name: key, title: taken.title });
}

/**
 * Keeps keys that were handed out, so that whoever cites by them goes on finding the source, whatever its details say
 * later. No change of the user's: there is nothing to undo.
 */
export function keepCitekeys(writer: Writer, keys: ReadonlyMap<string, string>): void {
  for (const [id, key] of keys) {
    writer.run('UPDATE source SET citekey = ? WHERE id = ? AND citekey IS NULL', key, id);
  }
}
