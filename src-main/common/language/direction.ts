/** Which way a text is written. Told from its letters: a page's word for its language is often missing, or wrong. */
export type Direction = 'ltr' | 'rtl';

/** The beginning tells, and a long text costs no more than a short one. */
const LOOKED_AT = 4000;
const LETTERS = /\p{L}/gu;
/** Hebrew to Arabic Extended-A, their presentation forms, and the scripts of the first supplementary plane. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether a character's own direction is from right to left; false for digits, signs and white space. */
export function isRightToLeft(character: string): boolean {
  return RIGHT_TO_LEFT.test(character) && /\p{L}/u.test(character);
}

/** The direction of most letters; from left to right where there are none, or as many of each. */
export function directionOf(text: string): Direction {
  const beginning = text.slice(0, LOOKED_AT);
  // Asked whenever an article is opened, and nearly always done with this.
  if (!RIGHT_TO_LEFT.test(beginning)) return 'ltr';
  let balance = 0;
  for (const [letter] of beginning.matchAll(LETTERS)) balance += RIGHT_TO_LEFT.test(letter) ? 1 : -1;
  return balance > 0 ? 'rtl' : 'ltr';
}
