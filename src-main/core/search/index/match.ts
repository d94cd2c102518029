/** One part's matches and their scores, from flat columns: thousands of matches take tenths of a millisecond. */
import { boostOf } from '../analysis/fields.ts';
import type { LivePart } from './live-part.ts';
import type { PlannedClause, PlannedTerm, SearchPlan } from './plan.ts';
import { countAt, LARGEST_COUNT, packedCount, type PostingList } from './postings.ts';
import { termValue } from './scoring.ts';
import type { Selection } from './search-index.ts';

export interface Match {
  readonly document: number;
  readonly score: number;
}

export interface PartMatches {
  readonly total: number;
  /** As many as the selection may want of this part; documents of one score by number, which is by id in a segment. */
  readonly best: readonly Match[];
}

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

/** Ten digits of a score count: the rest depends on the order in which its terms were added up. */
const DIGITS = 1e10;

export function matchPart(part: LivePart, plan: SearchPlan, selection: Selection): PartMatches {
  const lists = plan.terms.map(({ term }) => part.lists(term));
  const count = touch(part, plan, lists);
  try {
    for (const clause of plan.prohibited) for (const list of listsOf(clause, lists)) exclude(list);
    if (selection.accepts) sift(count, selection.accepts(part.part));
    if (plan.required.length > 0) {
      plan.terms.forEach((term, at) => {
        for (const list of lists[at] ?? []) addScores(list, term);
      });
    }
    return select(part, count, selection.to);
  } finally {
    forget(count, part.size);
  }
}

/** From this part of all documents on, going through all of them is quicker than going to and fro. */
const MANY = 1 / 8;

function forget(count: number, size: number): void {
  if (count >= size * MANY) scores.fill(UNKNOWN);
  else for (let at = 0; at < count; at += 1) scores[touched[at] ?? 0] = UNKNOWN;
}

type Lists = readonly (readonly PostingList[])[];

function listsOf({ terms, fields }: PlannedClause, lists: Lists): readonly PostingList[] {
  return terms.flatMap((term) => (lists[term] ?? []).filter(({ field }) => fields[field]));
}

/** Finds the documents that hold what is wanted, each once. @returns how many there are */
function touch(part: LivePart, plan: SearchPlan, lists: Lists): number {
  if (plan.required.length > 0) return touchRequired(part, plan.required, lists);
  if (plan.optional.length === 0) return touchAll(part);
  let count = 0;
  plan.terms.forEach((term, at) => {
    for (const list of lists[at] ?? []) count = touchAndScore(part, list, term, count);
  });
  return count;
}

/** What holds all that is required. */
function touchRequired(part: LivePart, required: readonly PlannedClause[], lists: Lists): number {
  let count = 0;
  required.forEach((clause, level) => {
    for (const list of listsOf(clause, lists)) {
      if (level === 0) count = touchList(part, list, count);
      else raise(list, level);
    }
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
function weigher(list: PostingList, { idf, weights }: PlannedTerm): (at: number) => number {
  const weight = weights[list.field] ?? NaN;
  const boost = boostOf(list.field);
  let weighed = 0;
  const { frequencies } = list;
  return (at) => {
    const count = packedCount(frequencies, at);
    if (count === LARGEST_COUNT) return weight * termValue(idf, boost, countAt(list, at));
    for (; weighed <= count; weighed += 1) values[weighed] = weight * termValue(idf, boost, weighed);
    return values[count] ?? 0;
  };
}

const isAsked = ({ field }: PostingList, { weights }: PlannedTerm): boolean => !Number.isNaN(weights[field]);

/** Both at once, where a single term is enough. @returns how many documents were touched by then */
function touchAndScore(part: LivePart, list: PostingList, term: PlannedTerm, count: number): number {
  if (!isAsked(list, term)) return count;
  const { documents, from, to } = list;
  const valueAt = weigher(list, term);
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

function addScores(list: PostingList, term: PlannedTerm): void {
  if (!isAsked(list, term)) return;
  const { documents, from, to } = list;
  const valueAt = weigher(list, term);
  for (let at = from; at < to; at += 1) {
    const document = documents[at] ?? 0;
    const before = scores[document] ?? 0;
    if (before >= 0) scores[document] = before + valueAt(at);
  }
}

const SMALL_PAGE = 100;
/** More than rounding changes. */
const MARGIN = 2 / DIGITS;

function select(part: LivePart, count: number, to: number): PartMatches {
  let total = 0;
  const best: Match[] = [];
  // Of a long page all are kept and sorted; of a short one the best so far are kept in order.
  const kept = part.isSorted && to <= SMALL_PAGE ? to : Infinity;
  let least = kept === 0 ? Infinity : -Infinity;
  const isMany = count >= part.size * MANY;
  const end = isMany ? part.size : count;
  for (let at = 0; at < end; at += 1) {
    const document = isMany ? at : (touched[at] ?? 0);
    const exact = scores[document] ?? 0;
    if (exact < 0) continue;
    total += 1;
    if (exact < least) continue;
    const score = Math.round(exact * DIGITS) / DIGITS;
    if (kept === Infinity) best.push({ document, score });
    else least = insert(best, { document, score }, kept);
  }
  if (kept === Infinity && part.isSorted) best.sort(compare).splice(to);
  return { total, best };
}

function compare(a: Match, b: Match): number {
  return b.score - a.score || a.document - b.document;
}

/** @returns what a score must reach to be kept from now on */
function insert(best: Match[], match: Match, kept: number): number {
  const last = best[kept - 1];
  if (!last || compare(match, last) < 0) {
    let at = Math.min(best.length, kept - 1);
    for (let before = best[at - 1]; before && compare(before, match) > 0; before = best[at - 1]) {
      best[at] = before;
      at -= 1;
    }
    best[at] = match;
  }
  const least = best[kept - 1];
  return least ? least.score - MARGIN : -Infinity;
}
