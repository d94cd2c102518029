/**
 * From written words to index terms. Each word is indexed as it is written (folded) and as its stem:
 *
 * - the written form lets prefixes, wildcards and misspellings be found, which stems do not, and puts a document
 *   that holds the very word before one that holds a relative;
 * - the stem is that of the document's language; where that is unknown, both languages' stems. A query, whose
 *   language is never known, asks for the written form and both stems.
 *
 * The price is about half as many postings again. The alternative, one stem for both languages, joins words that
 * have nothing to do with each other (« police » and "policy") in every query.
 */
import { tokenise, type Token } from '../../../common/language/tokens.ts';
import { stemEnglish, stemFrench } from './stem.ts';
import { isCommonTerm } from './stop-words.ts';

export interface WordTerms {
  /** The folded word itself. */
  readonly written: string;
  /** Its stems, without those that equal the word. */
  readonly french: readonly string[];
  readonly english: readonly string[];
  readonly both: readonly string[];
}

/** Words of the alphabet that the stemmers know; numbers, codes and other scripts have no stems. */
const STEMMABLE = /^[a-z]{3,}$/;

/** About 20 MB at most; when full it starts anew, which costs a few milliseconds. */
const MEMO_SIZE = 200_000;
const memo = new Map<string, WordTerms>();

/** Stems of a folded word, remembered: stemming is most of the cost of indexing. */
export function analyseWord(term: string): WordTerms {
  const known = memo.get(term);
  if (known) return known;
  if (memo.size >= MEMO_SIZE) memo.clear();
  const terms = stemWord(term);
  memo.set(term, terms);
  return terms;
}

const NONE: readonly string[] = [];

function stemWord(term: string): WordTerms {
  const french = stemsIn(term, 'fr');
  const english = stemsIn(term, 'en');
  return { written: term, french, english, both: [...new Set([...french, ...english])] };
}

/** The same as `documentStems`, not remembered: for who does so. */
export function stemsIn(term: string, language: string | null): readonly string[] {
  if (!STEMMABLE.test(term) || isCommonTerm(term)) return NONE;
  if (language === 'fr') return unlike(term, stemFrench(term));
  if (language === 'en') return unlike(term, stemEnglish(term));
  return [...new Set([...unlike(term, stemFrench(term)), ...unlike(term, stemEnglish(term))])];
}

/** A stem that is itself a common word (« mois » without its s) would join the two. */
function unlike(term: string, stem: string): readonly string[] {
  return stem === term || stem === '' || isCommonTerm(stem) ? NONE : [stem];
}

/** Stems under which a word of a document in `language` is indexed. */
export function documentStems(term: string, language: string | null): readonly string[] {
  const terms = analyseWord(term);
  if (language === 'fr') return terms.french;
  return language === 'en' ? terms.english : terms.both;
}

/** The index terms of a text with how often each occurs. */
export function analyseText(text: string, language: string | null): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (term: string): void => {
    counts.set(term, (counts.get(term) ?? 0) + 1);
  };
  for (const { term } of tokenise(text)) {
    count(term);
    for (const stem of documentStems(term, language)) count(stem);
  }
  return counts;
}

/** All index terms of a text, in order, each as often as it occurs. */
export function indexTerms(text: string, language: string | null): string[] {
  const terms: string[] = [];
  for (const { term } of tokenise(text)) {
    terms.push(term);
    for (const stem of documentStems(term, language)) terms.push(stem);
  }
  return terms;
}

/** The index terms of one token of a document. */
export function tokenTerms(token: Token, language: string | null): readonly string[] {
  return [token.term, ...documentStems(token.term, language)];
}
