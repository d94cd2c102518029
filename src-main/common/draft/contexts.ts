/** The words around a place of a draft that say what it speaks of. */
import { tokenise } from '../language/tokens.ts';
import type { Span } from './spans.ts';

/** Shorter words stand in every text. */
const TELLING = 5;
const MOST_WORDS = 10;

/** Distinct, the longest first: without an index at hand, length is what tells rarity best. */
export function tellingWords(text: string, least = TELLING, most = MOST_WORDS): readonly string[] {
  const terms = new Set(
    tokenise(text)
      .map(({ term }) => term)
      .filter((term) => term.length >= least && !/\d/.test(term)),
  );
  return [...terms].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, most);
}

/** The sentence that a place stands in, roughly. */
export function sentenceAround(text: string, { start, end }: Span): Span {
  const before = text.slice(Math.max(0, start - 300), start);
  const after = text.slice(end, end + 300);
  const from = [...before.matchAll(/[.!?…]["”»]?\s+(?=[\p{Lu}«“"])|\n\s*\n/gu)].at(-1);
  const to = /[.!?…](?=["”»]?(?:\s|$))|\n\s*\n/u.exec(after);
  return {
    start: start - before.length + (from ? from.index + from[0].length : 0),
    end: end + (to ? to.index : after.length),
  };
}

/** Which of the words stand in a text, or one that begins like it: their share. */
export function shareOf(
  words: readonly string[],
  text: string,
): { readonly count: number; readonly share: number } {
  if (words.length === 0) return { count: 0, share: 0 };
  const stem = (term: string): string => term.slice(0, Math.max(TELLING, term.length - 3));
  const held = new Set(tokenise(text).map(({ term }) => stem(term)));
  const count = words.filter((word) => held.has(stem(word))).length;
  return { count, share: count / words.length };
}
