/** One part's matches and their scores, from flat columns: thousands of matches take tenths of a millisecond. */
import { boostOf, FIELDS } from './fields.ts';
import type { LivePart } from './live-part.ts';
import { LARGEST_COUNT, countAt, type PostingList } from './postings.ts';
import { termValue, type QueryVector } from './scoring.ts';
import type { Selection, TermClause } from './search-index.ts';

export interface SearchPlan {
  readonly clauses: readonly TermClause[];
  /** By position in `FIELDS`. */
  readonly vectors: readonly QueryVector[];
  idf(term: string): number;
}

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
/** Of the search that is going on; they are left as they were found, all zero. */
const scores = new Float64Array(ROOM);
/** What a document has met: 0 nothing, n the first n - 1 required clauses, `EXCLUDED` a prohibited one. */
const met = new Uint16Array(ROOM);
const EXCLUDED = 65_535;
/** The documents that have met anything, as they did; valid up to the number that `touch` gives. */
const touched = new Uint16Array(ROOM);

/** Ten digits of a score count: the rest depends on the order in which its terms were added up. */
const DIGITS = 1e10;

export function matchPart(part: LivePart, plan: SearchPlan, selection: Selection): PartMatches {
  const { clauses } = plan;
  const wanted = clauses.filter(({ presence }) => presence !== 'prohibited');
  const count = wanted.length === 0 ? touchAll(part) : touchWanted(part, wanted);
  try {
    for (const clause of clauses) {
      if (clause.presence === 'prohibited') for (const list of listsOf(part, clause)) exclude(list);
    }
    const level = 1 + wanted.filter(({ presence }) => presence === 'required').length;
    addScores(part, plan, level);
    return select(part, touched.subarray(0, count), level, selection);
  } finally {
    for (let at = 0; at < count; at += 1) {
      const document = touched[at] ?? 0;
      scores[document] = 0;
      met[document] = 0;
    }
  }
}

function touchAll(part: LivePart): number {
  let count = 0;
  for (let document = 0; document < part.size; document += 1) {
    if (part.isGone(document)) continue;
    met[document] = 1;
    touched[count] = document;
    count += 1;
  }
  return count;
}

/** Documents that hold anything wanted, each once; where something is required, only what holds the first of it. */
function touchWanted(part: LivePart, wanted: readonly TermClause[]): number {
  const required = wanted.filter(({ presence }) => presence === 'required');
  const [first, ...others] = required;
  let count = 0;
  for (const clause of first ? [first] : wanted) {
    for (const list of listsOf(part, clause)) count = touch(part, list, { as: first ? 2 : 1, count });
  }
  others.forEach((clause, at) => {
    for (const list of listsOf(part, clause)) raise(list, at + 2);
  });
  return count;
}

function listsOf(part: LivePart, { terms, fields }: TermClause): readonly PostingList[] {
  const wanted = FIELDS.map((name) => fields.includes(name));
  return terms.flatMap((term) => part.lists(term).filter(({ field }) => wanted[field]));
}

/** @returns how many documents were touched by then */
function touch(
  part: LivePart,
  { documents, from, to }: PostingList,
  { as, count }: { readonly as: number; readonly count: number },
): number {
  let end = count;
  for (let at = from; at < to; at += 1) {
    const document = documents[at] ?? 0;
    if (met[document] !== 0 || part.isGone(document)) continue;
    met[document] = as;
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
    if (met[document] !== 0) met[document] = EXCLUDED;
  }
}

function addScores(part: LivePart, { vectors, idf }: SearchPlan, level: number): void {
  const terms = new Set([...new Set(vectors)].flatMap(({ weights }) => [...weights.keys()]));
  for (const term of terms) {
    for (const list of part.lists(term)) {
      const vector = vectors[list.field];
      const weight = vector?.weights.get(term);
      if (!vector || weight === undefined) continue;
      addList(list, { idf: idf(term), boost: weight / vector.magnitude }, level);
    }
  }
}

/** Of one list; counts are small and come again and again, so that each is weighed once. */
const values = new Float64Array(LARGEST_COUNT);
/** Filling all of them for a list of one posting would be most of its cost. */
const SHORT_LIST = 16;

interface TermInField {
  readonly idf: number;
  readonly boost: number;
}

function addList(list: PostingList, { idf, boost }: TermInField, level: number): void {
  const { documents, frequencies, from, to } = list;
  const fieldBoost = boostOf(list.field);
  const isShort = to - from <= SHORT_LIST;
  if (!isShort) values.fill(-1);
  for (let at = from; at < to; at += 1) {
    const document = documents[at] ?? 0;
    if (met[document] !== level) continue;
    const count = frequencies[at] ?? 0;
    const isKept = !isShort && count < LARGEST_COUNT;
    let value = isKept ? (values[count] ?? 0) : -1;
    if (value < 0) {
      value = boost * termValue(idf, fieldBoost, countAt(list, at));
      if (isKept) values[count] = value;
    }
    scores[document] = (scores[document] ?? 0) + value;
  }
}

const SMALL_PAGE = 100;
/** More than rounding changes. */
const MARGIN = 2 / DIGITS;

function select(part: LivePart, found: Uint16Array, level: number, { accepts, to }: Selection): PartMatches {
  let total = 0;
  const best: Match[] = [];
  // Of a long page all are kept and sorted; of a short one the best so far are kept in order.
  const kept = part.isSorted && to <= SMALL_PAGE ? to : Infinity;
  let least = kept === 0 ? Infinity : -Infinity;
  for (const document of found) {
    if (met[document] !== level || (accepts && !accepts(part.entry(document)))) continue;
    total += 1;
    const exact = scores[document] ?? 0;
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
