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

/** Ten digits of a score count: the rest depends on the order in which its terms were added up. */
const DIGITS = 1e10;

export function matchPart(part: LivePart, plan: SearchPlan, selection: Selection): PartMatches {
  const { clauses } = plan;
  const wanted = clauses.filter(({ presence }) => presence !== 'prohibited');
  const touched = wanted.length === 0 ? touchAll(part) : touchWanted(part, wanted);
  try {
    for (const clause of clauses) if (clause.presence === 'prohibited') exclude(part, clause);
    const level = 1 + wanted.filter(({ presence }) => presence === 'required').length;
    addScores(part, plan, level);
    return select(part, touched, level, selection);
  } finally {
    for (const document of touched) {
      scores[document] = 0;
      met[document] = 0;
    }
  }
}

function touchAll(part: LivePart): number[] {
  const touched: number[] = [];
  for (let document = 0; document < part.size; document += 1) {
    if (part.isGone(document)) continue;
    met[document] = 1;
    touched.push(document);
  }
  return touched;
}

/** Documents that hold anything wanted, each once; where something is required, only what holds the first of it. */
function touchWanted(part: LivePart, wanted: readonly TermClause[]): number[] {
  const touched: number[] = [];
  const required = wanted.filter(({ presence }) => presence === 'required');
  const [first] = required;
  for (const clause of first ? [first] : wanted) {
    eachPosting(part, clause, (document) => {
      if (met[document] !== 0 || part.isGone(document)) return;
      met[document] = first ? 2 : 1;
      touched.push(document);
    });
  }
  required.slice(1).forEach((clause, at) => {
    eachPosting(part, clause, (document) => {
      if (met[document] === at + 2) met[document] = at + 3;
    });
  });
  return touched;
}

function exclude(part: LivePart, clause: TermClause): void {
  eachPosting(part, clause, (document) => {
    if (met[document] !== 0) met[document] = EXCLUDED;
  });
}

function eachPosting(part: LivePart, { terms, fields }: TermClause, visit: (document: number) => void): void {
  for (const term of terms) {
    for (const { field, documents, from, to } of part.lists(term)) {
      const name = FIELDS[field];
      if (!name || !fields.includes(name)) continue;
      for (let at = from; at < to; at += 1) visit(documents[at] ?? 0);
    }
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

function select(
  part: LivePart,
  touched: readonly number[],
  level: number,
  { accepts, to }: Selection,
): PartMatches {
  let total = 0;
  const best: Match[] = [];
  // Of a long page all are kept and sorted; of a short one the best so far are kept in order.
  const kept = part.isSorted && to <= SMALL_PAGE ? to : Infinity;
  for (const document of touched) {
    if (met[document] !== level || (accepts && !accepts(part.entry(document)))) continue;
    total += 1;
    const score = Math.round((scores[document] ?? 0) * DIGITS) / DIGITS;
    if (kept === Infinity) best.push({ document, score });
    else if (kept > 0) insert(best, document, score, kept);
  }
  if (kept === Infinity && part.isSorted) best.sort(compare).splice(to);
  return { total, best };
}

function compare(a: Match, b: Match): number {
  return b.score - a.score || a.document - b.document;
}

function insert(best: Match[], document: number, score: number, kept: number): void {
  const last = best[kept - 1];
  if (last && (score < last.score || (score === last.score && document > last.document))) return;
  const match = { document, score };
  let at = Math.min(best.length, kept - 1);
  for (let before = best[at - 1]; before && compare(before, match) > 0; before = best[at - 1]) at -= 1;
  best.splice(at, 0, match);
  if (best.length > kept) best.pop();
}
