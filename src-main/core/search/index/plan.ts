/** A query made ready for every part of an index: each of its terms once, with what it weighs in each field. */
import { FIELDS } from '../analysis/fields.ts';
import { inverseFrequency, queryVectors } from './scoring.ts';
import type { TermClause } from './search-index.ts';

export interface PlannedTerm {
  readonly term: string;
  readonly idf: number;
  /** By position in `FIELDS`: what the term's value there is multiplied by; NaN where nobody asks for it there. */
  readonly weights: Float64Array;
}

export interface PlannedClause {
  /** Positions in the plan's terms. */
  readonly terms: readonly number[];
  /** By position in `FIELDS`: whether it asks for them there. */
  readonly fields: readonly boolean[];
}

export interface SearchPlan {
  readonly terms: readonly PlannedTerm[];
  /** What finds documents: where something is required, the others only score. */
  readonly required: readonly PlannedClause[];
  readonly optional: readonly PlannedClause[];
  readonly prohibited: readonly PlannedClause[];
}

export interface Frequencies {
  has(term: string): boolean;
  /** In how many documents and fields a term is. */
  frequency(term: string): number;
}

/** @param documents how many there are */
export function planSearch(
  clauses: readonly TermClause[],
  known: Frequencies,
  documents: number,
): SearchPlan {
  const numbers = new Map<string, number>();
  const planned = clauses.map(({ terms, fields, presence }) => {
    for (const term of terms) if (!numbers.has(term)) numbers.set(term, numbers.size);
    return {
      presence,
      terms: terms.map((term) => numbers.get(term) ?? 0),
      fields: FIELDS.map((name) => fields.includes(name)),
    };
  });
  const vectors = queryVectors(clauses, known);
  const terms = Array.from(numbers.keys(), (term): PlannedTerm => ({
    term,
    idf: inverseFrequency(known.frequency(term), documents),
    weights: Float64Array.from(vectors, ({ weights, magnitude }) => (weights.get(term) ?? NaN) / magnitude),
  }));
  const of = (presence: TermClause['presence']) => planned.filter((clause) => clause.presence === presence);
  return { terms, required: of('required'), optional: of('optional'), prohibited: of('prohibited') };
}
