/** A part of the index as a query sees it: without what is gone. */
import type { Entry } from '../documents.ts';
import type { Effort } from './effort.ts';
import type { FuzzyState } from './fuzzy.ts';
import type { Part, PostingList, TermSet } from './postings.ts';
import type { TermTest } from './wildcard.ts';
import { countGone, isGone, type Tombstones } from './tombstones.ts';

/** Terms whose postings are remembered: those of some queries. */
const REMEMBERED = 8192;
const BEGINNINGS = 64;

export interface LiveTerms {
  /** With the number of live documents and fields of this part that hold each. */
  readonly terms: ReadonlyMap<string, number>;
  /** There are more; these are the most frequent. */
  readonly cut: boolean;
}

/** Valid for one state of the tombstones. */
export class LivePart {
  readonly documentCount: number;
  readonly #gone: Tombstones | null;
  /** What a query asks for it asks for several times. */
  readonly #lists = new Map<string, readonly PostingList[]>();
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

  lists(term: string): readonly PostingList[] {
    return this.#lists.get(term) ?? this.remember(term, this.part.lists(term));
  }

  frequency(term: string): number {
    return this.#count(this.lists(term));
  }

  /** Spares looking up what is known. */
  remember(term: string, lists: readonly PostingList[]): readonly PostingList[] {
    if (this.#lists.size >= REMEMBERED) {
      this.#lists.clear();
    }
    this.#lists.set(term, lists);
    return lists;
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

  #count(lists: readonly PostingList[]): number {
    let live = 0;
    for (const { documents, from, to } of lists) {
      if (!this.#gone) live += to - from;
      else for (let at = from; at < to; at += 1) if (!isGone(this.#gone, documents[at] ?? 0)) live += 1;
    }
    return live;
  }

  /** Only these are spelt out: of a star alone that spares most of the vocabulary. */
  #mostFrequent(set: TermSet, most: number): LiveTerms {
    const frequencies = new Uint32Array(set.length);
    for (let at = 0; at < set.length; at += 1) {
      frequencies[at] = this.#gone ? this.#count(set.lists(at)) : set.frequency(at);
    }
    const live = frequencies.filter((frequency) => frequency > 0);
    const cut = live.length > most;
    const least = leastOf(live, most);
    const terms = new Map<string, number>();
    const take = (wanted: (frequency: number) => boolean): void => {
      for (let at = 0; at < set.length && terms.size < most; at += 1) {
        const frequency = frequencies[at] ?? 0;
        if (!wanted(frequency)) continue;
        const term = set.term(at);
        terms.set(term, frequency);
        this.remember(term, set.lists(at));
      }
    };
    take((frequency) => frequency > least);
    // Those at the limit may be more than there is room for: the first of them are taken.
    take((frequency) => frequency === least);
    return { terms, cut };
  }
}

/** What the last of the `most` largest is; where there are no more than that, 1. */
export function leastOf(frequencies: Uint32Array, most: number): number {
  if (frequencies.length <= most) return 1;
  return frequencies.toSorted()[frequencies.length - most] ?? 1;
}
