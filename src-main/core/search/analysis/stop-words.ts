/**
 * Words too common to be searched beside others. They are indexed like any other word, so that a phrase or a
 * query made of nothing else is still answered: only the query leaves them out, and only beside other words.
 */
import { lunr } from './lunr.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/**
 * In lunr's lists, and yet words that people look for, at least in the other language: gold (« or »), aim (« but »),
 * AI, the month of May, the U.S., summer (« été »), vitamin D. Elided letters never get here: the tokeniser drops them.
 */
const MEANINGFUL = words(
  'or but ai may us été étés able dear likely wants said say says will can like own let b c d j l m n s t',
);

/** Missing in lunr's French list, or written there with accents that people leave out. */
const FRENCH_TOO = words(
  `a y et ne ni que si donc dont car lorsque puisque comme aussi ainsi tout tous toute toutes cette celui celle ceux
  celles leur leurs où vers chez entre très plus moins meme memes etre etaient etait etant etiez etions eumes eut
  fumes fut cela ca ça là être avoir fait`,
);
const ENGLISH_TOO = words(
  'over under out up down more such both each few very same those here again once dont',
);

const isFrench = (word: string) =>
  (lunr.fr.stopWordFilter(word) === undefined || FRENCH_TOO.has(word)) && !MEANINGFUL.has(word);
const isEnglish = (word: string) =>
  (lunr.stopWordFilter(word) === undefined || ENGLISH_TOO.has(word)) && !MEANINGFUL.has(word);

/** `written` as the user typed it: « thé » is no stop word although "the" is. */
export function isStopWord(written: string): boolean {
  const word = written.normalize('NFC').toLowerCase().replace(/['’]/g, '');
  return isFrench(word) || isEnglish(word);
}

/** For folded terms: whether stemming it would only grow the index. */
export function isCommonTerm(term: string): boolean {
  return isFrench(term) || isEnglish(term);
}

/**
 * French or English by the common words in it; null where neither clearly prevails. For claims and notes, which
 * have no language of their own: good enough to choose a stemmer, and a wrong guess loses inflected forms only.
 */
export function guessLanguage(terms: readonly string[]): 'fr' | 'en' | null {
  let french = 0;
  let english = 0;
  for (const term of terms) {
    if (isFrench(term)) french += 1;
    if (isEnglish(term)) english += 1;
  }
  if (french > 2 * english) return 'fr';
  return english > 2 * french ? 'en' : null;
}
