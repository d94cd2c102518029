/** What answers need of an index; how it is stored and kept up to date is its own affair. */
import type { Entry } from '../documents.ts';
import type { Field } from '../analysis/fields.ts';
import type { Part } from './postings.ts';
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
  /** As lunr gives it, to ten digits: sums in another order end in other digits, and equal scores are put by id. */
  readonly score: number;
  /** What each term in each field gave to the score. */
  shares(): readonly Share[];
}

/** What one term in one field gave to a document's score; the shares of a document add up to it. */
export interface Share {
  /** Position of the clause in the query. */
  readonly clause: number;
  readonly term: string;
  readonly field: Field;
  readonly score: number;
}

/** Which matches count, and which of them are wanted: positions from `from` to before `to`. */
export interface Selection {
  /**
   * Asked once for each part that holds matches, then once for each of them. Null where all count: then nothing is
   * read of matches that are not shown.
   */
  readonly accepts: ((part: Part) => (document: number) => boolean) | null;
  readonly from: number;
  readonly to: number;
}

export interface Matches {
  readonly total: number;
  /** By falling score, equal scores by id. */
  readonly page: readonly Scored[];
}

export interface SearchIndex {
  readonly vocabulary: Vocabulary;
  /** It is being made: not all that is live is in it yet. */
  readonly isPartial: boolean;
  /** With prohibited clauses only (or none), every other document matches, at score 0. */
  search(clauses: readonly TermClause[], selection: Selection): Matches;
}
