/** Words as quotations are compared by: neither punctuation nor case, but accents and digits count. */
import { foldText } from '../language/folding.ts';
import type { Span } from './spans.ts';

export interface Word extends Span {
  readonly key: string;
  /** Accents on capitals are often left out (« Etat »): null where the word begins small. */
  readonly capital: string | null;
}

/** A number whose thousands are set apart is one word, however they are. */
const WORD = /\d{1,3}(?:[ \u00a0\u202f\u2009.,’']\d{3}){1,6}(?![\d\p{L}])|[\p{L}\p{M}\p{N}\u00ad]{1,200}/gu;
const APART = /(?<=\d)[ \u00a0\u202f\u2009.,’'](?=\d)/g;

/** @param most no more are read */
export function readWords(text: string, most = 5000): readonly Word[] {
  const words: Word[] = [];
  for (const { index, 0: written } of text.matchAll(WORD)) {
    if (words.length >= most) break;
    const key = written.normalize('NFC').replaceAll('\u00ad', '').replace(APART, '').toLowerCase();
    if (key === '') continue;
    const capital = /^\p{Lu}/u.test(written) ? foldText(written) : null;
    words.push({ start: index, end: index + written.length, key, capital });
  }
  return words;
}

export function isSameWord(one: Word, other: Word): boolean {
  return one.key === other.key || (one.capital !== null && one.capital === other.capital);
}

/** How much a word says: short ones stand in every text. */
export function weightOf({ key }: Word): number {
  if (/\d/.test(key)) return 3;
  return key.length <= 3 ? 1 : 3;
}
