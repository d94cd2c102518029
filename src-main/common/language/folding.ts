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

/** Folds case, accents, ligatures (œ, ﬁ), superscripts and full-width forms; drops soft hyphens. */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
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
