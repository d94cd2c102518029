/**
 * Text that stands twice within one article: pages that were saved with two copies of their body, paragraphs that
 * come again, pull quotes. Whole paragraphs are told, since only whole ones can be taken out.
 */
import type { TextLayout, Unit } from '../document/canonical.ts';
import { readRepeatedUnits, type RepeatedUnit, type WordUnit } from './repeat-units.ts';
import { hashShingles } from './shingles.ts';
import { readWords, type Words } from './words.ts';

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface Repeat {
  /** `quote`: a part of a longer paragraph, set apart. */
  readonly kind: 'copy' | 'quote';
  /** What would stay. It stands before `second`, but for a quotation of what comes later. */
  readonly first: TextRange;
  /** What may be taken out: whole paragraphs, headings, items or rows. */
  readonly second: TextRange;
  /** Of `second`. */
  readonly words: number;
  /** Part of the words of `second` that stand in `first`: 0.9 to 1. */
  readonly similarity: number;
}

/** A shorter run is a phrase, a refrain or a caption. */
const SHORTEST_RUN = 12;
/** Words that may stand between the places of two neighbours: what was left out of a copy. */
const GAP = 30;
/** A quotation is at most so much of the paragraph that it is taken from. */
const QUOTED = 0.7;
/** Longer texts are not looked through: each word costs some memory. */
const MOST_WORDS = 1_000_000;

/** In order of `second`; none overlap. Linear in the text. */
export function findRepeats(
  { text, units }: Pick<TextLayout, 'text' | 'units'>,
  words: Words = readWords(text),
): readonly Repeat[] {
  if (words.count > MOST_WORDS) return [];
  return new Finder(words, placeWords(units, words)).find();
}

function placeWords(units: readonly Unit[], { count, starts }: Words): readonly WordUnit[] {
  let at = 0;
  return units.map(({ role, start, end }) => {
    while (at < count && (starts[at] ?? 0) < start) at += 1;
    const from = at;
    while (at < count && (starts[at] ?? 0) < end) at += 1;
    return { role, start, end, from, to: at };
  });
}

/** Neighbours that are repeated as neighbours. */
interface Run {
  first: { from: number; to: number };
  readonly units: number[];
  covered: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

class Finder {
  readonly #repeated: readonly (RepeatedUnit | null)[];
  readonly #found: Repeat[] = [];
  /** Units of runs that were found. */
  readonly #taken = new Set<number>();
  /** For each word that may be taken out, one more than the place of the one that stays; 0 for all others. */
  readonly #kept: Uint32Array;

  constructor(
    readonly words: Words,
    readonly units: readonly WordUnit[],
  ) {
    this.#repeated = readRepeatedUnits(hashShingles(words.terms), units);
    this.#kept = new Uint32Array(words.count);
  }

  find(): readonly Repeat[] {
    // What is taken from a later place is looked at last: by then it is known which copy of that place stays.
    for (const isLater of [false, true]) {
      for (let at = 0; at < this.units.length;) {
        const found = this.#repeated[at];
        const run = found?.isLater === isLater ? this.#runFrom(at, found) : null;
        if (run && this.#isWorthwhile(run)) this.#take(run);
        at = (run?.units.at(-1) ?? at) + 1;
      }
    }
    return this.#found.sort((a, b) => a.second.start - b.second.start);
  }

  /** A run that begins with a unit which is repeated for itself; short ones beside it are added where they fit. */
  #runFrom(at: number, found: RepeatedUnit): Run {
    const run: Run = { first: { from: found.from, to: found.to }, units: [at], covered: found.covered };
    if (!found.isLater) {
      this.#extendBack(run, at - 1);
      this.#extend(run, at + 1);
    }
    return run;
  }

  #extend(run: Run, from: number): void {
    for (let at = from; at < this.units.length; at += 1) {
      const unit = this.units[at];
      const found = this.#repeated[at];
      if (!unit || !(found ? this.#goesOn(run, found) : this.#addShort(run, unit))) return;
      run.units.push(at);
    }
  }

  #goesOn(run: Run, found: RepeatedUnit): boolean {
    const { to } = run.first;
    if (found.isLater || found.from < to - SHORTEST_RUN || found.from > to + GAP) return false;
    // The run itself is no place for what stays: of the same paragraph thrice in a row each is a copy by itself.
    if (found.to > this.#beginOf(run)) return false;
    run.first.to = Math.max(to, found.to);
    run.covered += found.covered;
    return true;
  }

  #addShort(run: Run, unit: WordUnit): boolean {
    const size = sizeOf(unit);
    const { to } = run.first;
    if (to + size > this.#beginOf(run) || !this.#isSame(unit, to)) return false;
    run.first.to += size;
    run.covered += size;
    return true;
  }

  #beginOf({ units: [first = 0] }: Run): number {
    return this.units[first]?.from ?? 0;
  }

  #extendBack(run: Run, from: number): void {
    for (let at = from; at >= 0 && !this.#taken.has(at); at -= 1) {
      const unit = this.units[at];
      if (!unit || this.#repeated[at] || sizeOf(unit) === 0) return;
      const place = run.first.from - sizeOf(unit);
      if (place < 0 || !this.#isSame(unit, place)) return;
      run.first.from = place;
      run.covered += sizeOf(unit);
      run.units.unshift(at);
    }
  }

  /** Short units have no shingles: they are compared word by word. */
  #isSame({ from, to }: WordUnit, place: number): boolean {
    const { terms } = this.words;
    for (let at = from; at < to; at += 1) if (terms[at] !== terms[place + at - from]) return false;
    return true;
  }

  #isWorthwhile({ units, first }: Run): boolean {
    const all = this.#unitsOf(units);
    const [head, last] = [all[0], all.at(-1)];
    if (!head || !last || countWords(all) < SHORTEST_RUN) return false;
    // Figures in tables and words of headings come again by themselves.
    const isProse = all.some(({ role }) => role === 'paragraph' || role === 'item');
    if (first.to <= head.from) return isProse;
    // What comes later as a paragraph of its own is the copy that may go; only a quotation goes before its text.
    const kept = this.#keptPlace(first);
    return (
      isProse && this.#isQuoted(first, countWords(all)) && (kept.to <= head.from || kept.from >= last.to)
    );
  }

  #take({ units, first, covered }: Run): void {
    const all = this.#unitsOf(units);
    const [head, last] = [all[0], all.at(-1)];
    if (!head || !last) return;
    const words = countWords(all);
    const place = this.#keptPlace(first);
    for (const at of units) this.#taken.add(at);
    for (let at = head.from; at < last.to; at += 1) {
      this.#kept[at] = Math.min(place.from + at - head.from, place.to - 1) + 1;
    }
    this.#found.push({
      kind: units.length === 1 && this.#isQuoted(place, words) ? 'quote' : 'copy',
      first: { start: this.words.starts[place.from] ?? 0, end: this.words.ends[place.to - 1] ?? 0 },
      second: { start: head.start, end: last.end },
      words,
      similarity: Math.min(1, covered / words),
    });
  }

  /** Of three copies the first stays, whichever the third was found equal to. */
  #keptPlace(place: Span): Span {
    const [first, last] = [this.#kept[place.from] ?? 0, this.#kept[place.to - 1] ?? 0];
    return first > 0 && last >= first ? { from: first - 1, to: last } : place;
  }

  #isQuoted({ from, to }: Span, words: number): boolean {
    const unit = this.#unitAround(from);
    return unit !== undefined && to <= unit.to && words < QUOTED * sizeOf(unit);
  }

  #unitAround(word: number): WordUnit | undefined {
    let [low, high] = [0, this.units.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.units[middle]?.to ?? 0) > word) high = middle;
      else low = middle + 1;
    }
    return this.units[low];
  }

  #unitsOf(numbers: readonly number[]): readonly WordUnit[] {
    return numbers.flatMap((at) => this.units[at] ?? []);
  }
}

function sizeOf({ from, to }: WordUnit): number {
  return to - from;
}

function countWords(units: readonly WordUnit[]): number {
  return units.reduce((sum, unit) => sum + sizeOf(unit), 0);
}
