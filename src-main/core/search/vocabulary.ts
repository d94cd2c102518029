/** The terms of an index, and the terms that a wildcard or a misspelt word stands for, within bounds. */
import type { Effort } from './effort.ts';
import { startFuzzy } from './fuzzy.ts';
import type { LivePart, LiveTerms } from './live-part.ts';

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
    const accepts =
      rest.length === 0 && last === ''
        ? null
        : (term: string) => matchesParts(term, prefix.length, rest, last);
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
  let sum = 0;
  for (const frequency of frequencies.values()) sum += frequency;
  if (frequencies.size <= terms && sum <= postings) return [...frequencies.keys()];
  const sorted = [...frequencies].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, terms);
  let left = postings;
  return sorted.flatMap(([term, frequency]) => ((left -= frequency) >= 0 ? [term] : []));
}

/** Takes each part at its first place: linear, where a general matcher goes back and forth for ever. */
function matchesParts(term: string, from: number, parts: readonly string[], last: string): boolean {
  let at = from;
  for (const part of parts) {
    const found = term.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return term.length - last.length >= at && term.endsWith(last);
}
