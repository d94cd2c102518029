/** Which source is a translation of which. */
import type { Linked, SourceId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import type { Reader } from './connection.ts';
import { getSource } from './sources.ts';

/** Longer chains than this are nobody's; the walk ends in any notebook, whoever made it. */
const LONGEST_CHAIN = 1000;

/** Null where it is none, or its original is in the trash. */
export function originalOf(reader: Reader, id: SourceId): Linked | null {
  const row = reader.get<Linked>(
    `SELECT original.id, original.title, original.language FROM source
     JOIN live_source AS original ON original.id = source.translation_of WHERE source.id = ?`,
    id,
  );
  return row ?? null;
}

/** Oldest first. */
export function translationsOf(reader: Reader, id: SourceId): Linked[] {
  return reader.all<Linked>(
    'SELECT id, title, language FROM live_source WHERE translation_of = ? ORDER BY added_at, id',
    id,
  );
}

/** @throws DossierError not-found; invalid where a source would be its own original, itself or by others */
export function checkOriginal(reader: Reader, id: SourceId, original: SourceId | null): SourceId | null {
  if (original === null) return null;
  getSource(reader, original);
  let at: string | null = original;
  for (let step = 0; at !== null; step += 1) {
    if (at === id || step > LONGEST_CHAIN) {
      throw new DossierError('invalid', { what: 'translationOf', value: original, reason: 'circle' });
    }
    at =
      reader.get<{ of: string | null }>('SELECT translation_of AS of FROM source WHERE id = ?', at)?.of ??
      null;
  }
  return original;
}
