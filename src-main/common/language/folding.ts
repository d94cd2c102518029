/** Folding: what differs only in case, accents, ligatures or typographic form is made equal, for search. */

/** Letters that Unicode does not decompose although readers and keyboards take them for these. */
const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Accents of alphabets only: stripping every mark would take the vowels out of Thai, Hindi or Arabic. */
const ACCENTS = /[\u0300-\u036f]/g;
const SPECIAL = /[œæßøłđðþı]/g;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const PLAIN = /^[\0-\x7f]*$/;
/**
 * Latin letters written in one piece, and general punctuation: each folds alone to what it folds to among others,
 * for there are no marks to be joined or put in order.
 */
const LATIN = /^[\0-\u024f\u2000-\u206f€]*$/;
const NOT_PLAIN = /[^\0-\x7f]/g;

const folds = new Map<string, string>();

function foldCharacter(character: string): string {
  let fold = folds.get(character);
  if (fold === undefined) folds.set(character, (fold = foldAny(character)));
  return fold;
}

/** Folds case, accents, ligatures (œ, ﬁ), superscripts and full-width forms; drops soft hyphens. */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  if (LATIN.test(text)) return text.replace(NOT_PLAIN, foldCharacter).toLowerCase();
  return foldAny(text);
}

/** What `foldText` must equal, for any text; several times as slow. */
export function foldAny(text: string): string {
  return text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(ACCENTS, '')
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter)
    .replace(INVISIBLE, '')
    .normalize('NFC');
}

export interface OffsetText {
  readonly text: string;
  /** For each unit of `text`, and for its end, the offset in the original where its character begins. */
  readonly offsets: Uint32Array;
}

/** A character with the marks on it; folding works on these one by one, so that offsets can be kept. */
const CHARACTER = /\P{M}\p{M}{0,64}|\p{M}{1,64}/gu;

/**
 * Folds and remembers where each unit came from. Equal to `foldText` except where folding joins neighbours (Hangul
 * written in single letters).
 */
export function foldWithOffsets(text: string): OffsetText {
  if (LATIN.test(text)) return foldLatinWithOffsets(text);
  const parts: string[] = [];
  const offsets: number[] = [];
  for (const { 0: character, index } of text.matchAll(CHARACTER)) {
    const folded = foldText(character);
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) offsets.push(index);
  }
  offsets.push(text.length);
  return { text: parts.join(''), offsets: Uint32Array.from(offsets) };
}

function foldLatinWithOffsets(text: string): OffsetText {
  let folded = '';
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const fold = foldCharacter(text.charAt(at));
    folded += fold;
    for (let unit = 0; unit < fold.length; unit += 1) offsets.push(at);
  }
  offsets.push(text.length);
  return { text: folded, offsets: Uint32Array.from(offsets) };
}
