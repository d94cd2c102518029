/** lunr 2.3.9's scores (`lunr.Builder.createFieldVectors`, `lunr.idf`, `lunr.Vector.similarity`), to the last digit. */
import { FIELD_BOOSTS, type Field } from './fields.ts';
import type { TermClause } from './search-index.ts';

/** lunr's defaults: how much repetition and length count. */
const K1 = 1.2;
const B = 0.75;

/** Documents in rising order with how often they hold a term. */
interface Posting {
  readonly documents: readonly number[];
  readonly counts: readonly number[];
}

/** Of one term. */
export type Postings = Readonly<Partial<Record<Field, Posting>>>;

export interface FieldStatistics {
  readonly boost: number;
  readonly documentCount: number;
  readonly lengths: readonly number[];
  readonly averageLength: number;
}

/**
 * One difference from lunr, which takes a field that a document does not have for an empty one: among thousands of
 * passages the average statement would be of no words, and every claim far too long. Here such fields do not count.
 */
export function fieldStatistics(
  field: Field,
  lengths: readonly number[],
  documentCount: number,
): FieldStatistics {
  let sum = 0;
  let present = 0;
  for (const length of lengths) {
    sum += length;
    if (length > 0) present += 1;
  }
  return { boost: FIELD_BOOSTS[field], documentCount, lengths, averageLength: sum / present };
}

/** The value of a term in a document's vector, rounded as lunr rounds it. `frequency` is over all fields. */
export function termWeight(
  { boost, documentCount, lengths, averageLength }: FieldStatistics,
  frequency: number,
): (document: number, count: number) => number {
  const idf = Math.log(1 + Math.abs((documentCount - frequency + 0.5) / (frequency + 0.5)));
  return (document, count) => {
    const length = (lengths[document] ?? 0) / averageLength;
    const score = (idf * ((K1 + 1) * count)) / (K1 * (1 - B + B * length) + count);
    return Math.round(score * boost * 1000) / 1000;
  };
}

export interface QueryVector {
  readonly weights: ReadonlyMap<string, number>;
  readonly magnitude: number;
}

/** The query as lunr sees it in one field: terms that several clauses ask for weigh their sum. */
export function queryVector(
  clauses: readonly TermClause[],
  field: Field,
  known: { has(term: string): boolean },
): QueryVector {
  const weights = new Map<string, number>();
  for (const { fields, terms, boost, presence } of clauses) {
    if (presence === 'prohibited' || !fields.includes(field)) continue;
    for (const term of terms) if (known.has(term)) weights.set(term, (weights.get(term) ?? 0) + boost);
  }
  let squares = 0;
  for (const weight of weights.values()) squares += weight * weight;
  // A query of boost 0 scores 0, as lunr's does, not NaN.
  return { weights, magnitude: Math.sqrt(squares) || 1 };
}
