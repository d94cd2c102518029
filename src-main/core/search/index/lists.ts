/** The postings of a query's terms in one part. */
import type { Match } from './best-matches.ts';
import type { LivePart } from './live-part.ts';
import type { PlannedClause, SearchPlan } from './plan.ts';
import { NOWHERE, type PostingList } from './postings.ts';

export interface PartMatches {
  readonly total: number;
  /** As many as the selection may want of this part; documents of one score by number, which is by id in a segment. */
  readonly best: readonly Match[];
}

/** By the position of the term in the plan. */
export type Lists = readonly (readonly PostingList[])[];

const NO_LISTS: readonly PostingList[] = [];

export function listsAt({ part }: LivePart, position = NOWHERE): readonly PostingList[] {
  return position === NOWHERE ? NO_LISTS : part.listsAt(position);
}

export function listsOf({ terms, fields }: PlannedClause, lists: Lists): readonly PostingList[] {
  return terms.flatMap((term) => (lists[term] ?? []).filter(({ field }) => fields[field]));
}

/** What a term adds to a score: its idf, and what its value is multiplied by in the field of the list. */
export interface Weight {
  readonly idf: number;
  readonly factor: number;
}

/** Lists in fields that somebody asks the term for. */
export function visitAsked(
  plan: SearchPlan,
  lists: Lists,
  visit: (list: PostingList, weight: Weight) => void,
): void {
  for (let term = 0; term < lists.length; term += 1) {
    for (const list of lists[term] ?? []) {
      const factor = plan.vectors[list.field]?.weights[term] ?? NaN;
      if (!Number.isNaN(factor)) visit(list, { idf: plan.idfs[term] ?? 0, factor });
    }
  }
}

/** From this part of all documents on, going through all of them is quicker than going to and fro. */
const MANY = 1 / 8;

export function isManyOf({ size }: LivePart, count: number): boolean {
  return count >= size * MANY;
}
