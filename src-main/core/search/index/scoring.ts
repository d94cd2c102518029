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

/** What each term of a query weighs in each field, as `SearchPlan` has it. */
export function queryWeights(clauses: readonly PlannedClause[], terms: readonly KnownTerm[]) {
  const weights = new Float64Array(terms.length * FIELDS.length).fill(NaN);
  const magnitudes = FIELDS.map((_name, field) => {
    for (const { terms: wanted, fields, boost, presence } of clauses) {
      if (presence === 'prohibited' || !fields[field]) continue;
      for (const term of wanted)
        if ((terms[term]?.frequency ?? 0) > 0) addWeight(term * FIELDS.length + field, boost);
    }
    return normalise(field);
  });
  return { weights, magnitudes };

  /** Terms that several clauses ask for weigh their sum. */
  function addWeight(at: number, boost: number): void {
    const before = weights[at] ?? NaN;
    weights[at] = Number.isNaN(before) ? boost : before + boost;
  }

  function normalise(field: number): number {
    let squares = 0;
    for (let at = field; at < weights.length; at += FIELDS.length) {
      const weight = weights[at] ?? NaN;
      if (!Number.isNaN(weight)) squares += weight * weight;
    }
    // A query of boost 0 scores 0, as lunr's does, not NaN.
    const magnitude = Math.sqrt(squares) || 1;
    for (let at = field; at < weights.length; at += FIELDS.length)
      weights[at] = (weights[at] ?? NaN) / magnitude;
    return magnitude;
  }
}
