/** The terms of an index, and the terms that a wildcard or a misspelt word stands for, within bounds. */
import { startFuzzy } from './fuzzy.ts';
import { MAX_EXPANSIONS, type LivePart, type LiveTerms } from './live-part.ts';

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
  wildcard(pattern: string): Expansion {
    const [prefix = '', ...rest] = pattern.split('*');
    const last = rest.pop() ?? '';
    const accepts =
      rest.length === 0 && last === ''
        ? null
        : (term: string) => matchesParts(term, prefix.length, rest, last);
    return this.#join((part) => part.startingWith(prefix, accepts));
  }

  /** Terms within `distance` edits (insertion, deletion, substitution, transposition). */
  near(term: string, distance: number): Expansion {
    const start = startFuzzy(term, distance);
    return this.#join((part) => part.near(start));
  }

  #join(find: (part: LivePart) => LiveTerms): Expansion {
    const frequencies = new Map<string, number>();
    const found = this.parts.map((part) => ({ part, ...find(part) }));
    for (const { terms } of found) {
      for (const [term, frequency] of terms) {
        frequencies.set(term, (frequencies.get(term) ?? 0) + frequency);
      }
    }
    if (!found.some(({ cut }) => cut)) {
      // All that there is was found: what a part did not give it does not have.
      for (const term of frequencies.keys()) {
        for (const { part, terms } of found) if (!terms.has(term)) part.remember(term, []);
      }
    }
    const terms = [...frequencies];
    const cut = found.some((each) => each.cut) || terms.length > MAX_EXPANSIONS;
    if (!cut) return { terms: terms.map(([term]) => term), cut };
    terms.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return { terms: terms.slice(0, MAX_EXPANSIONS).map(([term]) => term), cut };
  }
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
