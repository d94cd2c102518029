/** What may be stored of what a user writes. Pure. Limits are in UTF-16 code units. */
import { DossierError } from '../../common/contract/errors.ts';

/** A note is prose: more is a pasted file, which belongs in a source. */
const MAX_NOTE = 2_000_000;
/** A page's whole text as its title is a fault of the page. */
const MAX_TITLE = 10_000;

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** @throws DossierError too-large */
export function limitText(what: string, text: string, limit: number): string {
  if (text.length > limit) throw new DossierError('too-large', { what, size: text.length, limit });
  return text;
}

/** @throws DossierError invalid where it is empty, too-large */
export function requireText(what: string, text: string, limit: number): string {
  if (text === '') throw new DossierError('invalid', { what, reason: 'empty' });
  return limitText(what, text, limit);
}

/** A title on one line. @throws DossierError invalid, too-large */
export function requireTitle(title: string): string {
  return requireText('title', oneLine(title), MAX_TITLE);
}

/** Markdown as it was written. @throws DossierError too-large */
export function checkNote(note: string): string {
  return limitText('note', note, MAX_NOTE);
}
