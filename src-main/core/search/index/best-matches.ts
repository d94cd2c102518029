/** Of all matches of a part those that may come on the page. */
import type { LivePart } from './live-part.ts';

export interface Match {
  readonly document: number;
  readonly score: number;
}

const SMALL_PAGE = 100;
/** Ten digits of a score count: the rest depends on the order in which its terms were added up. */
const DIGITS = 1e10;
/** More than rounding changes. */
const MARGIN = 2 / DIGITS;

/** Of a long page all are kept and sorted; of a short one the best so far are kept in order. */
export class BestMatches {
  /** What a score must reach, not rounded, for the match to be offered. */
  least: number;
  readonly #best: Match[] = [];
  readonly #kept: number;

  /**
   * @param to how many are wanted; of a part whose documents are not by id all of one score may have to be told
   * @param above a score below this is none
   */
  constructor(
    readonly part: LivePart,
    readonly to: number,
    above = 0,
  ) {
    this.#kept = part.isSorted && to <= SMALL_PAGE ? to : Infinity;
    this.least = this.#kept === 0 ? Infinity : above;
  }

  offer(document: number, exact: number): void {
    const score = Math.round(exact * DIGITS) / DIGITS;
    if (this.#kept === Infinity) {
      this.#best.push({ document, score });
      return;
    }
    const last = this.#best[this.#kept - 1];
    // Most that reach the least are as good as it and come later: nothing is made of them.
    if (last && (score < last.score || (score === last.score && document > last.document))) return;
    this.#insert({ document, score });
  }

  #insert(match: Match): void {
    const best = this.#best;
    let at = Math.min(best.length, this.#kept - 1);
    for (let before = best[at - 1]; before && compare(before, match) > 0; before = best[at - 1]) {
      best[at] = before;
      at -= 1;
    }
    best[at] = match;
    const least = best[this.#kept - 1];
    if (least) this.least = Math.max(this.least, least.score - MARGIN);
  }

  /** Documents of one score by number, which is by id in a segment. */
  all(): readonly Match[] {
    if (this.#kept === Infinity && this.part.isSorted) this.#best.sort(compare).splice(this.to);
    return this.#best;
  }
}

function compare(a: Match, b: Match): number {
  return b.score - a.score || a.document - b.document;
}
