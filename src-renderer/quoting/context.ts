/** What stands around a quotation, cut to whole words of its own paragraph. */

/** Context is stored as this many UTF-16 units: one that is as long was cut, most likely within a word. */
const CONTEXT = 32;

/** What stands before a quotation in its own paragraph, from a whole word on. */
export function contextBefore(prefix: string): string {
  const line = prefix.slice(prefix.lastIndexOf('\n') + 1);
  return line.length < CONTEXT - 1 ? line : `…\u00A0${line.replace(/^\S*\s+/, '')}`;
}

/** What follows a quotation in its own paragraph, up to a whole word. */
export function contextAfter(suffix: string): string {
  const [line = ''] = suffix.split('\n', 1);
  if (line.length < CONTEXT - 1) return line;
  const whole = line.replace(/\s+\S*$/, '');
  // Nothing is missing after the end of a sentence.
  return /[.!?…]$/.test(whole) ? whole : `${whole.replace(/[,;:]$/, '')}\u00A0…`;
}
