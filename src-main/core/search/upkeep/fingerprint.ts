/**
 * A number for each document that says all that is indexed of it: what kind it is, where it stands, and each term with
 * its field and count, in any order. So an index by terms is compared with rows by documents, without turning the one
 * into the other: a number a document is all that is kept.
 */
import { FIELDS } from '../analysis/fields.ts';
import type { Entry } from '../documents.ts';
import { countAt, type AnalysedDocument } from '../index/postings.ts';
import type { Segment } from '../index/segment.ts';

/** Two sums of 32 bits each, of which 53 bits are told apart: chance hides a difference once in 10^15 documents. */
class Sums {
  readonly #low: Uint32Array;
  readonly #high: Uint32Array;

  constructor(size: number) {
    this.#low = new Uint32Array(size);
    this.#high = new Uint32Array(size);
  }

  add(document: number, hash: Hash, salt: number): void {
    this.#low[document] = (this.#low[document] ?? 0) + mix(hash.low, salt);
    this.#high[document] = (this.#high[document] ?? 0) + mix(hash.high, salt);
  }

  get(document: number): number {
    return ((this.#high[document] ?? 0) & 0x1fffff) * 2 ** 32 + (this.#low[document] ?? 0);
  }
}

interface Hash {
  readonly low: number;
  readonly high: number;
}

/** FNV-1a, from two beginnings. */
function hashText(text: string): Hash {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x5bd1e995);
  }
  return { low, high };
}

/** Sums of near numbers must not meet: murmur's last steps. */
function mix(hash: number, salt: number): number {
  let mixed = hash ^ Math.imul(salt, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const hashEntry = ({ kind, id, sourceId, versionId, start, end, language }: Entry): Hash =>
  hashText(JSON.stringify([kind, id, sourceId, versionId, start, end, language]));

/** Never 0, so that what is no term is none of these. */
const saltOf = (field: number, count: number): number => 1 + field + count * FIELDS.length;

export function fingerprintOf({ entry, fields }: AnalysedDocument): number {
  const sums = new Sums(1);
  sums.add(0, hashEntry(entry), 0);
  for (const { field, terms, counts } of fields) {
    terms.forEach((term, at) => {
      sums.add(0, hashText(term), saltOf(field, counts[at] ?? 0));
    });
  }
  return sums.get(0);
}

/** Of each document by its number; null where terms or documents are out of order, so that they are not found. */
export function fingerprintsOf(segment: Segment): Float64Array | null {
  const sums = new Sums(segment.size);
  for (let document = 0, before = ''; document < segment.size; document += 1) {
    const entry = segment.entry(document);
    if (document > 0 && entry.id <= before) return null;
    before = entry.id;
    sums.add(document, hashEntry(entry), 0);
  }
  let last = Buffer.alloc(0);
  for (let at = 0; at < segment.termCount; at += 1) {
    const term = segment.term(at);
    const bytes = Buffer.from(term);
    if (at > 0 && Buffer.compare(last, bytes) >= 0) return null;
    last = bytes;
    if (!addPostings(sums, segment, at, hashText(term))) return null;
  }
  return Float64Array.from({ length: segment.size }, (_none, document) => sums.get(document));
}

/** @returns false where a posting names a document that the segment does not have */
function addPostings(sums: Sums, segment: Segment, term: number, hash: Hash): boolean {
  for (const list of segment.listsAt(term)) {
    for (let at = list.from; at < list.to; at += 1) {
      const document = list.documents[at] ?? segment.size;
      if (document >= segment.size) return false;
      sums.add(document, hash, saltOf(list.field, countAt(list, at)));
    }
  }
  return true;
}
