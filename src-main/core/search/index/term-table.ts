/**
 * What several parts have found, joined: each term once, with its position in every part. By its bytes where they
 * lie: spelling out what is not taken in the end was most of what a prefix cost.
 */
import type { LivePart, LiveTerms } from './live-part.ts';
import { NOWHERE, type TermText } from './postings.ts';

export class TermTable {
  /** 0 where nothing is, else a row plus one; a power of two of them, at most half full. */
  readonly #slots: Int32Array;
  /** By row: the part in which the term was met first. */
  readonly #owners: Uint16Array;
  readonly #hashes: Int32Array;
  readonly #positions: Int32Array;
  readonly #texts: readonly TermText[];
  /** By row: in how many live documents and fields the term is, of those parts that found it. */
  readonly frequencies: Uint32Array;
  #length = 0;

  constructor(
    readonly parts: readonly LivePart[],
    found: readonly LiveTerms[],
  ) {
    const most = found.reduce((sum, { positions }) => sum + positions.length, 0);
    this.#slots = new Int32Array(2 ** (Math.ceil(Math.log2(most + 1)) + 1));
    this.#owners = new Uint16Array(most);
    this.#hashes = new Int32Array(most);
    this.#positions = new Int32Array(most * parts.length).fill(NOWHERE);
    this.frequencies = new Uint32Array(most);
    this.#texts = parts.map(({ part }) => part.text);
    found.forEach((terms, part) => {
      this.#add(part, terms);
    });
  }

  get length(): number {
    return this.#length;
  }

  term(row: number): string {
    const owner = this.#owners[row] ?? 0;
    return this.parts[owner]?.part.term(this.#positionIn(row, owner)) ?? '';
  }

  /** Of each part in turn the term's position, or `NOWHERE` where it did not find it. */
  copyPositions(row: number, into: Int32Array, at: number): void {
    for (let part = 0; part < this.parts.length; part += 1) into[at + part] = this.#positionIn(row, part);
  }

  #positionIn(row: number, part: number): number {
    return this.#positions[row * this.parts.length + part] ?? NOWHERE;
  }

  #add(part: number, { positions, frequencies }: LiveTerms): void {
    const text = this.#texts[part];
    if (!text) return;
    for (let at = 0; at < positions.length; at += 1) {
      const position = positions[at] ?? 0;
      const row = this.#row(text, part, position);
      this.#positions[row * this.parts.length + part] = position;
      this.frequencies[row] = (this.frequencies[row] ?? 0) + (frequencies[at] ?? 0);
    }
  }

  /** That of an equal term, or a new one. */
  #row(text: TermText, part: number, position: number): number {
    const hash = hashOf(text, position);
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let row = this.#slots[slot] ?? 0; row !== 0; row = this.#slots[slot] ?? 0) {
      if (this.#hashes[row - 1] === hash && this.#isTerm(row - 1, text, position)) return row - 1;
      slot = (slot + 1) & mask;
    }
    const row = this.#length;
    this.#length += 1;
    this.#slots[slot] = row + 1;
    this.#hashes[row] = hash;
    this.#owners[row] = part;
    return row;
  }

  #isTerm(row: number, text: TermText, position: number): boolean {
    const owner = this.#owners[row] ?? 0;
    const known = this.#texts[owner];
    return known !== undefined && isSame(known, this.#positionIn(row, owner), text, position);
  }
}

function isSame(one: TermText, at: number, other: TermText, otherAt: number): boolean {
  const start = one.offsets[at] ?? 0;
  const length = (one.offsets[at + 1] ?? 0) - start;
  const otherStart = other.offsets[otherAt] ?? 0;
  if ((other.offsets[otherAt + 1] ?? 0) - otherStart !== length) return false;
  for (let unit = 0; unit < length; unit += 1) {
    if (one.bytes[start + unit] !== other.bytes[otherStart + unit]) return false;
  }
  return true;
}

/** Odd, and another in each run: nobody can write terms that all meet in one place. */
const MULTIPLIER = Math.floor(Math.random() * 0x3fffffff) * 2 + 1;

function hashOf({ bytes, offsets }: TermText, position: number): number {
  const end = offsets[position + 1] ?? 0;
  let hash = 0;
  for (let at = offsets[position] ?? 0; at < end; at += 1)
    hash = Math.imul(hash ^ (bytes[at] ?? 0), MULTIPLIER);
  return hash ^ (hash >>> 13);
}
