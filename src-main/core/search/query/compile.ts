/** From parsed clauses to index terms: what each word of the query stands for in this very index. */
import { tokenise } from '../../../common/language/tokens.ts';
import { analyseWord } from '../analysis/analysis.ts';
import { shareEffort, type Effort } from '../index/effort.ts';
import type { ParsedQuery, WordClause } from './parse.ts';
import type { Phrase } from './query-text.ts';
import type { TermClause } from '../index/search-index.ts';
import type { Expansion, Vocabulary } from '../index/vocabulary.ts';

/** How an index term was reached from a word of the query. */
export type Route = 'written' | 'stem' | 'prefix' | 'fuzzy' | 'phrase';

export interface CompiledClause extends TermClause {
  /** The word as typed, in lower case. */
  readonly typed: string;
  readonly routes: ReadonlyMap<string, Route>;
}

export interface CompiledQuery {
  readonly clauses: readonly CompiledClause[];
  readonly phrases: readonly Phrase[];
  readonly cut: boolean;
}

export function compileQuery(query: ParsedQuery, vocabulary: Vocabulary): CompiledQuery {
  let cut = query.cut;
  const nextEffort = shareEffort(query.words.filter(standsForMany).length);
  const words = query.words.map((word) => {
    const expanded = standsForMany(word)
      ? expandWord(word, vocabulary, nextEffort())
      : { ...withRoutes(wordRoutes(word, vocabulary)), cut: false };
    cut ||= expanded.cut;
    const { routes, terms } = expanded;
    return { ...clauseOf(word, routes), terms, typed: word.typed.toLowerCase() };
  });
  const phrases = query.phrases.flatMap((phrase) => phraseClauses(phrase, vocabulary));
  return { clauses: [...words, ...phrases], phrases: query.phrases, cut };
}

function clauseOf(
  { fields, boost, presence }: Pick<WordClause, 'fields' | 'boost' | 'presence'>,
  routes: ReadonlyMap<string, Route>,
) {
  return { fields, boost, presence, ...withRoutes(routes) };
}

function withRoutes(routes: ReadonlyMap<string, Route>) {
  return { routes, terms: [...routes.keys()] };
}

function standsForMany({ kind, distance, unfinished }: WordClause): boolean {
  return kind === 'wildcard' || distance > 0 || unfinished;
}

const formsOf = ({ term }: WordClause): string[] => [term, ...analyseWord(term).both];

/** The word and its stems. */
function wordRoutes(word: WordClause, vocabulary: Vocabulary): Map<string, Route> {
  const routes = new Map<string, Route>();
  formsOf(word).forEach((form, at) => {
    if (!routes.has(form) && vocabulary.has(form)) routes.set(form, at === 0 ? 'written' : 'stem');
  });
  return routes;
}

interface ExpandedWord {
  readonly routes: ReadonlyMap<string, Route>;
  /** A term that is near both a word and its stem is there twice: lunr adds up what each form of a word weighs. */
  readonly terms: readonly string[];
  /** Something had to be left out. */
  readonly cut: boolean;
}

function expandWord(word: WordClause, vocabulary: Vocabulary, effort: Effort): ExpandedWord {
  const add = (routes: Map<string, Route>, { terms }: Expansion, route: Route): void => {
    for (const term of terms) if (!routes.has(term) && vocabulary.has(term)) routes.set(term, route);
  };
  const isWild = word.kind === 'wildcard';
  const routes = isWild ? new Map<string, Route>() : wordRoutes(word, vocabulary);
  if (word.distance > 0) {
    const near = formsOf(word).map((form) => vocabulary.near(form, word.distance, effort));
    for (const expansion of near) add(routes, expansion, 'fuzzy');
    const cut = near.some((expansion) => expansion.cut);
    return { routes, terms: cut ? [...routes.keys()] : near.flatMap(({ terms }) => terms), cut };
  }
  const expansion = vocabulary.wildcard(isWild ? word.term : `${word.term}*`, effort);
  add(routes, expansion, 'prefix');
  return { ...withRoutes(routes), cut: expansion.cut };
}

/**
 * The words of a required phrase, each required: they find the candidates and score them, and the text decides. A
 * prohibited phrase excludes by the text alone.
 */
function phraseClauses(phrase: Phrase, vocabulary: Vocabulary): CompiledClause[] {
  if (phrase.presence === 'prohibited') return [];
  return tokenise(phrase.typed).map(({ term }) => {
    const routes = new Map<string, Route>(vocabulary.has(term) ? [[term, 'phrase']] : []);
    const clause = clauseOf({ fields: phrase.fields, boost: 1, presence: 'required' }, routes);
    return { ...clause, typed: phrase.typed.toLowerCase() };
  });
}
