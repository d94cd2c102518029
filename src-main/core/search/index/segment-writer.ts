/** Makes a segment of analysed documents. */
import type { Entry } from '../documents.ts';
import { FIELDS } from '../analysis/fields.ts';
import { LARGEST_COUNT, type AnalysedDocument } from './postings.ts';
import { KINDS } from './segment.ts';
import { type Group, writeLayout } from './segment-layout.ts';

/** Document numbers are of 16 bits; half of what they hold keeps a merge short. */
export const MAX_DOCUMENTS = 32_768;

/** Collects documents in the order of their ids. */
class SegmentWriter {
  readonly #entries: Entry[] = [];
  readonly #terms = new Map<string, number>();
  /** Three numbers a posting: the list's (term and field), the document's, the count. */
  #postings = new Uint32Array(3 * 4096);
  #length = 0;

  /** In rising order of ids. */
  add({ entry, fields }: AnalysedDocument): void {
    const document = this.#entries.push(entry) - 1;
    for (const { field, terms, counts } of fields) {
      terms.forEach((term, at) => {
        this.#addPosting(this.#termNumber(term), field, document, counts[at] ?? 0);
      });
    }
  }

  #termNumber(term: string): number {
    let number = this.#terms.get(term);
    if (number === undefined) this.#terms.set(term, (number = this.#terms.size));
    return number;
  }

  #addPosting(term: number, field: number, document: number, count: number): void {
    const at = this.#length;
    if (at === this.#postings.length) {
      const larger = new Uint32Array(2 * at);
      larger.set(this.#postings);
      this.#postings = larger;
    }
    this.#postings[at] = term * FIELDS.length + field;
    this.#postings[at + 1] = document;
    this.#postings[at + 2] = count;
    this.#length = at + 3;
  }

  finish(): NewSegment {
    const terms = sortTerms(this.#terms);
    const lists = this.#lists(terms.order);
    const columns = { termOffsets: terms.offsets, ...lists, ...this.#postingColumns(lists) };
    const { meta, ...documents } = documentColumns(this.#entries);
    const bytes = writeLayout({ columns: { ...columns, ...documents }, text: terms.text, meta });
    return { bytes, entries: this.#entries };
  }

  /** Where the postings of each term and field go, counted before they are moved. */
  #lists(order: readonly number[]) {
    const width = FIELDS.length;
    const counts = new Uint32Array(this.#terms.size * width);
    for (let at = 0; at < this.#length; at += 3) {
      const list = this.#postings[at] ?? 0;
      counts[list] = (counts[list] ?? 0) + 1;
    }
    const termLists = new Uint32Array(order.length + 1);
    const starts: number[] = [];
    const fields: number[] = [];
    /** From here on `counts` is where the next posting of a list goes. */
    let start = 0;
    order.forEach((term, rank) => {
      termLists[rank] = starts.length;
      for (let field = 0; field < width; field += 1) {
        const count = counts[term * width + field] ?? 0;
        counts[term * width + field] = start;
        if (count === 0) continue;
        starts.push(start);
        fields.push(field);
        start += count;
      }
    });
    termLists[order.length] = starts.length;
    starts.push(start);
    return {
      termLists,
      listStarts: Uint32Array.from(starts),
      listFields: Uint8Array.from(fields),
      places: counts,
    };
  }

  #postingColumns({ places }: { readonly places: Uint32Array }) {
    const size = this.#length / 3;
    const documents = new Uint16Array(size);
    const frequencies = new Uint8Array(size);
    const overflow: number[] = [];
    for (let at = 0; at < this.#length; at += 3) {
      const list = this.#postings[at] ?? 0;
      const count = this.#postings[at + 2] ?? 0;
      const place = places[list] ?? 0;
      places[list] = place + 1;
      documents[place] = this.#postings[at + 1] ?? 0;
      frequencies[place] = Math.min(count, LARGEST_COUNT);
      if (count >= LARGEST_COUNT) overflow.push(place, count);
    }
    return { documents, frequencies, overflow: Uint32Array.from(overflow) };
  }
}

function sortTerms(terms: ReadonlyMap<string, number>) {
  const all = [...terms].map(([term, number]) => ({ bytes: Buffer.from(term), term, number }));
  // Below the surrogates, UTF-16 units have the order of UTF-8 bytes, and are much cheaper to compare.
  if (all.some(({ term }) => SURROGATE.test(term))) all.sort((a, b) => a.bytes.compare(b.bytes));
  else all.sort((a, b) => (a.term < b.term ? -1 : 1));
  const offsets = new Uint32Array(all.length + 1);
  all.forEach(({ bytes }, at) => (offsets[at + 1] = (offsets[at] ?? 0) + bytes.length));
  return {
    order: all.map(({ number }) => number),
    offsets,
    text: Buffer.concat(all.map(({ bytes }) => bytes)),
  };
}

const SURROGATE = /[\ud800-\uffff]/;

/** The columns of documents, in the order of their numbers. */
export function documentColumns(entries: readonly Entry[]) {
  const groups = new Map<string, number>();
  const known: Group[] = [];
  const ids: string[] = [];
  let last: Entry | null = null;
  let lastGroup = 0;
  const groupOf = (entry: Entry): number => {
    // Mostly they stand side by side.
    if (last && isSameGroup(last, entry)) return lastGroup;
    const group: Group = [entry.versionId, entry.sourceId, entry.language];
    const key = JSON.stringify(group);
    lastGroup = groups.get(key) ?? known.push(group) - 1;
    groups.set(key, lastGroup);
    last = entry;
    return lastGroup;
  };
  return {
    kinds: Uint8Array.from(entries, ({ kind }) => KINDS.indexOf(kind)),
    numbers: Uint32Array.from(entries, ({ kind, id }) =>
      kind === 'passage' ? Number(id.slice(id.lastIndexOf('#') + 1)) : ids.push(id) - 1,
    ),
    starts: Uint32Array.from(entries, ({ start }) => start ?? 0),
    ends: Uint32Array.from(entries, ({ end }) => end ?? 0),
    groups: Uint16Array.from(entries, groupOf),
    meta: { groups: known, ids },
  };
}

function isSameGroup(a: Entry, b: Entry): boolean {
  return a.versionId === b.versionId && a.sourceId === b.sourceId && a.language === b.language;
}

export interface NewSegment {
  readonly bytes: Uint8Array;
  /** By number. */
  readonly entries: readonly Entry[];
}

/** Segments of documents in any order; none of no documents. */
export function encodeDocuments(documents: readonly AnalysedDocument[]): NewSegment[] {
  const sorted = documents.toSorted((a, b) => compareIds(a.entry.id, b.entry.id));
  const segments: NewSegment[] = [];
  for (let from = 0; from < sorted.length; from += MAX_DOCUMENTS) {
    const writer = new SegmentWriter();
    for (const document of sorted.slice(from, from + MAX_DOCUMENTS)) writer.add(document);
    segments.push(writer.finish());
  }
  return segments;
}

export function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
