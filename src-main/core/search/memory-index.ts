/**
 * The index held in memory and built anew after every change, to be replaced by segments in the notebook behind
 * the same interface; nothing else knows of it. It answers what stock lunr would over the same documents (the same
 * scores and sets; a test compares them), from flat postings instead of lunr's objects: at 10,000 passages that is
 * a fifth of the memory, and queries that match thousands take tenths of a millisecond.
 */
import { indexTerms } from './analysis.ts';
import type { Entry, SearchDocument } from './documents.ts';
import { FIELDS, type Field } from './fields.ts';
import { MemoryVocabulary } from './memory-vocabulary.ts';
import { queryVector, fieldStatistics, termWeight, type FieldStatistics, type Postings } from './scoring.ts';
import type { Scored, SearchIndex, Share, TermClause } from './search-index.ts';

class MemoryIndexBuilder {
  readonly entries: Entry[] = [];
  readonly terms = new Map<string, Partial<Record<Field, { documents: number[]; counts: number[] }>>>();
  /** By field, then document; 0 where a document does not have the field. */
  readonly lengths: Record<Field, number[]>;

  constructor() {
    const empty = FIELDS.map((field) => [field, []] as const);
    this.lengths = Object.fromEntries(empty) as unknown as Record<Field, number[]>;
  }

  add({ entry, texts }: SearchDocument): void {
    const document = this.entries.push(entry) - 1;
    for (const field of FIELDS) {
      const terms = indexTerms(texts[field] ?? '', entry.language);
      this.lengths[field].push(terms.length);
      for (const term of terms) this.#count(term, field, document);
    }
  }

  #count(term: string, field: Field, document: number): void {
    let postings = this.terms.get(term);
    if (!postings) this.terms.set(term, (postings = {}));
    const posting = (postings[field] ??= { documents: [], counts: [] });
    const last = posting.documents.length - 1;
    if (posting.documents[last] === document) {
      posting.counts[last] = (posting.counts[last] ?? 0) + 1;
    } else {
      posting.documents.push(document);
      posting.counts.push(1);
    }
  }
}

export function buildIndex(documents: Iterable<SearchDocument>): SearchIndex {
  const builder = new MemoryIndexBuilder();
  for (const document of documents) builder.add(document);
  return new MemoryIndex(builder.entries, builder.terms, builder.lengths);
}

class MemoryIndex implements SearchIndex {
  readonly vocabulary: MemoryVocabulary;
  readonly #statistics: Readonly<Record<Field, FieldStatistics>>;
  readonly #positions = new Map<string, number>();
  /** Scores being added up; zero between queries. */
  readonly #scores: Float64Array;

  constructor(
    readonly entries: readonly Entry[],
    readonly terms: ReadonlyMap<string, Postings>,
    lengths: Readonly<Record<Field, readonly number[]>>,
  ) {
    this.vocabulary = new MemoryVocabulary(terms);
    this.#scores = new Float64Array(entries.length);
    entries.forEach((entry, position) => this.#positions.set(keyOf(entry), position));
    const all = FIELDS.map(
      (field) => [field, fieldStatistics(field, lengths[field], entries.length)] as const,
    );
    this.#statistics = Object.fromEntries(all) as Record<Field, FieldStatistics>;
  }

  search(clauses: readonly TermClause[]): readonly Scored[] {
    const candidates = this.#candidates(clauses);
    const scores = this.#scores.fill(0);
    for (const field of FIELDS) {
      const { weights, magnitude } = queryVector(clauses, field, this.terms);
      for (const [term, boost] of weights) this.#addScores(term, field, boost / magnitude);
    }
    const found: Scored[] = [];
    for (let at = 0; at < candidates.length; at += 1) {
      const entry = this.entries[at];
      if (candidates[at] === 1 && entry) found.push({ entry, score: scores[at] ?? 0 });
    }
    return found;
  }

  shares(clauses: readonly TermClause[], entry: Entry): readonly Share[] {
    const document = this.#positions.get(keyOf(entry));
    const shares: Share[] = [];
    if (document === undefined) return shares;
    for (const field of FIELDS) {
      const { magnitude } = queryVector(clauses, field, this.terms);
      clauses.forEach(({ fields, terms, boost, presence }, clause) => {
        if (presence === 'prohibited' || !fields.includes(field)) return;
        for (const term of terms) {
          const value = this.#valueOf(term, field, document);
          if (value !== 0) shares.push({ clause, term, field, score: (boost * value) / magnitude });
        }
      });
    }
    return shares;
  }

  /** 1 for each document that matches: any wanted term, every required clause, no prohibited term. */
  #candidates(clauses: readonly TermClause[]): Uint8Array {
    const size = this.entries.length;
    const wanted = clauses.filter(({ presence }) => presence !== 'prohibited');
    const matching = new Uint8Array(size);
    if (wanted.length === 0) matching.fill(1);
    for (const clause of wanted) this.#mark(matching, clause, 1);
    for (const clause of wanted.filter(({ presence }) => presence === 'required')) {
      const required = new Uint8Array(size);
      this.#mark(required, clause, 1);
      for (let at = 0; at < size; at += 1) matching[at] = (matching[at] ?? 0) & (required[at] ?? 0);
    }
    for (const clause of clauses) if (clause.presence === 'prohibited') this.#mark(matching, clause, 0);
    return matching;
  }

  #mark(marks: Uint8Array, { terms, fields }: TermClause, value: 0 | 1): void {
    for (const term of terms) {
      const postings = this.terms.get(term);
      for (const field of fields) {
        for (const document of postings?.[field]?.documents ?? []) marks[document] = value;
      }
    }
  }

  #addScores(term: string, field: Field, weight: number): void {
    const posting = this.terms.get(term)?.[field];
    if (!posting) return;
    const { documents, counts } = posting;
    const scores = this.#scores;
    const value = termWeight(this.#statistics[field], this.vocabulary.frequency(term));
    for (let at = 0; at < documents.length; at += 1) {
      const document = documents[at] ?? 0;
      scores[document] = (scores[document] ?? 0) + weight * value(document, counts[at] ?? 0);
    }
  }

  #valueOf(term: string, field: Field, document: number): number {
    const posting = this.terms.get(term)?.[field];
    const at = posting ? posting.documents.indexOf(document) : -1;
    if (!posting || at < 0) return 0;
    const value = termWeight(this.#statistics[field], this.vocabulary.frequency(term));
    return value(document, posting.counts[at] ?? 0);
  }
}

const keyOf = ({ kind, id }: Entry) => `${kind} ${id}`;
