/** What the index is made of, whether stored in a segment or still in the head: documents, and where terms occur in them. */
import { analyseText } from '../analysis/analysis.ts';
import type { Entry, SearchDocument } from '../documents.ts';
import { FIELDS } from '../analysis/fields.ts';
import type { Effort } from './effort.ts';
import type { FuzzyState } from './fuzzy.ts';
import type { TermTest } from './wildcard.ts';
import type { Group } from './segment-layout.ts';
import type { Tombstones } from './tombstones.ts';

/** A document as its terms: all that is indexed of it. */
export interface AnalysedDocument {
  readonly entry: Entry;
  readonly fields: readonly AnalysedField[];
}

export interface AnalysedField {
  /** Position in `FIELDS`. */
  readonly field: number;
  readonly terms: readonly string[];
  /** How often the field holds each of them. */
  readonly counts: readonly number[];
}

export function analyseDocument({ entry, texts }: SearchDocument): AnalysedDocument {
  const fields: AnalysedField[] = [];
  FIELDS.forEach((name, field) => {
    const text = texts[name];
    if (text === undefined || text === '') return;
    const counted = analyseText(text, entry.language);
    if (counted.size > 0) fields.push({ field, terms: [...counted.keys()], counts: [...counted.values()] });
  });
  return { entry, fields };
}

/** The documents that hold one term in one field: positions `from` to `to` of two parallel columns. */
export interface PostingList {
  readonly field: number;
  readonly documents: Uint16Array;
  /** Packed, two in a byte: see `packedCount`. 15 stands for what `counts` says of the position. */
  readonly frequencies: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly counts: ReadonlyMap<number, number>;
}

/** The largest count that half a byte holds; that, and what is larger, stands beside it. */
export const LARGEST_COUNT = 15;

/** Of the position `at`, of two in a byte the first in the lower half; not more than `LARGEST_COUNT`. */
export function packedCount(frequencies: Uint8Array, at: number): number {
  return ((frequencies[at >>> 1] ?? 0) >>> ((at & 1) << 2)) & LARGEST_COUNT;
}

/** Where there is nothing yet. */
export function putCount(frequencies: Uint8Array, at: number, count: number): void {
  const packed = Math.min(count, LARGEST_COUNT) << ((at & 1) << 2);
  frequencies[at >>> 1] = (frequencies[at >>> 1] ?? 0) | packed;
}

export function countAt({ frequencies, counts }: PostingList, at: number): number {
  const count = packedCount(frequencies, at);
  return count === LARGEST_COUNT ? (counts.get(at) ?? count) : count;
}

/** Terms side by side, each from its offset to the next. */
export interface TermText {
  /** UTF-8. */
  readonly bytes: Uint8Array;
  /** One more than there are terms, or longer. */
  readonly offsets: Uint32Array;
}

/** Instead of a term's position, in a part that does not have it. */
export const NOWHERE = -1;

/**
 * One set of documents with its terms; documents have the numbers from 0 to `size`, terms their positions. None is
 * ever taken away.
 */
export interface Part {
  readonly size: number;
  /** Whether documents are numbered in the order of their ids. */
  readonly isSorted: boolean;
  /** Of each document the position of its kind in `KINDS`. */
  readonly kinds: Uint8Array;
  /** Of each document the position of its group in `groups`. Passages of a source have one group. */
  readonly groupNumbers: Uint16Array;
  readonly groups: readonly Group[];
  readonly text: TermText;
  entry(document: number): Entry;
  term(position: number): string;
  /** Its position, or `NOWHERE`. */
  find(term: string): number;
  listsAt(position: number): readonly PostingList[];
  /** The same, to be looked at one after the other and not to be kept. */
  visitLists(position: number, visit: (list: PostingList) => void): void;
  /** In how many documents and fields the term is, of those that are not gone. */
  frequencyAt(position: number, gone: Tombstones | null): number;
  /** Positions of terms with that prefix that `accepts` takes, the dead ones too, as far as the effort goes. */
  startingWith(prefix: string, accepts: TermTest | null, effort: Effort): Int32Array;
  near(start: FuzzyState, effort: Effort): Int32Array;
}
