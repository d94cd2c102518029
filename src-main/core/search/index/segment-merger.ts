/**
 * Several segments made into one. Their terms and documents are sorted already, so that they are only threaded
 * together: bytes are compared and copied, no term is spelt out, and what is gone is left behind.
 */
import type { Entry } from '../documents.ts';
import { FIELDS } from '../analysis/fields.ts';
import { countAt, LARGEST_COUNT, putCount, type PostingList } from './postings.ts';
import type { Segment } from './segment.ts';
import { writeLayout } from './segment-layout.ts';
import { compareIds, documentColumns, type NewSegment } from './document-columns.ts';
import { isGone, type Tombstones } from './tombstones.ts';

export interface MergeInput {
  readonly segment: Segment;
  /** Null where all is live. */
  readonly gone: Tombstones | null;
}

/** Postings copied between two looks at the clock of whoever drives this: a few milliseconds' worth. */
const STEP = 50_000;
/** Finding a term in one of the inputs takes as long as copying so many postings. */
const TERM_COST = 32;

/** Yields null between bounded steps. @param inputs whose live documents are at most `MAX_DOCUMENTS` */
export function* mergeSegments(inputs: readonly MergeInput[]): Generator<null, NewSegment> {
  const { entries, numbers } = yield* renumber(inputs);
  const columns = new TermColumns(inputs.map(({ segment }) => segment));
  const cursors = new TermCursors(inputs.map(({ segment }) => segment));
  let terms = 0;
  let step = STEP;
  for (let same = cursors.next(); same.length > 0; same = cursors.next()) {
    columns.add(same, numbers);
    terms += same.length;
    const done = columns.postings + terms * TERM_COST;
    if (done < step) continue;
    step = done + STEP;
    yield null;
  }
  yield null;
  const { text, ...termColumns } = columns.finish();
  const { meta, ...documents } = documentColumns(entries);
  return { bytes: writeLayout({ columns: { ...termColumns, ...documents }, text, meta }), entries };
}

interface Renumbered {
  readonly entries: readonly Entry[];
  /** By input and old number the new one; -1 for what is gone. */
  readonly numbers: readonly Int32Array[];
}

function* renumber(inputs: readonly MergeInput[]): Generator<null, Renumbered> {
  const live: { readonly entry: Entry; readonly input: number; readonly document: number }[] = [];
  for (const [input, { segment, gone }] of inputs.entries()) {
    for (let document = 0; document < segment.size; document += 1) {
      if (!gone || !isGone(gone, document)) live.push({ entry: segment.entry(document), input, document });
    }
    yield null;
  }
  // Sorted runs, one after another: what the engine's sort is quick with.
  live.sort((a, b) => compareIds(a.entry.id, b.entry.id));
  const numbers = inputs.map(({ segment }) => new Int32Array(segment.size).fill(-1));
  live.forEach(({ input, document }, number) => {
    const mapped = numbers[input];
    if (mapped) mapped[document] = number;
  });
  yield null;
  return { entries: live.map(({ entry }) => entry), numbers };
}

/** A term of one of the inputs. */
interface Place {
  readonly input: number;
  readonly segment: Segment;
  readonly term: number;
}

/** Walks the terms of all inputs in their common order; a heap of the inputs by the term that each is at. */
class TermCursors {
  readonly #heap: Place[] = [];

  constructor(segments: readonly Segment[]) {
    segments.forEach((segment, input) => {
      if (segment.termCount > 0) this.#push({ input, segment, term: 0 });
    });
  }

  /** The next term wherever it is; nothing after the last. */
  next(): readonly Place[] {
    const same: Place[] = [];
    for (let [top] = this.#heap; top; [top] = this.#heap) {
      const [first] = same;
      if (first && compareTerms(first, top) !== 0) break;
      same.push(top);
      this.#advance(top);
    }
    return same;
  }

  #advance({ input, segment, term }: Place): void {
    if (term + 1 < segment.termCount) this.#sink({ input, segment, term: term + 1 });
    else {
      const last = this.#heap.pop();
      if (last && this.#heap.length > 0) this.#sink(last);
    }
  }

  #push(place: Place): void {
    let at = this.#heap.push(place) - 1;
    while (at > 0) {
      const above = (at - 1) >>> 1;
      const parent = this.#heap[above];
      if (!parent || compareTerms(parent, place) <= 0) break;
      this.#heap[at] = parent;
      at = above;
    }
    this.#heap[at] = place;
  }

  /** Puts a place at the top and lets it down to where it belongs. */
  #sink(place: Place): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const [one, other] = [heap[left], heap[left + 1]];
      const isOther = one && other && compareTerms(other, one) < 0;
      const least = isOther ? other : one;
      if (!least || compareTerms(place, least) <= 0) break;
      heap[at] = least;
      at = isOther ? left + 1 : left;
    }
    heap[at] = place;
  }
}

function compareTerms(a: Place, b: Place): number {
  return a.segment.compareTerm(a.term, b.segment, b.term);
}

/** The columns of terms and postings, as large as they can become and cut at the end. */
class TermColumns {
  readonly #termOffsets: Uint32Array;
  readonly #termLists: Uint32Array;
  readonly #listStarts: Uint32Array;
  readonly #listFields: Uint8Array;
  readonly #documents: Uint16Array;
  readonly #frequencies: Uint8Array;
  readonly #text: Uint8Array;
  readonly #overflow: number[] = [];
  #terms = 0;
  #lists = 0;
  #bytes = 0;
  #postings = 0;

  constructor(segments: readonly Segment[]) {
    const sum = (sizeOf: (segment: Segment) => number): number =>
      segments.reduce((total, segment) => total + sizeOf(segment), 0);
    this.#termOffsets = new Uint32Array(sum(({ termCount }) => termCount) + 1);
    this.#termLists = new Uint32Array(this.#termOffsets.length);
    this.#listFields = new Uint8Array(sum(({ listCount }) => listCount));
    this.#listStarts = new Uint32Array(this.#listFields.length + 1);
    this.#documents = new Uint16Array(sum(({ postingCount }) => postingCount));
    this.#frequencies = new Uint8Array((this.#documents.length + 1) >>> 1);
    this.#text = new Uint8Array(sum(({ textLength }) => textLength));
  }

  get postings(): number {
    return this.#postings;
  }

  /** @param same the places of one term */
  add(same: readonly Place[], numbers: readonly Int32Array[]): void {
    const [first] = same;
    const before = this.#lists;
    const lists = same.map(({ segment, term }) => segment.listsAt(term));
    for (let field = 0; field < FIELDS.length; field += 1) {
      const start = this.#postings;
      same.forEach(({ input }, at) => {
        const list = lists[at]?.find((each) => each.field === field);
        if (list) this.#copy(list, numbers[input] ?? new Int32Array());
      });
      if (this.#postings === start) continue;
      this.#listStarts[this.#lists] = start;
      this.#listFields[this.#lists] = field;
      this.#lists += 1;
    }
    if (!first || this.#lists === before) return;
    const bytes = first.segment.termBytes(first.term);
    this.#termOffsets[this.#terms] = this.#bytes;
    this.#termLists[this.#terms] = before;
    this.#text.set(bytes, this.#bytes);
    this.#bytes += bytes.length;
    this.#terms += 1;
  }

  #copy(list: PostingList, numbers: Int32Array): void {
    for (let at = list.from; at < list.to; at += 1) {
      const document = numbers[list.documents[at] ?? 0] ?? -1;
      if (document < 0) continue;
      const count = countAt(list, at);
      this.#documents[this.#postings] = document;
      putCount(this.#frequencies, this.#postings, count);
      if (count >= LARGEST_COUNT) this.#overflow.push(this.#postings, count);
      this.#postings += 1;
    }
  }

  finish() {
    this.#termOffsets[this.#terms] = this.#bytes;
    this.#termLists[this.#terms] = this.#lists;
    this.#listStarts[this.#lists] = this.#postings;
    return {
      termOffsets: this.#termOffsets.subarray(0, this.#terms + 1),
      termLists: this.#termLists.subarray(0, this.#terms + 1),
      listStarts: this.#listStarts.subarray(0, this.#lists + 1),
      overflow: Uint32Array.from(this.#overflow),
      documents: this.#documents.subarray(0, this.#postings),
      listFields: this.#listFields.subarray(0, this.#lists),
      frequencies: this.#frequencies.subarray(0, (this.#postings + 1) >>> 1),
      text: this.#text.subarray(0, this.#bytes),
    };
  }
}
