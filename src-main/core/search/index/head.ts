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
  putCount,
  type AnalysedDocument,
  type Part,
  type PostingList,
  type TermSet,
} from './postings.ts';
import { KINDS } from './segment.ts';
import type { Group } from './segment-layout.ts';

interface HeadPosting {
  readonly document: number;
  readonly field: number;
  readonly count: number;
}

type HeadColumns = Pick<Part, 'kinds' | 'groupNumbers' | 'groups'>;

export class Head implements Part {
  readonly isSorted = false;
  readonly #documents: AnalysedDocument[] = [];
  readonly #terms = new Map<string, HeadPosting[]>();
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
        const posting = { document, field, count: counts[at] ?? 0 };
        const known = this.#terms.get(term);
        if (known) known.push(posting);
        else this.#terms.set(term, [posting]);
      });
    }
    return document;
  }

  entry(document: number): Entry {
    const found = this.#documents[document];
    if (!found) throw new RangeError('no such document');
    return found.entry;
  }

  lists(term: string): readonly PostingList[] {
    const postings = this.#terms.get(term);
    if (!postings) return [];
    const lists = Map.groupBy(postings, ({ field }) => field);
    return [...lists].map(([field, all]) => toList(field, all));
  }

  startingWith(prefix: string, accepts: TermTest | null, effort: Effort): TermSet {
    return this.#filter((term) => term.startsWith(prefix) && (!accepts || accepts.ofTerm(term)), effort);
  }

  near(start: FuzzyState, effort: Effort): TermSet {
    return this.#filter((term) => matchesFuzzy(start, term), effort);
  }

  #filter(accepts: (term: string) => boolean, effort: Effort): TermSet {
    const found: string[] = [];
    let left = effort.look(this.#terms.size);
    for (const term of this.#terms.keys()) {
      if (left === 0) break;
      left -= 1;
      if (accepts(term)) found.push(term);
    }
    const term = (at: number) => found[at] ?? '';
    return {
      length: found.length,
      term,
      frequency: (at) => this.#terms.get(term(at))?.length ?? 0,
      lists: (at) => this.lists(term(at)),
    };
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
