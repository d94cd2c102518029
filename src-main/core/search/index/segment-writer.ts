/**
 * Makes a segment of documents. They come in any order and are only counted; when all are there, terms and documents
 * are put in order, and each posting is moved once to where it belongs.
 */
import { FIELDS } from '../analysis/fields.ts';
import { grown, Lexicon, TermCounts } from '../analysis/lexicon.ts';
import type { Entry, SearchDocument } from '../documents.ts';
import { compareIds, documentColumns, MAX_DOCUMENTS, type NewSegment } from './document-columns.ts';
import { LARGEST_COUNT, putCount, type AnalysedDocument } from './postings.ts';
import { writeLayout } from './segment-layout.ts';
import { sortTerms } from './term-order.ts';

/** Postings moved between two looks at the clock: about a millisecond's worth. */
const AT_ONCE = 50_000;
/** No UTF-16 unit takes more bytes. */
const UTF8_UNIT = 3;

export class SegmentWriter {
  readonly #entries: Entry[] = [];
  /** Where the postings of each document end. */
  readonly #ends: number[] = [];
  /** Of each posting the list, as `number of the term * FIELDS.length + field`. */
  #lists = new Uint32Array(4096);
  #counts = new Uint32Array(4096);
  #length = 0;
  readonly #counted = new TermCounts();

  /** @param lexicon may know words of other segments too */
  constructor(readonly lexicon: Lexicon) {}

  get size(): number {
    return this.#entries.length;
  }

  /** Analyses it; at most `MAX_DOCUMENTS` in all. */
  add({ entry, texts }: SearchDocument): void {
    FIELDS.forEach((name, field) => {
      const text = texts[name];
      if (text === undefined) return;
      this.lexicon.count(text, entry.language, this.#counted);
      this.#counted.drain((number, count) => this.#addPosting(number * FIELDS.length + field, count));
    });
    this.#endDocument(entry);
  }

  addAnalysed({ entry, fields }: AnalysedDocument): void {
    for (const { field, terms, counts } of fields) {
      terms.forEach((term, at) => {
        this.#addPosting(this.lexicon.number(term) * FIELDS.length + field, counts[at] ?? 0);
      });
    }
    this.#endDocument(entry);
  }

  #addPosting(list: number, count: number): void {
    const at = this.#length;
    if (at === this.#lists.length) {
      this.#lists = grown(this.#lists, at);
      this.#counts = grown(this.#counts, at);
    }
    this.#lists[at] = list;
    this.#counts[at] = count;
    this.#length = at + 1;
  }

  #endDocument(entry: Entry): void {
    this.#entries.push(entry);
    this.#ends.push(this.#length);
  }

  /** Yields null between bounded steps. */
  *finish(): Generator<null, NewSegment> {
    const order = Array.from(this.#entries.keys()).sort((a, b) =>
      compareIds(this.#entries[a]?.id ?? '', this.#entries[b]?.id ?? ''),
    );
    const sizes = yield* this.#sizes();
    const numbers = yield* this.#sortedNumbers(sizes);
    const { text, termOffsets } = this.#write(numbers);
    yield null;
    const lists = toLists(numbers, sizes);
    yield null;
    const postings = yield* this.#postings(order, sizes);
    const entries = order.flatMap((at) => this.#entries[at] ?? []);
    const { meta, ...documents } = documentColumns(entries);
    yield null;
    const columns = { termOffsets, ...lists, ...postings, ...documents };
    return { bytes: writeLayout({ columns, text, meta }), entries };
  }

  /** How many postings each list has. */
  *#sizes(): Generator<null, Uint32Array> {
    const sizes = new Uint32Array(this.lexicon.size * FIELDS.length);
    for (let at = 0; at < this.#length; at += 1) {
      const list = this.#lists[at] ?? 0;
      sizes[list] = (sizes[list] ?? 0) + 1;
      if (at % AT_ONCE === 0) yield null;
    }
    return sizes;
  }

  /** Of the terms that occur, in the order of the terms. */
  *#sortedNumbers(sizes: Uint32Array): Generator<null, readonly number[]> {
    const terms: string[] = [];
    for (let list = 0; list < sizes.length; list += 1) {
      if (list % AT_ONCE === 0) yield null;
      if (sizes[list] === 0) continue;
      const number = Math.floor(list / FIELDS.length);
      terms.push(this.lexicon.term(number));
      // On to the next term.
      list = (number + 1) * FIELDS.length - 1;
    }
    const sorted = yield* sortTerms(terms);
    return sorted.map((term) => this.lexicon.number(term));
  }

  #write(numbers: readonly number[]) {
    const units = numbers.reduce((sum, number) => sum + this.lexicon.term(number).length, 0);
    const text = Buffer.allocUnsafe(units * UTF8_UNIT);
    const termOffsets = new Uint32Array(numbers.length + 1);
    let end = 0;
    numbers.forEach((number, at) => {
      end += text.write(this.lexicon.term(number), end);
      termOffsets[at + 1] = end;
    });
    return { text: text.subarray(0, end), termOffsets };
  }

  /** @param places where the next posting of each list goes */
  *#postings(order: readonly number[], places: Uint32Array) {
    const documents = new Uint16Array(this.#length);
    const frequencies = new Uint8Array((this.#length + 1) >>> 1);
    const overflow: number[] = [];
    let step = AT_ONCE;
    let done = 0;
    for (const [document, was] of order.entries()) {
      const end = this.#ends[was] ?? 0;
      for (let at = this.#ends[was - 1] ?? 0; at < end; at += 1) {
        const list = this.#lists[at] ?? 0;
        const count = this.#counts[at] ?? 0;
        const place = places[list] ?? 0;
        places[list] = place + 1;
        documents[place] = document;
        putCount(frequencies, place, count);
        if (count >= LARGEST_COUNT) overflow.push(place, count);
        done += 1;
      }
      if (done < step) continue;
      step = done + AT_ONCE;
      yield null;
    }
    return { documents, frequencies, overflow: Uint32Array.from(overflow) };
  }
}

/** @param sizes of the lists; becomes where the first posting of each goes */
function toLists(numbers: readonly number[], sizes: Uint32Array) {
  const termLists = new Uint32Array(numbers.length + 1);
  const starts: number[] = [];
  const fields: number[] = [];
  let start = 0;
  numbers.forEach((number, rank) => {
    termLists[rank] = starts.length;
    for (let field = 0; field < FIELDS.length; field += 1) {
      const list = number * FIELDS.length + field;
      const size = sizes[list] ?? 0;
      sizes[list] = start;
      if (size === 0) continue;
      starts.push(start);
      fields.push(field);
      start += size;
    }
  });
  termLists[numbers.length] = starts.length;
  starts.push(start);
  return { termLists, listStarts: Uint32Array.from(starts), listFields: Uint8Array.from(fields) };
}

/** Segments of documents in any order, at once; none of no documents. */
export function encodeDocuments(documents: readonly AnalysedDocument[]): NewSegment[] {
  const segments: NewSegment[] = [];
  for (let from = 0; from < documents.length; from += MAX_DOCUMENTS) {
    const writer = new SegmentWriter(new Lexicon());
    for (const document of documents.slice(from, from + MAX_DOCUMENTS)) writer.addAnalysed(document);
    const work = writer.finish();
    let step = work.next();
    while (!step.done) step = work.next();
    segments.push(step.value);
  }
  return segments;
}
