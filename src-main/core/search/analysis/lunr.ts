/** lunr as this app uses it: the one import, with the stemmers loaded and its undeclared parts typed. */
import stock from 'lunr';
import loadFrench from 'lunr-languages/lunr.fr.js';
import loadStemmerSupport from 'lunr-languages/lunr.stemmer.support.js';

export interface LunrClause {
  term: string;
  fields?: readonly string[];
  boost?: number;
  editDistance?: number;
  usePipeline?: boolean;
  presence?: number;
}

export interface LunrQuery {
  readonly clauses: readonly LunrClause[];
  clause(clause: LunrClause): LunrQuery;
}

/** A node of an automaton; the edge `*` is any character. */
export interface LunrTokenSet {
  readonly id: number;
  readonly final: boolean;
  readonly edges: Readonly<Record<string, LunrTokenSet>>;
}

type Stemmer = (token: { update(change: (word: string) => string): string }) => string;

interface Lunr {
  readonly Query: {
    new (fields: readonly string[]): LunrQuery;
    readonly presence: Readonly<Record<'OPTIONAL' | 'REQUIRED' | 'PROHIBITED', number>>;
  };
  readonly QueryParser: new (text: string, query: LunrQuery) => { parse(): LunrQuery };
  readonly TokenSet: {
    fromFuzzyString(term: string, distance: number): LunrTokenSet;
  };
  readonly stemmer: Stemmer;
  readonly stopWordFilter: (word: string) => string | undefined;
  readonly fr: {
    readonly stemmer: Stemmer;
    readonly stopWordFilter: (word: string) => string | undefined;
  };
}

loadStemmerSupport(stock);
loadFrench(stock);

export const lunr = stock as unknown as Lunr;

/** Runs one of lunr's stemmers without the cost of its tokens. */
export function runStemmer(stemmer: Stemmer, word: string): string {
  return stemmer({ update: (change) => change(word) });
}
