/** The words around a place of a draft that say what it speaks of. */
import { tokenise } from '../language/tokens.ts';
import type { Span } from './spans.ts';

/** Shorter words stand in every text. */
const TELLING = 5;
const MOST_WORDS = 10;

/** In how many places of the notebook a term stands; 0 where in none. */
export type FrequencyOf = (term: string) => number;

export interface TellingWord {
  readonly term: string;
  /** Rare words say more of what a sentence is about than common ones; more than 0. */
  readonly weight: number;
}

/** Distinct words of some length without digits, those that say most first. */
export function tellingWords(text: string, frequencyOf: FrequencyOf): readonly TellingWord[] {
  return termsOf(text, TELLING)
    .map((term) => ({ term, weight: weightOf(frequencyOf(term)) }))
    .toSorted((a, b) => b.weight - a.weight || byLength(a.term, b.term))
    .slice(0, MOST_WORDS);
}

/** A word that the notebook does not know at all is the draft's own, and tells little of where to look. */
const OF_UNKNOWN = 0.2;

const weightOf = (frequency: number): number =>
  frequency === 0 ? OF_UNKNOWN : 1 / (1 + Math.log(1 + frequency));

/** The terms of a text that the notebook holds, however short, the rarest first: what names its place best. */
export function rareTerms(text: string, frequencyOf: FrequencyOf, most = MOST_WORDS): readonly string[] {
  return termsOf(text, 2)
    .filter((term) => frequencyOf(term) > 0)
    .toSorted((a, b) => frequencyOf(a) - frequencyOf(b) || byLength(a, b))
    .slice(0, most);
}

const byLength = (a: string, b: string): number => b.length - a.length || (a < b ? -1 : 1);

const termsOf = (text: string, least: number): readonly string[] => [
  ...new Set(
    tokenise(text)
      .map(({ term }) => term)
      .filter((term) => term.length >= least && !/\d/.test(term)),
  ),
];

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

/** The part of a sentence between commas and the like that a place stands in. */
export function clauseAround(text: string, sentence: Span, { start, end }: Span): Span {
  const breaks = /[,;:()]\s|\s[—–-]\s/g;
  const before = [...text.slice(sentence.start, start).matchAll(breaks)].at(-1);
  const after = text.slice(end, sentence.end).search(breaks);
  return {
    start: sentence.start + (before ? before.index + before[0].length : 0),
    end: after < 0 ? sentence.end : end + after,
  };
}

/** Which of the words stand in a text, or one that begins like it: how many, and their share by weight. */
export function shareOf(
  words: readonly TellingWord[],
  text: string,
): { readonly count: number; readonly share: number } {
  if (words.length === 0) return { count: 0, share: 0 };
  const stem = (term: string): string => term.slice(0, Math.max(TELLING, term.length - 3));
  const held = new Set(tokenise(text).map(({ term }) => stem(term)));
  const shared = words.filter(({ term }) => held.has(stem(term)));
  const sum = (some: readonly TellingWord[]): number => some.reduce((all, { weight }) => all + weight, 0);
  return { count: shared.length, share: sum(shared) / sum(words) };
}
