/** What answers need of an index; how it is stored and kept up to date is its own affair. */
import type { Entry } from './documents.ts';
import type { Field } from './fields.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Presence = 'optional' | 'required' | 'prohibited';

/** One clause of lunr's query with its terms already looked up: a document matches if it holds any of them. */
export interface TermClause {
  readonly terms: readonly string[];
  readonly fields: readonly Field[];
  readonly boost: number;
  readonly presence: Presence;
}

export interface Scored {
  readonly entry: Entry;
  /** As lunr gives it. */
  readonly score: number;
}

/** What one term in one field gave to a document's score; the shares of a document add up to it. */
export interface Share {
  /** Position of the clause in the query. */
  readonly clause: number;
  readonly term: string;
  readonly field: Field;
  readonly score: number;
}

export interface SearchIndex {
  readonly vocabulary: Vocabulary;
  /** Every matching document, in the order of indexing; with prohibited clauses only (or none), all others at score 0. */
  search(clauses: readonly TermClause[]): readonly Scored[];
  shares(clauses: readonly TermClause[], entry: Entry): readonly Share[];
}
