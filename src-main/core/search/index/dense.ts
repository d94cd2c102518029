/**
 * Where a query stands for so much that a good part of all documents match, they are not told one by one: everything is
 * added to a column of sums, and what is above 0 in the end is a match.
 */
import { boostOf } from '../analysis/fields.ts';
import { BestMatches } from './best-matches.ts';
import type { PartMatches, PartQuery } from './lists.ts';
import type { LivePart } from './live-part.ts';
import { countAt, LARGEST_COUNT, packedCount, type PostingList } from './postings.ts';
import { termValue } from './scoring.ts';
import type { Selection } from './search-index.ts';

/** All that document numbers of 16 bits can name. */
const ROOM = 65_536;
/** By document; left as they were found, all 0. */
const sums = new Float64Array(ROOM);

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

/** Of one list by count; those that do not fit into half a byte are added apart. */
const values = new Float64Array(LARGEST_COUNT + 1);

/** From this length on all values are worked out beforehand. */
const LONG = 16;

/** To what is gone too: that is left out in the end. */
function add(list: PostingList, idf: number, factor: number): void {
  const { field, documents, frequencies, from, to } = list;
  const boost = boostOf(field);
  if (to - from >= LONG) {
    for (let count = 1; count < LARGEST_COUNT; count += 1)
      values[count] = factor * termValue(idf, boost, count);
    if (addLong(list)) addLarge(list, idf, factor);
    return;
  }
  for (let at = from; at < to; at += 1) {
    const document = documents[at] ?? 0;
    const count = packedCount(frequencies, at);
    const exact = count === LARGEST_COUNT ? countAt(list, at) : count;
    sums[document] = (sums[document] ?? 0) + factor * termValue(idf, boost, exact);
  }
}

/**
 * Two at a time, as they are packed, and without a condition: this is where a query that stands for much spends its
 * time. @returns whether there are large counts, for which nothing was added
 */
function addLong({ documents, frequencies, from, to }: PostingList): boolean {
  const even = from + (from & 1);
  const end = to - (to & 1);
  let counts = 0;
  if (even > from) counts |= addOne(documents[from] ?? 0, packedCount(frequencies, from));
  for (let at = even; at < end; at += 2) {
    const packed = frequencies[at >>> 1] ?? 0;
    const first = documents[at] ?? 0;
    const second = documents[at + 1] ?? 0;
    const count = packed & LARGEST_COUNT;
    const next = packed >>> 4;
    counts |= (count + 1) | (next + 1);
    sums[first] = (sums[first] ?? 0) + (values[count] ?? 0);
    sums[second] = (sums[second] ?? 0) + (values[next] ?? 0);
  }
  if (end < to) counts |= addOne(documents[end] ?? 0, packedCount(frequencies, end));
  return counts > LARGEST_COUNT;
}

function addOne(document: number, count: number): number {
  sums[document] = (sums[document] ?? 0) + (values[count] ?? 0);
  return count + 1;
}

function addLarge(list: PostingList, idf: number, factor: number): void {
  for (let at = list.from; at < list.to; at += 1) {
    if (packedCount(list.frequencies, at) < LARGEST_COUNT) continue;
    const document = list.documents[at] ?? 0;
    const value = factor * termValue(idf, boostOf(list.field), countAt(list, at));
    sums[document] = (sums[document] ?? 0) + value;
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
