/**
 * lunr 2.3.9's scores (`lunr.Builder.createFieldVectors`, `lunr.idf`, `lunr.Vector.similarity`) with its setting
 * `b(0)`: the length of a field does not count. lunr takes a field that a document does not have for an empty one,
 * so that among thousands of passages the average claim would be of no words and every real one far too long to
 * score at all. Passages are of about one length; what a field is worth is said by its boost.
 */
import { FIELDS } from '../analysis/fields.ts';
import type { PlannedClause } from './plan.ts';
import type { KnownTerm } from './vocabulary.ts';

/** lunr's default: how much repetition counts. */
const K1 = 1.2;

/** @param frequency in how many documents and fields the term is, of `documents` documents */
export function inverseFrequency(frequency: number, documents: number): number {
  return Math.log(1 + Math.abs((documents - frequency + 0.5) / (frequency + 0.5)));
}

/** The value of a term in a document's vector by how often it is there, rounded as lunr rounds it. */
export function termValue(idf: number, fieldBoost: number, count: number): number {
  const score = (idf * ((K1 + 1) * count)) / (K1 + count);
  return Math.round(score * fieldBoost * 1000) / 1000;
}

/** The query as lunr sees it in one field. */
export interface QueryVector {
  /** By the position of a term in the plan, divided by the vector's length; NaN where nobody asks for it there. */
  readonly weights: Float64Array;
  readonly magnitude: number;
}

/** By position in `FIELDS`; fields that are asked the same share one. */
export function queryVectors(
  clauses: readonly PlannedClause[],
  terms: readonly KnownTerm[],
): readonly QueryVector[] {
  const vectors = new Map<string, QueryVector>();
  return FIELDS.map((_name, field) => {
    const asked = clauses.filter(({ fields, presence }) => presence !== 'prohibited' && fields[field]);
    const key = asked.map((clause) => clauses.indexOf(clause)).join(' ');
    let vector = vectors.get(key);
    if (!vector) vectors.set(key, (vector = queryVector(asked, terms)));
    return vector;
  });
}

/** Terms that several clauses ask for weigh their sum. */
function queryVector(clauses: readonly PlannedClause[], terms: readonly KnownTerm[]): QueryVector {
  const weights = new Float64Array(terms.length).fill(NaN);
  for (const clause of clauses) {
    for (const term of clause.terms) {
      if ((terms[term]?.frequency ?? 0) > 0) weights[term] = (weights[term] || 0) + clause.boost;
    }
  }
  let squares = 0;
  for (const weight of weights) if (!Number.isNaN(weight)) squares += weight * weight;
  // A query of boost 0 scores 0, as lunr's does, not NaN.
  const magnitude = Math.sqrt(squares) || 1;
  return { weights: weights.map((weight) => weight / magnitude), magnitude };
}
