/** The identities that REFI-QDA asks for: a thing's own where it is one, else one that is the same at every export. */
import { createHash } from 'node:crypto';

const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

export function guidOf(id: string): string {
  return GUID.test(id) ? id : guidFor('id', id);
}

/** Of what has no identity of its own here, such as the note of a highlight. */
export function guidFor(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  // Version 8: made by rules of one's own.
  const third = `8${hex.slice(13, 16)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), third, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
