/** What stands before or after an apostrophe without being a word of its own. */

/** French words that lose their vowel before another (« l’exportation », « jusqu’ici »), folded. */
const ELIDED: ReadonlySet<string> = new Set([
  'l',
  'd',
  'qu',
  's',
  'n',
  'j',
  'm',
  't',
  'c',
  'jusqu',
  'lorsqu',
  'puisqu',
  'quoiqu',
]);

const APOSTROPHE = /['’ʼ＇]/;

export interface Core {
  /** Offsets into the word given. */
  readonly start: number;
  readonly end: number;
}

/**
 * The part of a written word that carries its meaning: without the elided words in front (`l’`, `qu’`, also
 * `d’l’`) and without the English possessive behind (`Nvidia’s`). « aujourd’hui » and `don’t` stay whole.
 */
export function trimElision(word: string): Core {
  let start = 0;
  let end = word.length;
  for (;;) {
    const at = word.slice(start).search(APOSTROPHE);
    if (at < 0 || start + at + 1 >= end || !ELIDED.has(word.slice(start, start + at).toLowerCase())) break;
    start += at + 1;
  }
  if (end - start > 2 && APOSTROPHE.test(word.charAt(end - 2)) && /s/i.test(word.charAt(end - 1))) end -= 2;
  return { start, end };
}
