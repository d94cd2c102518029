/** From what the user typed to clauses: lunr's own query language, with phrases, French and forgiveness added. */
import type { Warning } from '../../../common/contract/entities.ts';
import { foldText } from '../../../common/language/folding.ts';
import { tokenise } from '../../../common/language/tokens.ts';
import { FIELDS, type Field } from '../analysis/fields.ts';
import { lunr, type LunrClause } from '../analysis/lunr.ts';
import { prepare, shorten, takePhrases, type OpenPhrase, type Phrase } from './query-text.ts';
import type { Presence } from '../index/search-index.ts';
import { isStopWord } from '../analysis/stop-words.ts';

export interface WordClause {
  readonly kind: 'word' | 'wildcard';
  /** As typed, for explanations. */
  readonly typed: string;
  /** Folded; of a wildcard with its stars. */
  readonly term: string;
  /** 0 for words that must be spelt so. */
  readonly distance: number;
  /** Still being typed: whatever begins so matches too. */
  readonly unfinished: boolean;
  readonly fields: readonly Field[];
  readonly boost: number;
  readonly presence: Presence;
}

export interface ParsedQuery {
  readonly words: readonly WordClause[];
  readonly phrases: readonly Phrase[];
  /** The query itself was shortened or bounded. */
  readonly cut: boolean;
  /** lunr rejected the query; it was taken as plain words. */
  readonly plain: boolean;
}

export const NOTICE_PLAIN: Warning = {
  code: 'query-plain',
  message: 'The query could not be read as a search expression and was searched as plain words.',
};
export const NOTICE_CUT: Warning = {
  code: 'answer-cut',
  message: 'The query stands for too much; only a part of it was searched.',
};

/** Words: what lunr takes for one may be hundreds (`a/b/c/…`). */
const MAX_WORDS = 64;
/** Each is looked for in the text of every candidate. */
const MAX_PHRASES = 8;
const MAX_DISTANCE = 2;
const MAX_STARS = 4;
const MAX_BOOST = 1000;
/** lunr builds an automaton of the misspelt word: its size grows with the square of the length. */
const MAX_FUZZY_LENGTH = 40;

export function parseQuery(input: string, typing: boolean): ParsedQuery {
  const short = shorten(input.isWellFormed() ? input : input.toWellFormed());
  const { phrases, open, rest } = takePhrases(short, typing);
  // After a closed phrase or a space, nothing is being typed.
  const unfinished = typing && /[\p{L}\p{N}]$/u.test(short);
  const prepared = prepare(rest, typing && !open);
  const read = readClauses(prepared.text);
  const clauses = read ?? plainClauses(rest);
  const bounds = { cut: short.length < input.length || phrases.length > MAX_PHRASES };
  const typed = clauses.flatMap((clause) => toWords(clause, prepared.numbers, bounds));
  const all = [...typed, ...openWords(open)];
  // Common words first: « thé » and "the" are one once they are merged.
  const asked = dropStopWords(unfinished ? markUnfinished(all) : all, phrases);
  const merged = mergeWords(asked);
  if (merged.length > MAX_WORDS) bounds.cut = true;
  const words = merged.slice(0, MAX_WORDS);
  return {
    words,
    phrases: searchesNothing(words, phrases) ? literal(short) : phrases.slice(0, MAX_PHRASES),
    cut: bounds.cut,
    plain: read === null,
  };
}

/** A phrase that is being typed asks for all its words, as it will when it is closed. */
function openWords(open: OpenPhrase | null): WordClause[] {
  if (!open) return [];
  const { typed, fields } = open;
  return tokenise(typed).map(({ term, start, end }) => ({
    ...{ kind: 'word', typed: typed.slice(start, end), term, distance: 0, unfinished: false },
    ...{ fields, boost: 1, presence: 'required' },
  }));
}

/** lunr adds up the boosts of clauses that ask for the same; looking the same up many times only costs time. */
function mergeWords(words: readonly WordClause[]): WordClause[] {
  const merged = new Map<string, WordClause>();
  for (const word of words) {
    const { kind, term, distance, unfinished, fields, presence } = word;
    const key = JSON.stringify([kind, term, distance, unfinished, fields, presence]);
    const known = merged.get(key);
    merged.set(key, known ? { ...known, boost: known.boost + word.boost } : word);
  }
  return [...merged.values()];
}

/** Null where lunr rejects it. */
function readClauses(query: string): readonly LunrClause[] | null {
  try {
    const clauses = new lunr.QueryParser(query, new lunr.Query(FIELDS)).parse().clauses;
    // Its lexer can be led astray by escapes, and then emits clauses without a word.
    return clauses.every((clause) => typeof clause.term === 'string') ? clauses : null;
  } catch (error) {
    if (isParseError(error)) return null;
    throw error;
  }
}

function isParseError(error: unknown): boolean {
  return error instanceof Error && error.name === 'QueryParseError';
}

function plainClauses(query: string): readonly LunrClause[] {
  return tokenise(query).map(({ start, end }) => ({ term: query.slice(start, end) }));
}

const PRESENCES = new Map<number | undefined, Presence>([
  [lunr.Query.presence.REQUIRED, 'required'],
  [lunr.Query.presence.PROHIBITED, 'prohibited'],
]);

/** One clause a word: what lunr takes for one term may be several (`U.S./China`). Marks what had to be bounded. */
function toWords(
  clause: LunrClause,
  numbers: ReadonlyMap<string, string>,
  bounds: { cut: boolean },
): WordClause[] {
  const distance = Math.min(clause.editDistance ?? 0, MAX_DISTANCE);
  const boost = Math.min(clause.boost ?? 1, MAX_BOOST);
  const isWild = clause.term.includes('*');
  // A star and a distance at once are lunr's accident: the star is taken, and that the distance is not is told.
  if ((clause.editDistance ?? 0) > (isWild ? 0 : distance) || (clause.boost ?? 1) > boost) bounds.cut = true;
  const base = {
    fields: FIELDS.filter((field) => (clause.fields ?? FIELDS).includes(field)),
    boost,
    presence: PRESENCES.get(clause.presence) ?? ('optional' as const),
    unfinished: false,
  };
  if (isWild) return [{ ...base, ...wildcard(clause.term, bounds), distance: 0 }];
  return tokenise(clause.term).map(({ term, start, end }) => {
    const tooLong = distance > 0 && term.length > MAX_FUZZY_LENGTH;
    if (tooLong) bounds.cut = true;
    const typed = numbers.get(term) ?? clause.term.slice(start, end);
    return { ...base, kind: 'word', typed, term, distance: tooLong ? 0 : distance };
  });
}

/** Wildcards pass no analysis, so that they are folded here, and elided words taken off. */
function wildcard(typed: string, bounds: { cut: boolean }) {
  const folded = foldText(typed)
    .replace(/^(?:l|d|qu|s|n|j|m|t|c)['’]/, '')
    .replace(/['’]/g, '');
  const parts = folded.replace(/\*+/g, '*').split('*');
  if (parts.length - 1 > MAX_STARS) bounds.cut = true;
  const kept = parts.slice(0, MAX_STARS + 1);
  // What follows the last star that is kept is unknown: it stays open.
  if (kept.length < parts.length) kept[MAX_STARS] = '';
  return { kind: 'wildcard' as const, typed, term: kept.join('*') };
}

function markUnfinished(words: readonly WordClause[]): WordClause[] {
  return words.map((word, at) =>
    at === words.length - 1 && word.kind === 'word' && word.distance === 0 && word.presence !== 'prohibited'
      ? { ...word, unfinished: true }
      : word,
  );
}

/** Leaves out optional common words where something else is asked for. */
function dropStopWords(words: readonly WordClause[], phrases: readonly Phrase[]): readonly WordClause[] {
  const isCommon = (word: WordClause) =>
    word.kind === 'word' && word.presence === 'optional' && word.distance === 0 && isStopWord(word.typed);
  const asksMore =
    phrases.some(({ presence }) => presence === 'required') ||
    words.some((word) => word.presence !== 'prohibited' && !isCommon(word));
  return asksMore ? words.filter((word) => !isCommon(word)) : words;
}

function searchesNothing(words: readonly WordClause[], phrases: readonly Phrase[]): boolean {
  return words.length === 0 && phrases.length === 0;
}

/** Signs and pictures make no words: they are looked for as they stand. */
function literal(query: string): Phrase[] {
  const typed = query.trim();
  return typed === '' ? [] : [{ typed, fields: FIELDS, presence: 'required' }];
}
