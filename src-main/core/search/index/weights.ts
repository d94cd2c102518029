/** A query as lunr sees it: a vector of its terms in each field. */
import { FIELDS } from '../analysis/fields.ts';
import type { Presence } from './search-index.ts';
import type { KnownTerm } from './vocabulary.ts';

/** Terms stand in it by their positions in the plan's terms. */
export interface WeighedClause {
  readonly terms: readonly number[];
  /** By position in `FIELDS`: whether it asks for them there. */
  readonly fields: readonly boolean[];
  readonly boost: number;
  readonly presence: Presence;
}

/** What each term of a query weighs in each field, as `SearchPlan` has it. */
export function queryWeights(clauses: readonly WeighedClause[], terms: readonly KnownTerm[]) {
  const weights = new Float64Array(terms.length * FIELDS.length).fill(NaN);
  for (const clause of clauses) {
    if (clause.presence === 'prohibited') continue;
    for (const term of clause.terms) if ((terms[term]?.frequency ?? 0) > 0) addWeight(weights, clause, term);
  }
  return { weights, magnitudes: FIELDS.map((_name, field) => normalise(weights, field)) };
}

/** Terms that several clauses ask for weigh their sum. */
function addWeight(weights: Float64Array, { fields, boost }: WeighedClause, term: number): void {
  for (let field = 0; field < FIELDS.length; field += 1) {
    if (!fields[field]) continue;
    const at = term * FIELDS.length + field;
    const before = weights[at] ?? NaN;
    weights[at] = Number.isNaN(before) ? boost : before + boost;
  }
}

/** @returns how long the vector was. A query of boost 0 scores 0, as lunr's does, not NaN */
function normalise(weights: Float64Array, field: number): number {
  let squares = 0;
  for (let at = field; at < weights.length; at += FIELDS.length) {
    const weight = weights[at] ?? NaN;
    if (!Number.isNaN(weight)) squares += weight * weight;
  }
  const magnitude = Math.sqrt(squares) || 1;
  for (let at = field; at < weights.length; at += FIELDS.length)
    weights[at] = (weights[at] ?? NaN) / magnitude;
  return magnitude;
}
