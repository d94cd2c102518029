/** A query made ready for every part of an index: each of its terms once, with what it weighs in each field. */
import { boostOf, FIELDS } from '../analysis/fields.ts';
import { inverseFrequency, termValue } from './scoring.ts';
import type { Presence, TermClause } from './search-index.ts';
import type { KnownTerm, Vocabulary } from './vocabulary.ts';
import { queryWeights, type WeighedClause } from './weights.ts';

export interface SearchPlan {
  readonly terms: readonly KnownTerm[];
  /** Of each term. */
  readonly idfs: Float64Array;
  /** Of each term in each field, in the order of `FIELDS`; NaN where nobody asks for it there. */
  readonly weights: Float64Array;
  /** Of the query as lunr sees it in each field; the weights are divided by it. */
  readonly magnitudes: readonly number[];
  /** What finds documents: where something is required, the others only score. */
  readonly required: readonly WeighedClause[];
  readonly optional: readonly WeighedClause[];
  readonly prohibited: readonly WeighedClause[];
  /** Nothing is required, a good part of all documents is met, and whatever is met scores something. */
  readonly isDense: boolean;
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
  const planned = clauses.map(({ terms: wanted, fields, boost, presence }): WeighedClause => ({
    terms: wanted.map(numberOf),
    fields: FIELDS.map((name) => fields.includes(name)),
    boost,
    presence,
  }));
  const of = (presence: Presence) => planned.filter((clause) => clause.presence === presence);
  const idfs = Float64Array.from(terms, ({ frequency }) => inverseFrequency(frequency, documents));
  const weighed = queryWeights(planned, terms);
  const clausesOf = { required: of('required'), optional: of('optional'), prohibited: of('prohibited') };
  const postings = terms.reduce((sum, { frequency }) => sum + frequency, 0);
  const isDense =
    clausesOf.required.length === 0 &&
    clausesOf.optional.length > 0 &&
    postings >= documents * MANY &&
    scoresAlways(idfs, weighed.weights);
  return { terms, idfs, ...weighed, ...clausesOf, isDense };
}

/** From this part of all documents on, going through all of them is quicker than going to and fro. */
export const MANY = 1 / 8;

/** A boost may be 0, and values are rounded. */
function scoresAlways(idfs: Float64Array, weights: Float64Array): boolean {
  return weights.every((weight, at) => {
    const field = at % FIELDS.length;
    const idf = idfs[(at - field) / FIELDS.length] ?? 0;
    return Number.isNaN(weight) || weight * termValue(idf, boostOf(field), 1) > 0;
  });
}
