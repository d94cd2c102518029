/** The terms of an index, and the terms that a wildcard or a misspelt word stands for, within bounds. */
import type { Effort } from './effort.ts';
import { startFuzzy } from './fuzzy.ts';
import { leastOf, type LivePart, type LiveTerms } from './live-part.ts';
import { NOWHERE } from './postings.ts';
import { TermTable } from './term-table.ts';
import { makeTermTest } from './wildcard.ts';

export interface Expansion {
  readonly terms: readonly string[];
  /** There were more: the most frequent were taken, as far as one part of the index can tell. */
  readonly cut: boolean;
}

/** A term as it stands in the parts of an index. */
export interface KnownTerm {
  /** In how many live documents and fields it occurs. */
  readonly frequency: number;
  /** From `at` on its position in each part, or `NOWHERE`; terms that were found together share one column. */
  readonly positions: Int32Array;
  readonly at: number;
}

/** @param part its number in the index */
export function positionIn({ positions, at }: KnownTerm, part: number): number {
  return positions[at + part] ?? NOWHERE;
}

/** Terms that are remembered: those of some queries. */
const REMEMBERED = 8192;

/** Looks into each part by itself: no list of all terms has to be made anew when something was added. */
export class Vocabulary {
  readonly #known = new Map<string, KnownTerm>();

  constructor(readonly parts: readonly LivePart[]) {}

  /** A term that only removed documents held is none. */
  has(term: string): boolean {
    return this.find(term).frequency > 0;
  }

  find(term: string): KnownTerm {
    const known = this.#known.get(term);
    if (known) return known;
    const positions = Int32Array.from(this.parts, ({ part }) => part.find(term));
    return this.#remember(term, { frequency: this.#count(positions, 0), positions, at: 0 });
  }

  #count(positions: Int32Array, at: number): number {
    let frequency = 0;
    this.parts.forEach((part, number) => (frequency += part.frequencyAt(positions[at + number] ?? NOWHERE)));
    return frequency;
  }

  #remember(term: string, known: KnownTerm): KnownTerm {
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(term, known);
    return known;
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
    // Once the effort is spent, no part can tell any more that it does not have a term.
    const found = this.parts.map((part) => {
      const terms = find(part);
      return { ...terms, cut: terms.cut || effort.isSpent };
    });
    const table = new TermTable(this.parts, found);
    const rows = takeMostFrequent(table, effort);
    return {
      terms: this.#learn(table, rows, found),
      cut: found.some(({ cut }) => cut) || rows.length < table.length,
    };
  }

  /** What was found of terms is not looked up again. @returns the terms */
  #learn(table: TermTable, rows: readonly number[], found: readonly LiveTerms[]): string[] {
    const width = this.parts.length;
    const positions = new Int32Array(rows.length * width);
    const isWhole = !found.some(({ cut }) => cut);
    return rows.map((row, number) => {
      const term = table.term(row);
      const at = number * width;
      table.copyPositions(row, positions, at);
      if (!isWhole) this.#complete(term, positions, at, found);
      const frequency = isWhole ? (table.frequencies[row] ?? 0) : this.#count(positions, at);
      this.#remember(term, { frequency, positions, at });
      return term;
    });
  }

  /** Looks for a term where it may be and was not found. */
  #complete(term: string, positions: Int32Array, at: number, found: readonly LiveTerms[]): void {
    found.forEach(({ cut }, number) => {
      if (!cut || positions[at + number] !== NOWHERE) return;
      positions[at + number] = this.parts[number]?.part.find(term) ?? NOWHERE;
    });
  }
}

/** All of them where there is room, else those of most documents. */
function takeMostFrequent(table: TermTable, { terms, postings }: Effort): number[] {
  const all = Array.from({ length: table.length }, (_none, row) => row);
  const of = (row: number): number => table.frequencies[row] ?? 0;
  const taken = all.length > terms ? takeMost(table, all, terms) : all;
  if (taken.reduce((sum, row) => sum + of(row), 0) <= postings) return taken;
  let left = postings;
  return taken.sort((a, b) => of(b) - of(a)).filter((row) => (left -= of(row)) >= 0);
}

/** Of those at the limit there may be more than there is room for: they are taken in the order of the alphabet. */
function takeMost(table: TermTable, rows: readonly number[], most: number): number[] {
  const of = (row: number): number => table.frequencies[row] ?? 0;
  const least = leastOf(table.frequencies.subarray(0, table.length), most);
  const more = rows.filter((row) => of(row) > least);
  const ties = rows.filter((row) => of(row) === least).map((row) => ({ row, term: table.term(row) }));
  ties.sort((a, b) => (a.term < b.term ? -1 : 1));
  return [...more, ...ties.map(({ row }) => row).slice(0, most - more.length)];
}
