/**
 * Answers over parts as stock lunr would over their live documents: each part is searched by itself, with what is
 * known of all of them together (how many documents there are, how many hold a term), and the best are put in order.
 */
import type { Entry, SearchDocument } from '../documents.ts';
import { boostOf, FIELDS } from '../analysis/fields.ts';
import { LivePart } from './live-part.ts';
import { PartQuery } from './lists.ts';
import { matchPart } from './match.ts';
import { planSearch, type SearchPlan } from './plan.ts';
import { analyseDocument, countAt, NOWHERE } from './postings.ts';
import { inverseFrequency, termValue } from './scoring.ts';
import type { Matches, Scored, SearchIndex, Selection, Share, TermClause } from './search-index.ts';
import { Segment } from './segment.ts';
import { compareIds } from './document-columns.ts';
import { encodeDocuments } from './segment-writer.ts';
import { positionIn, Vocabulary } from './vocabulary.ts';

/** A match that may be on the page. Its id is only read where its score does not decide. */
class Candidate {
  #entry: Entry | null = null;

  constructor(
    readonly part: LivePart,
    readonly document: number,
    readonly score: number,
  ) {}

  get entry(): Entry {
    return (this.#entry ??= this.part.entry(this.document));
  }
}

export class LiveIndex implements SearchIndex {
  readonly vocabulary: Vocabulary;
  readonly documentCount: number;

  constructor(
    readonly parts: readonly LivePart[],
    readonly isPartial = false,
  ) {
    this.vocabulary = new Vocabulary(parts);
    this.documentCount = parts.reduce((sum, part) => sum + part.documentCount, 0);
  }

  search(clauses: readonly TermClause[], selection: Selection): Matches {
    const plan = planSearch(clauses, this.vocabulary, this.documentCount);
    let total = 0;
    const candidates: Candidate[] = [];
    this.parts.forEach((part, number) => {
      const found = matchPart(new PartQuery(part, number, plan), selection);
      total += found.total;
      for (const { document, score } of found.best) candidates.push(new Candidate(part, document, score));
    });
    candidates.sort((a, b) => b.score - a.score || compareIds(a.entry.id, b.entry.id));
    const page = candidates.slice(selection.from, selection.to).map((candidate): Scored => ({
      entry: candidate.entry,
      score: candidate.score,
      shares: () => this.#shares(clauses, plan, candidate),
    }));
    return { total, page };
  }

  #shares(
    clauses: readonly TermClause[],
    { magnitudes }: SearchPlan,
    { part, document }: Candidate,
  ): readonly Share[] {
    const shares: Share[] = [];
    FIELDS.forEach((name, field) => {
      const magnitude = magnitudes[field] ?? 1;
      clauses.forEach(({ fields, terms, boost, presence }, clause) => {
        if (presence === 'prohibited' || !fields.includes(name)) return;
        for (const term of terms) {
          const value = this.#valueOf(part, term, field, document);
          if (value !== 0) shares.push({ clause, term, field: name, score: (boost * value) / magnitude });
        }
      });
    });
    return shares;
  }

  #valueOf(part: LivePart, term: string, field: number, document: number): number {
    const known = this.vocabulary.find(term);
    const position = positionIn(known, this.parts.indexOf(part));
    for (const list of position === NOWHERE ? [] : part.part.listsAt(position)) {
      if (list.field !== field) continue;
      const at = list.documents.subarray(list.from, list.to).indexOf(document);
      const idf = inverseFrequency(known.frequency, this.documentCount);
      if (at >= 0) return termValue(idf, boostOf(field), countAt(list, list.from + at));
    }
    return 0;
  }
}

/** Parts of documents that are stored nowhere: where there is no index yet, and for what it does not hold yet. */
export function buildParts(documents: Iterable<SearchDocument>): LivePart[] {
  const segments = encodeDocuments(Array.from(documents, analyseDocument));
  return segments.map(({ bytes }) => new LivePart(new Segment(bytes), null));
}
