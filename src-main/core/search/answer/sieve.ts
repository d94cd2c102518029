/**
 * Which matches count, and for which facets. Almost all documents are passages, and of a passage everything that is
 * asked follows from its source: so each group is judged once a query, and passages are only counted.
 */
import type { Facets } from '../../../common/contract/hits.ts';
import type { Entry } from '../documents.ts';
import type { Tally } from './facets.ts';
import { NO_ORIGIN, type Facts, type Origin } from './facts.ts';
import type { Filters, OwnFacts } from './filters.ts';
import type { Part } from '../index/postings.ts';
import { KINDS } from '../index/segment.ts';

export interface SieveParts {
  readonly facts: Facts;
  readonly filters: Filters;
  /** Reads the text: asked last. */
  readonly holds: ((entry: Entry) => boolean) | null;
  /** Null where no facets are wanted. */
  readonly tally: Tally | null;
}

export class Sieve {
  readonly #parts: PartSieve[] = [];

  constructor(readonly parts: SieveParts) {}

  /** @returns which documents of that part are hits; each match is to be asked about once */
  enter(part: Part): (document: number) => boolean {
    const sieve = new PartSieve(part, this.parts);
    this.#parts.push(sieve);
    return (document) => sieve.takes(document);
  }

  /** Of all that was asked about; null where none were wanted. */
  facets(): Facets | null {
    const { tally, filters } = this.parts;
    if (!tally) return null;
    for (const part of this.#parts) part.count(tally);
    return tally.facets(filters);
  }
}

/** Instead of what a cell fails. */
const NOT_JUDGED = 255;
const PASSAGE = KINDS.indexOf('passage');
const NOTHING_OWN: OwnFacts = { tags: [], status: null };

/** A cell is a kind in a group: the kind's number times the number of groups, and the group's. */
class PartSieve {
  readonly #kinds: Uint8Array;
  readonly #groupNumbers: Uint16Array;
  /** By group; none where they do not matter. */
  readonly #origins: readonly Origin[];
  readonly #width: number;
  /** What each cell fails, as far as that is the same for all that is in it. */
  readonly #failed: Uint8Array;
  /** How many passages of each group were met. */
  readonly #met: Uint32Array;

  constructor(
    readonly part: Part,
    readonly parts: SieveParts,
  ) {
    const { facts, filters, tally } = parts;
    this.#kinds = part.kinds;
    this.#groupNumbers = part.groupNumbers;
    this.#width = part.groups.length;
    this.#origins = filters.asksOrigin || tally ? facts.origins(part) : [];
    this.#failed = new Uint8Array(KINDS.length * this.#width).fill(filters.asksNothing ? 0 : NOT_JUDGED);
    this.#met = new Uint32Array(this.#width);
  }

  takes(document: number): boolean {
    const kind = this.#kinds[document] ?? PASSAGE;
    const group = this.#groupNumbers[document] ?? 0;
    const cell = kind * this.#width + group;
    let failed = this.#failed[cell] ?? 0;
    if (failed === NOT_JUDGED) this.#failed[cell] = failed = this.#judge(kind, group);
    if (this.#isLost(failed)) return false;
    if (kind !== PASSAGE) return this.#takesOwn(document, kind, group, failed);
    const { holds } = this.parts;
    if (holds && !holds(this.part.entry(document))) return false;
    this.#met[group] = (this.#met[group] ?? 0) + 1;
    return failed === 0;
  }

  /** With facets, what fails one condition counts for that facet. */
  #isLost(failed: number): boolean {
    return (this.parts.tally ? failed & (failed - 1) : failed) !== 0;
  }

  #judge(kind: number, group: number): number {
    const { filters } = this.parts;
    const origin = this.#origins[group] ?? NO_ORIGIN;
    const failed = filters.failuresOf(KINDS[kind] ?? 'passage', origin);
    return kind === PASSAGE ? failed | filters.ownFailures(origin.source, NOTHING_OWN) : failed;
  }

  #takesOwn(document: number, kind: number, group: number, failedByOrigin: number): boolean {
    const { filters, facts, holds, tally } = this.parts;
    if (!filters.asksOwn && !holds && !tally) return true;
    const entry = this.part.entry(document);
    if (!filters.asksOwn && !tally) return !holds || holds(entry);
    const origin = this.#origins[group] ?? NO_ORIGIN;
    const status = entry.kind === 'claim' ? facts.status(entry.id) : null;
    const own = { tags: facts.ownTags(entry.id), status };
    const failed = failedByOrigin | filters.ownFailures(origin.source, own);
    if (this.#isLost(failed) || (holds && !holds(entry))) return false;
    tally?.add(1, failed, kind, origin, own);
    return failed === 0;
  }

  /** Adds the passages; the others were added one by one. */
  count(tally: Tally): void {
    for (let group = 0; group < this.#width; group += 1) {
      const count = this.#met[group] ?? 0;
      if (count === 0) continue;
      const failed = this.#failed[PASSAGE * this.#width + group] ?? 0;
      tally.add(count, failed, PASSAGE, this.#origins[group] ?? NO_ORIGIN, NOTHING_OWN);
    }
  }
}
