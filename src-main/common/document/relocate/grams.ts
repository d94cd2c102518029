/** Runs of some letters as numbers: what is the same in two texts is found by looking them up. */

const BASE = 0x01000193;

/**
 * Calls `visit` with each run of `size` units between `from` and `to` and its hash; the hash rolls, so that a text costs
 * one step for each unit.
 */
export function eachGram(
  text: string,
  { from, to, size }: { readonly from: number; readonly to: number; readonly size: number },
  visit: (at: number, hash: number) => void,
): void {
  if (to - from < size) return;
  let power = 1;
  for (let count = 1; count < size; count += 1) power = Math.imul(power, BASE);
  let hash = 0;
  for (let at = from; at < from + size - 1; at += 1) hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0;
  for (let at = from + size - 1; at < to; at += 1) {
    hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0;
    const start = at - size + 1;
    visit(start, mix(hash));
    hash = (hash - Math.imul(text.charCodeAt(start), power)) | 0;
  }
}

/** Rolling hashes of similar runs are similar; those of this are not. */
function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const EMPTY = -1;
const TWICE = -2;

/** Hash → where it stands, for those that stand only once. Open addressing: a Map of a million numbers is ten times slower. */
export class GramTable {
  readonly #keys: Uint32Array;
  readonly #places: Int32Array;
  readonly #mask: number;

  /** @param most how many there may be */
  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, most * 2)));
    this.#keys = new Uint32Array(size);
    this.#places = new Int32Array(size).fill(EMPTY);
    this.#mask = size - 1;
  }

  add(hash: number, at: number): void {
    const slot = this.#slotOf(hash);
    this.#places[slot] = this.#places[slot] === EMPTY ? at : TWICE;
    this.#keys[slot] = hash;
  }

  /** Where it stands; -1 where it stands nowhere or more than once. */
  only(hash: number): number {
    return Math.max(EMPTY, this.#places[this.#slotOf(hash)] ?? EMPTY);
  }

  #slotOf(hash: number): number {
    let slot = hash & this.#mask;
    while (this.#places[slot] !== EMPTY && this.#keys[slot] !== hash) slot = (slot + 1) & this.#mask;
    return slot;
  }
}

/** Every place of every run of `size` units in a text. */
export class GramIndex {
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #mask: number;

  constructor(
    readonly text: string,
    readonly size: number,
  ) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, text.length)));
    this.#mask = slots - 1;
    this.#heads = new Int32Array(slots).fill(EMPTY);
    this.#next = new Int32Array(text.length);
    eachGram(text, { from: 0, to: text.length, size }, (at, hash) => {
      const slot = hash & this.#mask;
      this.#next[at] = this.#heads[slot] ?? EMPTY;
      this.#heads[slot] = at;
    });
  }

  /** Places of the run, the last first; null where there are more than `most`, which say nothing. */
  places(gram: string, hash: number, most: number): readonly number[] | null {
    const found: number[] = [];
    let looked = 0;
    for (let at = this.#heads[hash & this.#mask] ?? EMPTY; at !== EMPTY; at = this.#next[at] ?? EMPTY) {
      looked += 1;
      if (looked > most * 4) return null;
      if (!this.text.startsWith(gram, at)) continue;
      found.push(at);
      if (found.length > most) return null;
    }
    return found;
  }
}
