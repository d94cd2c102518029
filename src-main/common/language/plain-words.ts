/**
 * Finds the ends of words that need no pattern to be told: Latin letters and digits between spaces and common
 * punctuation, which is nearly all of French and English. Everything it is not sure of, it leaves to the pattern.
 */

const UNSURE = 0;
const SEPARATOR = 1;
const APOSTROPHE = 2;
const DIGIT = 3;
const SMALL = 4;
const CAPITAL = 5;
const ACCENTED = 6;

/** Latin Extended-B ends here. */
const LATIN_END = 0x250;
/** General punctuation: no letters, marks or numbers but the two joiners. */
const PUNCTUATION = 0x2000;
const PUNCTUATION_END = 0x2070;

const CLASSES = new Uint8Array(PUNCTUATION_END);
for (let code = 0; code < LATIN_END; code += 1) CLASSES[code] = classify(String.fromCharCode(code));
CLASSES.fill(SEPARATOR, PUNCTUATION);
CLASSES[0x200c] = UNSURE;
CLASSES[0x200d] = UNSURE;
CLASSES[0x2019] = APOSTROPHE;

function classify(character: string): number {
  if (/[a-z]/.test(character)) return SMALL;
  if (/[A-Z]/.test(character)) return CAPITAL;
  if (/\d/.test(character)) return DIGIT;
  if (/[À-ɏ]/.test(character) && /\p{L}/u.test(character)) return ACCENTED;
  if (character === "'") return APOSTROPHE;
  // The soft hyphen belongs to the word that it stands in.
  return /[\p{L}\p{N}\p{M}\u00ad]/u.test(character) ? UNSURE : SEPARATOR;
}

/** Longer words, and more apostrophes in one, are what the pattern has bounds for. */
const LONGEST = 1024;
const MOST_APOSTROPHES = 8;

/** What a plain word has beside small ASCII letters and digits. */
export const HAS_CAPITAL = 1;
export const HAS_ACCENT = 2;
export const HAS_APOSTROPHE = 4;
const FLAGS = 8;

export const isApostrophe = (code: number): boolean => CLASSES[code] === APOSTROPHE;
export const isSeparator = (code: number): boolean => CLASSES[code] === SEPARATOR;

/**
 * @param start of a word: what stands before it belongs to none
 * @returns its end, times eight, plus the flags above; 0 where the pattern has to decide
 */
export function plainWordAt(text: string, start: number): number {
  const first = CLASSES[text.charCodeAt(start)] ?? UNSURE;
  if (first < SMALL) return 0;
  let flags = 0;
  let apostrophes = 0;
  let at = start;
  // No further than decides: in an endless word each look would go to its end.
  const limit = Math.min(text.length, start + LONGEST + 1);
  for (; at < limit; at += 1) {
    const kind = CLASSES[text.charCodeAt(at)] ?? UNSURE;
    if (kind === SEPARATOR) break;
    if (kind === UNSURE) return 0;
    if (kind === CAPITAL) flags |= HAS_CAPITAL;
    else if (kind === ACCENTED) flags |= HAS_ACCENT;
    else if (kind === APOSTROPHE) {
      const next = at + 1 < text.length ? (CLASSES[text.charCodeAt(at + 1)] ?? UNSURE) : SEPARATOR;
      if (next === UNSURE) return 0;
      if (next < DIGIT) break;
      flags |= HAS_APOSTROPHE;
      apostrophes += 1;
    }
  }
  // « U.S. » is one word.
  const isInitial = at === start + 1 && text.charAt(at) === '.';
  if (isInitial || at - start > LONGEST || apostrophes > MOST_APOSTROPHES) return 0;
  return at * FLAGS + flags;
}

export const endOf = (word: number): number => Math.floor(word / FLAGS);
export const hasFlag = (word: number, flag: number): boolean => ((word % FLAGS) & flag) !== 0;
