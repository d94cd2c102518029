/** A part of the index as a query sees it: without what is gone. */
import type { Entry } from '../documents.ts';
import type { Effort } from './effort.ts';
import type { FuzzyState } from './fuzzy.ts';
import { NOWHERE, type Part } from './postings.ts';
import { countGone, isGone, visitGone, type Tombstones } from './tombstones.ts';
import type { TermTest } from './wildcard.ts';

const BEGINNINGS = 64;

/** Some terms of a part, not spelt out: of many, only the most frequent are wanted. */
export interface LiveTerms {
  readonly positions: Int32Array;
  /** In how many live documents and fields of this part each of them is; more than 0. */
  readonly frequencies: Uint32Array;
  /** There are more; these are the most frequent. */
  readonly cut: boolean;
}

/** Valid for one state of the tombstones. */
export class LivePart {
  readonly documentCount: number;
  readonly #gone: Tombstones | null;
  /**
   * Who types asks for the same beginnings, again after each change elsewhere. With what finding their terms cost: it
   * is paid again, or a query would be cut elsewhere when it is asked for its second page.
   */
  readonly #beginnings = new Map<string, { readonly found: LiveTerms; readonly looks: number }>();

  constructor(
    readonly part: Part,
    gone: Tombstones | null,
  ) {
    const count = gone ? countGone(gone, part.size) : 0;
    this.#gone = count > 0 ? gone : null;
    this.documentCount = part.size - count;
  }

  get size(): number {
    return this.part.size;
  }

  get isSorted(): boolean {
    return this.part.isSorted;
  }

  entry(document: number): Entry {
    return this.part.entry(document);
  }

  get hasGone(): boolean {
    return this.#gone !== null;
  }

  isGone(document: number): boolean {
    return this.#gone !== null && isGone(this.#gone, document);
  }

  visitGone(visit: (document: number) => void): void {
    if (this.#gone) visitGone(this.#gone, this.size, visit);
  }

  /** 0 for `NOWHERE`. */
  frequencyAt(position: number): number {
    return position === NOWHERE ? 0 : this.part.frequencyAt(position, this.#gone);
  }

  startingWith(prefix: string, accepts: TermTest | null, effort: Effort): LiveTerms {
    if (accepts) return this.#mostFrequent(this.part.startingWith(prefix, accepts, effort), effort.terms);
    const key = `${effort.terms} ${prefix}`;
    const known = this.#beginnings.get(key);
    if (known && known.looks <= effort.looks) {
      effort.look(known.looks);
      return known.found;
    }
    const before = effort.looks;
    const found = this.#mostFrequent(this.part.startingWith(prefix, null, effort), effort.terms);
    if (this.#beginnings.size >= BEGINNINGS) this.#beginnings.clear();
    if (!effort.isSpent) this.#beginnings.set(key, { found, looks: before - effort.looks });
    return found;
  }

  near(start: FuzzyState, effort: Effort): LiveTerms {
    return this.#mostFrequent(this.part.near(start, effort), effort.terms);
  }

  #mostFrequent(positions: Int32Array, most: number): LiveTerms {
    const frequencies = new Uint32Array(positions.length);
    for (let at = 0; at < positions.length; at += 1) {
      frequencies[at] = this.part.frequencyAt(positions[at] ?? 0, this.#gone);
    }
    const live = frequencies.filter((frequency) => frequency > 0);
    if (live.length === positions.length && live.length <= most)
      return { positions, frequencies, cut: false };
    const least = leastOf(live, most);
    const taken = takePositions(frequencies, least, most);
    return {
      positions: Int32Array.from(taken, (at) => positions[at] ?? 0),
      frequencies: Uint32Array.from(taken, (at) => frequencies[at] ?? 0),
      cut: live.length > most,
    };
  }
}

/** What the last of the `most` largest is; where there are no more than that, 1. */
export function leastOf(frequencies: Uint32Array, most: number): number {
  if (frequencies.length <= most) return 1;
  return frequencies.toSorted()[frequencies.length - most] ?? 1;
}

/** Of those at the limit, which may be more than there is room for, the first. */
function takePositions(frequencies: Uint32Array, least: number, most: number): number[] {
  let room = most;
  for (const frequency of frequencies) if (frequency > least) room -= 1;
  const taken: number[] = [];
  frequencies.forEach((frequency, at) => {
    if (frequency > least) taken.push(at);
    else if (frequency === least && room > 0) {
      taken.push(at);
      room -= 1;
    }
  });
  return taken;
}
