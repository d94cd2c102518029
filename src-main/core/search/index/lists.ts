/** The postings of a query's terms in one part. */
import { FIELDS } from '../analysis/fields.ts';
import type { Match } from './best-matches.ts';
import type { LivePart } from './live-part.ts';
import type { SearchPlan } from './plan.ts';
import { NOWHERE, type PostingList } from './postings.ts';
import { positionIn } from './vocabulary.ts';
import type { WeighedClause } from './weights.ts';

export interface PartMatches {
  readonly total: number;
  /** As many as the selection may want of this part; documents of one score by number, which is by id in a segment. */
  readonly best: readonly Match[];
}

/** A query in one part. Nobody may keep a list that is shown to a visitor. */
export class PartQuery {
  /** Of each term of the plan. */
  readonly #positions: Int32Array;

  /** @param number of the part among those of the index */
  constructor(
    readonly part: LivePart,
    number: number,
    readonly plan: SearchPlan,
  ) {
    const { terms } = plan;
    this.#positions = new Int32Array(terms.length);
    terms.forEach((term, at) => (this.#positions[at] = positionIn(term, number)));
  }

  /** Lists in fields that somebody asks the term for. @param visit takes what a value there is multiplied by, too */
  visitAsked(visit: (list: PostingList, idf: number, factor: number) => void): void {
    const { idfs, weights } = this.plan;
    let term = 0;
    const pass = (list: PostingList): void => {
      const factor = weights[term * FIELDS.length + list.field] ?? NaN;
      if (!Number.isNaN(factor)) visit(list, idfs[term] ?? 0, factor);
    };
    for (; term < this.#positions.length; term += 1) this.#visit(term, pass);
  }

  /** Lists in which a clause looks for its terms. */
  visitClause({ terms, fields }: WeighedClause, visit: (list: PostingList) => void): void {
    const pass = (list: PostingList): void => {
      if (fields[list.field]) visit(list);
    };
    for (const term of terms) this.#visit(term, pass);
  }

  #visit(term: number, visit: (list: PostingList) => void): void {
    const position = this.#positions[term] ?? NOWHERE;
    if (position !== NOWHERE) this.part.part.visitLists(position, visit);
  }
}
