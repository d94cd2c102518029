/** A query made ready for every part of an index: each of its terms once, with what it weighs in each field. */
import { FIELDS } from '../analysis/fields.ts';
import { inverseFrequency, queryWeights } from './scoring.ts';
import type { Presence, TermClause } from './search-index.ts';
import type { KnownTerm, Vocabulary } from './vocabulary.ts';

/** Terms stand in it by their positions in the plan's terms. */
export interface PlannedClause {
  readonly terms: readonly number[];
  /** By position in `FIELDS`: whether it asks for them there. */
  readonly fields: readonly boolean[];
  readonly boost: number;
  readonly presence: Presence;
}

export interface SearchPlan {
  readonly terms: readonly KnownTerm[];
  /** Of each term. */
  readonly idfs: Float64Array;
  /** Of each term in each field, in the order of `FIELDS`; NaN where nobody asks for it there. */
  readonly weights: Float64Array;
  /** Of the query as lunr sees it in each field; the weights are divided by it. */
  readonly magnitudes: readonly number[];
  /** What finds documents: where something is required, the others only score. */
  readonly required: readonly PlannedClause[];
  readonly optional: readonly PlannedClause[];
  readonly prohibited: readonly PlannedClause[];
}

/** @param documents how many there are */
export function planSearch(
  clauses: readonly TermClause[],
  vocabulary: Vocabulary,
  documents: number,
): SearchPlan {
  const numbers = new Map<string, number>();
  const terms: KnownTerm[] = [];
  const numberOf = (term: string): number => {
    let number = numbers.get(term);
    if (number === undefined) {
      number = terms.push(vocabulary.find(term)) - 1;
      numbers.set(term, number);
    }
    return number;
  };
  const planned = clauses.map(({ terms: wanted, fields, boost, presence }): PlannedClause => ({
    terms: wanted.map(numberOf),
    fields: FIELDS.map((name) => fields.includes(name)),
    boost,
    presence,
  }));
  const of = (presence: Presence) => planned.filter((clause) => clause.presence === presence);
  return {
    terms,
    idfs: Float64Array.from(terms, ({ frequency }) => inverseFrequency(frequency, documents)),
    ...queryWeights(planned, terms),
    required: of('required'),
    optional: of('optional'),
    prohibited: of('prohibited'),
  };
}
