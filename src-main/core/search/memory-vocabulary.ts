/** The terms of the index in memory, sorted when a wildcard first asks for it. */
import { FIELDS } from './fields.ts';
import { lunr, type LunrTokenSet } from './lunr.ts';
import type { Postings } from './scoring.ts';
import type { Vocabulary } from './vocabulary.ts';

export class MemoryVocabulary implements Vocabulary {
  #sorted: readonly string[] | null = null;
  #automaton: LunrTokenSet | null = null;

  constructor(readonly terms: ReadonlyMap<string, Postings>) {}

  has(term: string): boolean {
    return this.terms.has(term);
  }

  frequency(term: string): number {
    const postings = this.terms.get(term);
    let sum = 0;
    if (postings) for (const field of FIELDS) sum += postings[field]?.documents.length ?? 0;
    return sum;
  }

  all(): readonly string[] {
    this.#sorted ??= [...this.terms.keys()].sort();
    return this.#sorted;
  }

  *startingWith(prefix: string): Iterable<string> {
    const terms = this.all();
    let low = 0;
    let high = terms.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((terms[middle] ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    for (let at = low; terms[at]?.startsWith(prefix); at += 1) yield terms[at] ?? '';
  }

  /** By lunr's own automata, so that its idea of an edit is kept. */
  near(term: string, distance: number): Iterable<string> {
    this.#automaton ??= lunr.TokenSet.fromArray(this.all());
    return this.#automaton.intersect(lunr.TokenSet.fromFuzzyString(term, distance)).toArray();
  }
}
