/**
 * Where a query stands for so much that a good part of all documents match, they are not told one by one: everything is
 * added to a column of sums, and what is above 0 in the end is a match.
 */
import { boostOf } from '../analysis/fields.ts';
import { BestMatches } from './best-matches.ts';
import { isManyOf, type PartMatches, type PartQuery } from './lists.ts';
import type { LivePart } from './live-part.ts';
import { countAt, LARGEST_COUNT, packedCount, type PostingList } from './postings.ts';
import { termValue } from './scoring.ts';
import type { Selection } from './search-index.ts';

/** All that document numbers of 16 bits can name. */
const ROOM = 65_536;
/** By document; left as they were found, all 0. */
const sums = new Float64Array(ROOM);

/** Whether nothing is required, much is asked for, and whatever is met scores something. */
export function isDense(query: PartQuery): boolean {
  if (query.plan.required.length > 0) return false;
  let postings = 0;
  let scores = true;
  query.visitAsked(({ field, from, to }, idf, factor) => {
    postings += to - from;
    scores &&= factor * termValue(idf, boostOf(field), 1) > 0;
  });
  return scores && isManyOf(query.part, postings);
}

export function matchDense(query: PartQuery, { accepts, to }: Selection): PartMatches {
  const { part, plan } = query;
  try {
    query.visitAsked(add);
    for (const clause of plan.prohibited) query.visitClause(clause, exclude);
    return select(part, accepts && accepts(part.part), to);
  } finally {
    sums.fill(0, 0, part.size);
  }
}

/** Of one list by count; counts are small and come again and again, so that each is weighed once. */
const values = new Float64Array(LARGEST_COUNT);

/** To what is gone too: that is left out in the end. */
function add(list: PostingList, idf: number, factor: number): void {
  const { documents, frequencies, from, to } = list;
  const boost = boostOf(list.field);
  let weighed = 0;
  for (let at = from; at < to; at += 1) {
    const document = documents[at] ?? 0;
    const count = packedCount(frequencies, at);
    if (count === LARGEST_COUNT) {
      sums[document] = (sums[document] ?? 0) + factor * termValue(idf, boost, countAt(list, at));
      continue;
    }
    for (; weighed <= count; weighed += 1) values[weighed] = factor * termValue(idf, boost, weighed);
    sums[document] = (sums[document] ?? 0) + (values[count] ?? 0);
  }
}

function exclude({ documents, from, to }: PostingList): void {
  for (let at = from; at < to; at += 1) sums[documents[at] ?? 0] = 0;
}

function select(part: LivePart, takes: ((document: number) => boolean) | null, to: number): PartMatches {
  const best = new BestMatches(part, to, Number.MIN_VALUE);
  part.visitGone((document) => (sums[document] = 0));
  if (takes) sift(part.size, takes);
  let total = 0;
  for (let document = 0; document < part.size; document += 1) {
    const sum = sums[document] ?? 0;
    // Not a condition: whether a document matches cannot be foretold, and wrong guesses took four times as long.
    total += Number(sum > 0);
    if (sum >= best.least) best.offer(document, sum);
  }
  return { total, best: best.all() };
}

function sift(size: number, takes: (document: number) => boolean): void {
  for (let document = 0; document < size; document += 1) {
    if ((sums[document] ?? 0) > 0 && !takes(document)) sums[document] = 0;
  }
}
