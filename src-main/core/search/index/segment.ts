/**
 * A segment: an immutable index of up to 32,768 documents in one run of bytes, read where it lies. Documents are
 * sorted by id, terms by their UTF-8 bytes. No scores are stored: they depend on all that is live.
 */
import type { HitKind } from '../../../common/contract/hits.ts';
import type { Entry } from '../documents.ts';
import { FIELDS } from '../analysis/fields.ts';
import type { Effort } from './effort.ts';
import { findFuzzy, type FuzzyState } from './fuzzy.ts';
import { NOWHERE, type Part, type PostingList, type TermText } from './postings.ts';
import type { TermTest } from './wildcard.ts';
import { isGone, type Tombstones } from './tombstones.ts';
import { readLayout, type Group, type SegmentMeta, type SegmentColumns } from './segment-layout.ts';

export const KINDS: readonly HitKind[] = ['passage', 'excerpt', 'claim', 'note'];

export class Segment implements Part {
  readonly size: number;
  readonly isSorted = true;
  readonly termCount: number;
  readonly #columns: SegmentColumns;
  readonly #text: Buffer;
  readonly #meta: SegmentMeta;
  readonly #shown: { -readonly [Name in keyof PostingList]: PostingList[Name] };

  /** @throws IndexDamage where the bytes are no segment */
  constructor(bytes: Uint8Array) {
    const { columns, text, meta } = readLayout(bytes);
    this.#columns = columns;
    this.#text = Buffer.from(text.buffer, text.byteOffset, text.byteLength);
    this.#meta = meta;
    this.size = columns.kinds.length;
    this.termCount = columns.termOffsets.length - 1;
    const counts = new Map<number, number>();
    const { overflow } = columns;
    for (let at = 0; at < overflow.length; at += 2) counts.set(overflow[at] ?? 0, overflow[at + 1] ?? 0);
    const { documents, frequencies } = columns;
    this.#shown = { field: 0, documents, frequencies, from: 0, to: 0, counts };
  }

  get kinds(): Uint8Array {
    return this.#columns.kinds;
  }

  get groupNumbers(): Uint16Array {
    return this.#columns.groups;
  }

  get groups(): readonly Group[] {
    return this.#meta.groups;
  }

  entry(document: number): Entry {
    const { kinds, groups, numbers, starts, ends } = this.#columns;
    const kind = KINDS[kinds[document] ?? 0] ?? 'passage';
    const [versionId = null, sourceId = null, language = null] =
      this.#meta.groups[groups[document] ?? 0] ?? [];
    const number = numbers[document] ?? 0;
    const placed = kind === 'passage' || kind === 'excerpt';
    return {
      kind,
      id: kind === 'passage' ? `${versionId ?? ''}#${number}` : (this.#meta.ids[number] ?? ''),
      sourceId,
      versionId,
      start: placed ? (starts[document] ?? 0) : null,
      end: placed ? (ends[document] ?? 0) : null,
      language,
    };
  }

  get text(): TermText {
    return { bytes: this.#text, offsets: this.#columns.termOffsets };
  }

  find(term: string): number {
    const bytes = Buffer.from(term);
    const at = this.#search(bytes);
    return at < this.termCount && this.#compare(bytes, at) === 0 ? at : NOWHERE;
  }

  listsAt(term: number): readonly PostingList[] {
    const lists: PostingList[] = [];
    this.visitLists(term, (list) => lists.push({ ...list }));
    return lists;
  }

  /** Shows the same object each time: a beginning stands for thousands of lists. */
  visitLists(term: number, visit: (list: PostingList) => void): void {
    const { termLists, listStarts, listFields } = this.#columns;
    const end = termLists[term + 1] ?? 0;
    const list = this.#shown;
    for (let at = termLists[term] ?? 0; at < end; at += 1) {
      list.field = Math.min(listFields[at] ?? 0, FIELDS.length - 1);
      list.from = listStarts[at] ?? 0;
      list.to = listStarts[at + 1] ?? 0;
      visit(list);
    }
  }

  get listCount(): number {
    return this.#columns.listFields.length;
  }

  get postingCount(): number {
    return this.#columns.documents.length;
  }

  /** Of all terms, in bytes. */
  get textLength(): number {
    return this.#text.length;
  }

  term(at: number): string {
    const { termOffsets } = this.#columns;
    return this.#text.toString('utf8', termOffsets[at], termOffsets[at + 1]);
  }

  startingWith(prefix: string, accepts: TermTest | null, effort: Effort): Int32Array {
    const bytes = Buffer.from(prefix);
    const from = this.#search(bytes);
    const to = this.#begins(bytes, from) ? this.#after(from, bytes.length) : from;
    const found = new Int32Array(effort.look(to - from));
    const { termOffsets } = this.#columns;
    let length = 0;
    for (let at = from; at < from + found.length; at += 1) {
      if (accepts?.ofBytes(this.#text, termOffsets[at] ?? 0, termOffsets[at + 1] ?? 0) === false) continue;
      found[length] = at;
      length += 1;
    }
    return found.subarray(0, length);
  }

  near(start: FuzzyState, effort: Effort): Int32Array {
    const terms = {
      ...this.text,
      term: (at: number) => this.term(at),
      after: (from: number, length: number) => this.#after(from, length),
    };
    return Int32Array.from(findFuzzy(start, terms, effort));
  }

  /** The postings of a term lie side by side. */
  frequencyAt(term: number, gone: Tombstones | null): number {
    const { termLists, listStarts, documents } = this.#columns;
    const from = listStarts[termLists[term] ?? 0] ?? 0;
    const to = listStarts[termLists[term + 1] ?? 0] ?? 0;
    if (!gone) return to - from;
    let live = 0;
    for (let at = from; at < to; at += 1) if (!isGone(gone, documents[at] ?? 0)) live += 1;
    return live;
  }

  /** The first position after `from` whose term begins otherwise. By leaps that double: mostly it is near. */
  #after(from: number, length: number): number {
    if (length === 0) return this.termCount;
    let low = from;
    let leap = 1;
    while (low + leap < this.termCount && this.#beginsAlike(from, low + leap, length)) {
      low += leap;
      leap *= 2;
    }
    let high = Math.min(low + leap, this.termCount);
    low += 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#beginsAlike(from, middle, length)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Two terms in their first bytes; that at `from` has as many. */
  #beginsAlike(from: number, at: number, length: number): boolean {
    const { termOffsets } = this.#columns;
    const here = termOffsets[from] ?? 0;
    const there = termOffsets[at] ?? 0;
    if ((termOffsets[at + 1] ?? 0) - there < length) return false;
    // From the end: what differs between neighbours is there.
    for (let unit = length - 1; unit >= 0; unit -= 1) {
      if (this.#text[here + unit] !== this.#text[there + unit]) return false;
    }
    return true;
  }

  #begins(prefix: Uint8Array, at: number): boolean {
    return at < this.termCount && this.termBytes(at).subarray(0, prefix.length).equals(prefix);
  }

  /** Below 0 where the term comes before that of another segment. */
  compareTerm(at: number, other: Segment, otherAt: number): number {
    const from = this.#columns.termOffsets[at] ?? 0;
    const to = this.#columns.termOffsets[at + 1] ?? 0;
    return other.#compareRun(this.#text, from, to, otherAt);
  }

  /** Below 0 where `bytes` come before the term. */
  #compare(bytes: Uint8Array, at: number): number {
    return this.#compareRun(bytes, 0, bytes.length, at);
  }

  /** Of a run of `bytes`. In place: a call of Buffer's costs more than the few bytes do. */
  #compareRun(bytes: Uint8Array, from: number, to: number, at: number): number {
    const { termOffsets } = this.#columns;
    const start = termOffsets[at] ?? 0;
    const length = (termOffsets[at + 1] ?? 0) - start;
    const both = Math.min(to - from, length);
    for (let unit = 0; unit < both; unit += 1) {
      const difference = (bytes[from + unit] ?? 0) - (this.#text[start + unit] ?? 0);
      if (difference !== 0) return difference;
    }
    return to - from - length;
  }

  /** The first term not before `bytes`. */
  #search(bytes: Uint8Array): number {
    let low = 0;
    let high = this.termCount;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(bytes, middle) > 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  termBytes(at: number): Buffer {
    const { termOffsets } = this.#columns;
    return this.#text.subarray(termOffsets[at], termOffsets[at + 1]);
  }
}
