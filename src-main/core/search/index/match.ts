/** One part's matches and their scores, from flat columns: thousands of matches take tenths of a millisecond. */
import { boostOf } from '../analysis/fields.ts';
import { BestMatches } from './best-matches.ts';
import { matchDense } from './dense.ts';
import type { PartMatches, PartQuery } from './lists.ts';
import type { LivePart } from './live-part.ts';
import { MANY } from './plan.ts';
import { countAt, LARGEST_COUNT, packedCount, type PostingList } from './postings.ts';
import { termValue } from './scoring.ts';
import type { Selection } from './search-index.ts';

/** All that document numbers of 16 bits can name. */
const ROOM = 65_536;
/** What a document is before anything is known of it, and what it is once it does not count; scores are never below 0. */
const UNKNOWN = -1;
const EXCLUDED = -2;
/** Of the search that is going on; left as they were found, all unknown. */
const scores = new Float64Array(ROOM).fill(UNKNOWN);
/** The documents that are known, as they became so; as many as `touch` says. */
const touched = new Uint16Array(ROOM);
/** How many of the required clauses, from the first on, a document has met; left as it was found, all 0. */
const met = new Uint16Array(ROOM);

export function matchPart(query: PartQuery, selection: Selection): PartMatches {
  if (query.plan.isDense) return matchDense(query, selection);
  const { part, plan } = query;
  const count = touch(query);
  try {
    for (const clause of plan.prohibited) query.visitClause(clause, exclude);
    if (selection.accepts) sift(count, selection.accepts(part.part));
    if (plan.required.length > 0) query.visitAsked(addScores);
    return select(part, count, selection.to);
  } finally {
    forget(part, count);
  }
}

function forget(part: LivePart, count: number): void {
  if (count >= part.size * MANY) scores.fill(UNKNOWN, 0, part.size);
  else for (let at = 0; at < count; at += 1) scores[touched[at] ?? 0] = UNKNOWN;
}

/** Finds the documents that hold what is wanted, each once. @returns how many there are */
function touch(query: PartQuery): number {
  const { part, plan } = query;
  if (plan.required.length > 0) return touchRequired(query);
  if (plan.optional.length === 0) return touchAll(part);
  let count = 0;
  query.visitAsked((list, idf, factor) => {
    count = touchAndScore(part, list, weigher(list, idf, factor), count);
  });
  return count;
}

/** What holds all that is required. */
function touchRequired(query: PartQuery): number {
  const { required } = query.plan;
  let count = 0;
  required.forEach((clause, level) => {
    query.visitClause(clause, (list) => {
      if (level === 0) count = touchList(query.part, list, count);
      else raise(list, level);
    });
  });
  for (let at = 0; at < count; at += 1) {
    const document = touched[at] ?? 0;
    if (met[document] !== required.length) scores[document] = EXCLUDED;
    met[document] = 0;
  }
  return count;
}

function touchAll(part: LivePart): number {
  let count = 0;
  for (let document = 0; document < part.size; document += 1) {
    if (part.isGone(document)) continue;
    scores[document] = 0;
    touched[count] = document;
    count += 1;
  }
  return count;
}

/** @returns how many documents were touched by then */
function touchList(part: LivePart, { documents, from, to }: PostingList, count: number): number {
  const mayBeGone = part.hasGone;
  let end = count;
  for (let at = from; at < to; at += 1) {
    const document = documents[at] ?? 0;
    if (met[document] !== 0 || (mayBeGone && part.isGone(document))) continue;
    met[document] = 1;
    scores[document] = 0;
    touched[end] = document;
    end += 1;
  }
  return end;
}

/** What has met all that was required before has met this too. */
function raise({ documents, from, to }: PostingList, level: number): void {
  for (let at = from; at < to; at += 1) {
    const document = documents[at] ?? 0;
    if (met[document] === level) met[document] = level + 1;
  }
}

function exclude({ documents, from, to }: PostingList): void {
  for (let at = from; at < to; at += 1) {
    const document = documents[at] ?? 0;
    if ((scores[document] ?? 0) >= 0) scores[document] = EXCLUDED;
  }
}

function sift(count: number, accepts: (document: number) => boolean): void {
  for (let at = 0; at < count; at += 1) {
    const document = touched[at] ?? 0;
    if ((scores[document] ?? 0) >= 0 && !accepts(document)) scores[document] = EXCLUDED;
  }
}

/** Of one list by count; counts are small and come again and again, so that each is weighed once. */
const values = new Float64Array(LARGEST_COUNT);

/** Weighs the counts of one list. */
function weigher(list: PostingList, idf: number, factor: number): (at: number) => number {
  const { field, frequencies } = list;
  const boost = boostOf(field);
  let weighed = 0;
  return (at) => {
    const count = packedCount(frequencies, at);
    if (count === LARGEST_COUNT) return factor * termValue(idf, boost, countAt(list, at));
    for (; weighed <= count; weighed += 1) values[weighed] = factor * termValue(idf, boost, weighed);
    return values[count] ?? 0;
  };
}

/** Both at once, where a single term is enough. @returns how many documents were touched by then */
function touchAndScore(
  part: LivePart,
  { documents, from, to }: PostingList,
  valueAt: (at: number) => number,
  count: number,
): number {
  const mayBeGone = part.hasGone;
  let end = count;
  for (let at = from; at < to; at += 1) {
    const document = documents[at] ?? 0;
    const before = scores[document] ?? 0;
    if (before >= 0) scores[document] = before + valueAt(at);
    else if (!mayBeGone || !part.isGone(document)) {
      scores[document] = valueAt(at);
      touched[end] = document;
      end += 1;
    }
  }
  return end;
}

function addScores(list: PostingList, idf: number, factor: number): void {
  const { documents, from, to } = list;
  const valueAt = weigher(list, idf, factor);
  for (let at = from; at < to; at += 1) {
    const document = documents[at] ?? 0;
    const before = scores[document] ?? 0;
    if (before >= 0) scores[document] = before + valueAt(at);
  }
}

function select(part: LivePart, count: number, to: number): PartMatches {
  const best = new BestMatches(part, to);
  let total = 0;
  const isMany = count >= part.size * MANY;
  const end = isMany ? part.size : count;
  for (let at = 0; at < end; at += 1) {
    const document = isMany ? at : (touched[at] ?? 0);
    const exact = scores[document] ?? 0;
    if (exact < 0) continue;
    total += 1;
    if (exact >= best.least) best.offer(document, exact);
  }
  return { total, best: best.all() };
}
