/** Stock lunr as the oracle: its own builder, automata, query and scores over the documents that are live. */
import lunr from 'lunr';
import { analyseWord, indexTerms } from '../../src-main/core/search/analysis/analysis.ts';
import type { SearchDocument } from '../../src-main/core/search/documents.ts';
import { FIELD_BOOSTS, FIELDS } from '../../src-main/core/search/analysis/fields.ts';
import { tokenise } from '../../src-main/common/language/tokens.ts';
import type { ParsedQuery } from '../../src-main/core/search/query/parse.ts';
import type { TermClause } from '../../src-main/core/search/index/search-index.ts';

type Stock = lunr.Index & { tokenSet: lunr.TokenSet };

/** The boosts are lunr's own setting, and so is that the length of a field does not count. */
export function buildStock(documents: Iterable<SearchDocument>): Stock {
  const builder = new lunr.Builder();
  builder.b(0);
  for (const field of FIELDS) builder.field(field, { boost: FIELD_BOOSTS[field] });
  let language: string | null = null;
  builder.tokenizer = ((text: string | null) =>
    indexTerms(text ?? '', language).map((term) => new lunr.Token(term, {}))) as typeof lunr.tokenizer;
  for (const { entry, texts } of documents) {
    language = entry.language;
    builder.add({ id: entry.id, ...texts });
  }
  return builder.build() as Stock;
}

const PRESENCE = { optional: 1, required: 2, prohibited: 3 } as const;

export interface StockHit {
  readonly id: string;
  readonly score: number;
}

type StockClause = Omit<lunr.Query.Clause, 'wildcard' | 'editDistance'>;

/** `expand` is what lunr's search pipeline is for: one word of the query, several terms. */
function ask(index: Stock, clauses: readonly StockClause[], expand: (term: string) => string[]): StockHit[] {
  Object.assign(index, { pipeline: { runString: expand } });
  const results = index.query(function () {
    for (const clause of clauses) this.clause(clause as lunr.Query.Clause);
  });
  const hits = results.map(({ ref, score }) => ({ id: ref, score: Math.round(score * 1e10) / 1e10 }));
  return hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** Clauses whose terms are given. */
export function askTerms(index: Stock, clauses: readonly TermClause[]): StockHit[] {
  const stock = clauses.map(({ fields, boost, presence }, at) => ({
    ...{ term: String(at), fields: [...fields], boost, presence: PRESENCE[presence] },
    usePipeline: true,
  }));
  return ask(index, stock, (at) => [...(clauses[Number(at)]?.terms ?? [])]);
}

// lunr's types declare these on its instances.
const sets = lunr.TokenSet as unknown as Pick<lunr.TokenSet, 'fromString' | 'fromFuzzyString'>;

/**
 * Words, wildcards and misspellings as they were parsed, expanded by lunr itself; of required phrases their words, each
 * required as it is written. Which documents hold the phrases is for the caller to say.
 */
export function askParsed(
  index: Stock,
  { words, phrases }: Pick<ParsedQuery, 'words' | 'phrases'>,
): StockHit[] {
  const stock = words.map(({ kind, term, fields, boost, presence, distance }, at) => ({
    term: kind === 'word' ? String(at) : term,
    usePipeline: kind === 'word',
    ...{ fields: [...fields], boost, presence: PRESENCE[presence] },
    // lunr takes a star for any other sign where a distance is given.
    ...(distance > 0 ? { editDistance: distance } : {}),
  }));
  const quoted = phrases
    .filter(({ presence }) => presence === 'required')
    .flatMap(({ typed, fields }) =>
      tokenise(typed).map(({ term }) => ({
        ...{ term, fields: [...fields], boost: 1, presence: PRESENCE.required, usePipeline: false },
      })),
    );
  return ask(index, [...stock, ...quoted], (at) => {
    const { term = '', distance = 0 } = words[Number(at)] ?? {};
    const forms = [term, ...analyseWord(term).both];
    // lunr gives up a required word at the first of its forms that is nowhere, whatever the others find.
    const known = forms.filter((form) => {
      const set = distance > 0 ? sets.fromFuzzyString(form, distance) : sets.fromString(form);
      return index.tokenSet.intersect(set as lunr.TokenSet).toArray().length > 0;
    });
    return known.length > 0 ? known : [term];
  });
}
