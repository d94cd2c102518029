/** The terms of an index, and the terms that a wildcard or a misspelt word stands for, within bounds. */
import type { Effort } from './effort.ts';
import { startFuzzy } from './fuzzy.ts';
import { makeTermTest } from './wildcard.ts';
import { leastOf, type LivePart, type LiveTerms } from './live-part.ts';

export interface Expansion {
  readonly terms: readonly string[];
  /** There were more: the most frequent were taken, as far as one part of the index can tell. */
  readonly cut: boolean;
}

/** Looks into each part by itself: no list of all terms has to be made anew when something was added. */
export class Vocabulary {
  readonly #frequencies = new Map<string, number>();

  constructor(readonly parts: readonly LivePart[]) {}

  /** A term that only removed documents held is none. */
  has(term: string): boolean {
    return this.frequency(term) > 0;
  }

  /** In how many documents and fields it occurs. */
  frequency(term: string): number {
    let sum = this.#frequencies.get(term);
    if (sum === undefined) {
      sum = 0;
      for (const part of this.parts) sum += part.frequency(term);
      this.#frequencies.set(term, sum);
    }
    return sum;
  }

  /** Terms that `pattern` matches, where `*` stands for any run of units, also for none. */
  wildcard(pattern: string, effort: Effort): Expansion {
    const [prefix = '', ...rest] = pattern.split('*');
    const last = rest.pop() ?? '';
    const accepts = rest.length === 0 && last === '' ? null : makeTermTest(prefix, rest, last);
    return this.#join((part) => part.startingWith(prefix, accepts, effort), effort);
  }

  /** Terms within `distance` edits (insertion, deletion, substitution, transposition). */
  near(term: string, distance: number, effort: Effort): Expansion {
    if (!effort.spell(term, distance)) return { terms: [], cut: true };
    const start = startFuzzy(term, distance);
    return this.#join((part) => part.near(start, effort), effort);
  }

  #join(find: (part: LivePart) => LiveTerms, effort: Effort): Expansion {
    const frequencies = new Map<string, number>();
    const found = this.parts.map((part) => ({ part, ...find(part) }));
    for (const { terms } of found) {
      for (const [term, frequency] of terms) {
        frequencies.set(term, (frequencies.get(term) ?? 0) + frequency);
      }
    }
    const isWhole = !effort.isSpent && !found.some(({ cut }) => cut);
    if (isWhole) {
      // All that there is was found: what a part did not give it does not have.
      for (const [term, frequency] of frequencies) {
        this.#frequencies.set(term, frequency);
        for (const { part, terms } of found) if (!terms.has(term)) part.remember(term, []);
      }
    }
    const terms = takeMostFrequent(frequencies, effort);
    return { terms, cut: !isWhole || terms.length < frequencies.size };
  }
}

/** All of them where there is room, else those of most documents. */
function takeMostFrequent(frequencies: ReadonlyMap<string, number>, { terms, postings }: Effort): string[] {
  const all = [...frequencies.keys()];
  const of = (term: string): number => frequencies.get(term) ?? 0;
  const least = leastOf(Uint32Array.from(frequencies.values()), terms);
  // Of those at the limit there may be more than there is room for: they are taken in the order of the alphabet.
  const ties = all.length > terms ? all.filter((term) => of(term) === least).sort() : [];
  const taken =
    all.length > terms
      ? all
          .filter((term) => of(term) > least)
          .concat(ties)
          .slice(0, terms)
      : all;
  if (taken.reduce((sum, term) => sum + of(term), 0) <= postings) return taken;
  let left = postings;
  return taken.sort((a, b) => of(b) - of(a)).filter((term) => (left -= of(term)) >= 0);
}
