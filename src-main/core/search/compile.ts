/** From parsed clauses to index terms: what each word of the query stands for in this very index. */
import { tokenise } from '../../common/language/tokens.ts';
import { analyseWord } from './analysis.ts';
import type { ParsedQuery, WordClause } from './parse.ts';
import type { Phrase } from './query-text.ts';
import type { TermClause } from './search-index.ts';
import type { Expansion, Vocabulary } from './vocabulary.ts';

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
  const words = query.words.map((word) => {
    const routes = new Map<string, Route>();
    cut = addTerms(routes, word, vocabulary) || cut;
    return { ...clauseOf(word, routes), typed: word.typed.toLowerCase() };
  });
  const phrases = query.phrases.flatMap((phrase) => phraseClauses(phrase, vocabulary));
  return { clauses: [...words, ...phrases], phrases: query.phrases, cut };
}

function clauseOf(
  { fields, boost, presence }: Pick<WordClause, 'fields' | 'boost' | 'presence'>,
  routes: ReadonlyMap<string, Route>,
) {
  return { fields, boost, presence, routes, terms: [...routes.keys()] };
}

/** @returns whether something had to be left out */
function addTerms(routes: Map<string, Route>, word: WordClause, vocabulary: Vocabulary): boolean {
  const add = (term: string, route: Route): void => {
    if (!routes.has(term) && vocabulary.has(term)) routes.set(term, route);
  };
  const addAll = ({ terms, cut }: Expansion, route: Route): boolean => {
    for (const term of terms) add(term, route);
    return cut;
  };
  if (word.kind === 'wildcard') return addAll(vocabulary.wildcard(word.term), 'prefix');
  add(word.term, 'written');
  const stems = analyseWord(word.term).both;
  for (const stem of stems) add(stem, 'stem');
  if (word.distance > 0) {
    const near = [word.term, ...stems].map((term) => vocabulary.near(term, word.distance));
    return near.map((expansion) => addAll(expansion, 'fuzzy')).includes(true);
  }
  return word.unfinished && addAll(vocabulary.wildcard(`${word.term}*`), 'prefix');
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
