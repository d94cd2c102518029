/**
 * lunr 2.3.9's scores (`lunr.Builder.createFieldVectors`, `lunr.idf`, `lunr.Vector.similarity`) with its setting
 * `b(0)`: the length of a field does not count. lunr takes a field that a document does not have for an empty one,
 * so that among thousands of passages the average claim would be of no words and every real one far too long to
 * score at all. Passages are of about one length; what a field is worth is said by its boost.
 */

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
