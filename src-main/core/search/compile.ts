/** From parsed clauses to index terms: what each word of the query stands for in this very index. */
import { tokenise } from '../../common/language/tokens.ts';
import { analyseWord } from './analysis.ts';
import { shareEffort, type Effort } from './effort.ts';
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
  const nextEffort = shareEffort(query.words.filter(standsForMany).length);
  const words = query.words.map((word) => {
    const routes = new Map<string, Route>();
    if (standsForMany(word)) cut = addVariants(routes, word, vocabulary, nextEffort()) || cut;
    else addWord(routes, word, vocabulary);
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

function standsForMany({ kind, distance, unfinished }: WordClause): boolean {
  return kind === 'wildcard' || distance > 0 || unfinished;
}

/** The word and its stems. @returns these, whether they occur or not */
function addWord(routes: Map<string, Route>, { term }: WordClause, vocabulary: Vocabulary): string[] {
  const forms = [term, ...analyseWord(term).both];
  forms.forEach((form, at) => {
    if (!routes.has(form) && vocabulary.has(form)) routes.set(form, at === 0 ? 'written' : 'stem');
  });
  return forms;
}

/** @returns whether something had to be left out */
function addVariants(
  routes: Map<string, Route>,
  word: WordClause,
  vocabulary: Vocabulary,
  effort: Effort,
): boolean {
  const add = ({ terms, cut }: Expansion, route: Route): boolean => {
    for (const term of terms) if (!routes.has(term) && vocabulary.has(term)) routes.set(term, route);
    return cut;
  };
  if (word.kind === 'wildcard') return add(vocabulary.wildcard(word.term, effort), 'prefix');
  const forms = addWord(routes, word, vocabulary);
  if (word.distance === 0) return add(vocabulary.wildcard(`${word.term}*`, effort), 'prefix');
  const near = forms.map((form) => add(vocabulary.near(form, word.distance, effort), 'fuzzy'));
  return near.includes(true);
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
