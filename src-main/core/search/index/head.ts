/**
 * The newest documents, before there are enough of them for a segment: at most a few hundred, so that looking at
 * each of their terms costs less than keeping these sorted. Documents come and go without anything being rebuilt.
 */
import type { Entry } from '../documents.ts';
import type { Effort } from './effort.ts';
import { matchesFuzzy, type FuzzyState } from './fuzzy.ts';
import type { TermTest } from './wildcard.ts';
import {
  LARGEST_COUNT,
  NOWHERE,
  putCount,
  type AnalysedDocument,
  type Part,
  type PostingList,
  type TermText,
} from './postings.ts';
import { KINDS } from './segment.ts';
import type { Group } from './segment-layout.ts';
import { grown } from '../analysis/lexicon.ts';
import { isGone, type Tombstones } from './tombstones.ts';

interface HeadPosting {
  readonly document: number;
  readonly field: number;
  readonly count: number;
}

const BEGINNING = 2;

type HeadColumns = Pick<Part, 'kinds' | 'groupNumbers' | 'groups'>;

export class Head implements Part {
  readonly isSorted = false;
  readonly #documents: AnalysedDocument[] = [];
  readonly #positions = new Map<string, number>();
  readonly #terms = new GrowingText();
  /** By position. */
  readonly #postings: HeadPosting[][] = [];
  /** Positions by the first units of the term: who types asks for what begins alike. */
  readonly #beginnings = new Map<string, number[]>();
  #known = toColumns([]);

  get size(): number {
    return this.#documents.length;
  }

  get kinds(): Uint8Array {
    return this.#columns().kinds;
  }

  get groupNumbers(): Uint16Array {
    return this.#columns().groupNumbers;
  }

  get groups(): readonly Group[] {
    return this.#columns().groups;
  }

  /** Made once for as long as nothing is added. */
  #columns(): HeadColumns {
    if (this.#known.groups.length !== this.size) this.#known = toColumns(this.#documents);
    return this.#known;
  }

  /** @returns its number, rising */
  add(analysed: AnalysedDocument): number {
    const document = this.#documents.push(analysed) - 1;
    for (const { field, terms, counts } of analysed.fields) {
      terms.forEach((term, at) => {
        this.#postings[this.#place(term)]?.push({ document, field, count: counts[at] ?? 0 });
      });
    }
    return document;
  }

  /** @returns its position, a new one where it was not known */
  #place(term: string): number {
    const known = this.#positions.get(term);
    if (known !== undefined) return known;
    const position = this.#terms.add(term);
    this.#positions.set(term, position);
    this.#postings.push([]);
    const beginning = term.slice(0, BEGINNING);
    const alike = this.#beginnings.get(beginning);
    if (alike) alike.push(position);
    else this.#beginnings.set(beginning, [position]);
    return position;
  }

  get text(): TermText {
    return this.#terms;
  }

  term(position: number): string {
    return this.#terms.term(position);
  }

  entry(document: number): Entry {
    const found = this.#documents[document];
    if (!found) throw new RangeError('no such document');
    return found.entry;
  }

  find(term: string): number {
    return this.#positions.get(term) ?? NOWHERE;
  }

  listsAt(position: number): readonly PostingList[] {
    const lists = Map.groupBy(this.#postings[position] ?? [], ({ field }) => field);
    return [...lists].map(([field, all]) => toList(field, all));
  }

  visitLists(position: number, visit: (list: PostingList) => void): void {
    this.listsAt(position).forEach(visit);
  }

  frequencyAt(position: number, gone: Tombstones | null): number {
    let live = 0;
    for (const { document } of this.#postings[position] ?? [])
      if (!gone || !isGone(gone, document)) live += 1;
    return live;
  }

  startingWith(prefix: string, accepts: TermTest | null, effort: Effort): Int32Array {
    const takes = (term: string): boolean => term.startsWith(prefix) && (!accepts || accepts.ofTerm(term));
    return this.#filter(this.#alike(prefix), takes, effort);
  }

  /** Positions of all that begins so, and of more. */
  #alike(prefix: string): readonly number[] {
    if (prefix.length >= BEGINNING) return this.#beginnings.get(prefix.slice(0, BEGINNING)) ?? [];
    return [...this.#beginnings].flatMap(([beginning, all]) => (beginning.startsWith(prefix) ? all : []));
  }

  near(start: FuzzyState, effort: Effort): Int32Array {
    return this.#filter([...this.#positions.values()], (term) => matchesFuzzy(start, term), effort);
  }

  #filter(positions: readonly number[], takes: (term: string) => boolean, effort: Effort): Int32Array {
    const looked = positions.slice(0, effort.look(positions.length));
    return Int32Array.from(looked.filter((position) => takes(this.term(position))));
  }
}

/** Terms as they come, side by side. */
class GrowingText implements TermText {
  readonly #terms: string[] = [];
  #bytes = Buffer.alloc(8192);
  #offsets = new Uint32Array(1024);

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  get offsets(): Uint32Array {
    return this.#offsets;
  }

  term(at: number): string {
    return this.#terms[at] ?? '';
  }

  /** @returns its position */
  add(term: string): number {
    const at = this.#terms.push(term) - 1;
    const from = this.#offsets[at] ?? 0;
    const end = from + Buffer.byteLength(term);
    if (end > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], 2 * end);
    if (at + 1 >= this.#offsets.length) this.#offsets = grown(this.#offsets, at + 1);
    this.#bytes.write(term, from);
    this.#offsets[at + 1] = end;
    return at;
  }
}

/** Each document is a group of its own: they are too few for looking for the like of them to pay. */
function toColumns(documents: readonly AnalysedDocument[]): HeadColumns {
  return {
    kinds: Uint8Array.from(documents, ({ entry }) => KINDS.indexOf(entry.kind)),
    groupNumbers: Uint16Array.from(documents.keys()),
    groups: documents.map(({ entry }) => [entry.versionId, entry.sourceId, entry.language]),
  };
}

function toList(field: number, postings: readonly HeadPosting[]): PostingList {
  const counts = new Map<number, number>();
  const frequencies = new Uint8Array((postings.length + 1) >>> 1);
  postings.forEach(({ count }, at) => {
    putCount(frequencies, at, count);
    if (count >= LARGEST_COUNT) counts.set(at, count);
  });
  return {
    field,
    documents: Uint16Array.from(postings, ({ document }) => document),
    frequencies,
    from: 0,
    to: postings.length,
    counts,
  };
}
