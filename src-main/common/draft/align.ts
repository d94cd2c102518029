/** Lays the words of a quotation on those of a source, and tells which differ. */
import type { Difference, Span } from './spans.ts';
import { isSameWord, readWords, weightOf, type Word } from './words.ts';

export interface Alignment {
  /** Of the words of the quotation, weighed by what they say: 0 to 1. */
  readonly share: number;
  /** The same of words that stand anywhere around that place, in whatever order. */
  readonly anyOrder: number;
  /** The longest run of words that are the same. */
  readonly run: number;
  /** Empty where all words are the same. Ranges are those of the quotation's text. */
  readonly differences: readonly Difference[];
  /** Where it stands in the source. */
  readonly start: number;
  readonly end: number;
}

/** One word for another costs less than one left out and one added, but two of them more than two words added. */
const OTHER = 3;
const ALONE = 2;

const FROM_BOTH = 1;
const FROM_QUOTED = 2;
const FROM_SOURCE = 3;

interface Sides {
  readonly quoted: readonly Word[];
  readonly source: readonly Word[];
  /** After so many words of the quotation, words of the source may be left out: « […] ». */
  readonly gaps: ReadonlySet<number>;
}

/** Null where nothing is to be laid on anything. @param text what `sides.source` is read from */
export function alignWords(sides: Sides, text: string): Alignment | null {
  const { quoted, source } = sides;
  if (quoted.length === 0 || source.length === 0) return null;
  const steps = fill(sides);
  const pairs = trace(sides, steps);
  return describe(sides, pairs, text);
}

interface Steps {
  readonly table: Uint8Array;
  readonly end: number;
  readonly isWhole: boolean;
}

/** Fewest words changed; unless `isWhole`, in the source, nothing before, after and within gaps counts. */
function fill({ quoted, source, gaps }: Sides, isWhole = false): Steps {
  const width = source.length + 1;
  const table = new Uint8Array((quoted.length + 1) * width);
  let before = new Uint16Array(width);
  let costs = new Uint16Array(width);
  table.fill(FROM_SOURCE, 0, width);
  if (isWhole) before.forEach((_, column) => (before[column] = column * ALONE));
  for (let row = 1; row <= quoted.length; row += 1) {
    const word = quoted[row - 1] as Word;
    const isFree = gaps.has(row);
    costs[0] = row * ALONE;
    table[row * width] = FROM_QUOTED;
    for (let column = 1; column < width; column += 1) {
      const both = (before[column - 1] ?? 0) + (isSameWord(word, source[column - 1] as Word) ? 0 : OTHER);
      const added = (before[column] ?? 0) + ALONE;
      const left = (costs[column - 1] ?? 0) + (isFree ? 0 : ALONE);
      const least = Math.min(both, added, left);
      costs[column] = least;
      table[row * width + column] = least === both ? FROM_BOTH : least === left ? FROM_SOURCE : FROM_QUOTED;
    }
    [before, costs] = [costs, before];
  }
  if (isWhole) return { table, end: source.length, isWhole };
  let end = 0;
  for (let column = 1; column < width; column += 1)
    if ((before[column] ?? 0) < (before[end] ?? 0)) end = column;
  return { table, end, isWhole };
}

/** A word of the quotation and one of the source; -1 for none. */
type Pair = readonly [quoted: number, source: number];

function trace({ quoted, source }: Sides, { table, end, isWhole }: Steps): Pair[] {
  const width = source.length + 1;
  const pairs: Pair[] = [];
  let column = end;
  for (let row = quoted.length; row > 0 || (isWhole && column > 0);) {
    const step = table[row * width + column];
    if (step === FROM_BOTH) pairs.push([(row -= 1), (column -= 1)]);
    else if (step === FROM_QUOTED) pairs.push([(row -= 1), -1]);
    else pairs.push([-1, (column -= 1)]);
  }
  return pairs.reverse();
}

function describe({ quoted, source, gaps }: Sides, pairs: readonly Pair[], text: string): Alignment {
  let same = 0;
  let run = 0;
  let longest = 0;
  let row = 0;
  let open: { quoted: number[]; source: number[]; row: number } | null = null;
  const differences: Difference[] = [];
  const placed = pairs.flatMap(([, at]) => (at < 0 ? [] : [at]));
  const close = (): void => {
    if (open) differences.push(toDifference(open, quoted, source, text));
    open = null;
  };
  for (const [left, right] of pairs) {
    const word = quoted[left];
    const other = source[right];
    if (left < 0 && gaps.has(row)) {
      close();
      run = 0;
      continue;
    }
    if (word && other && isSameWord(word, other)) {
      close();
      same += weightOf(word);
      run += 1;
      longest = Math.max(longest, run);
    } else {
      open ??= { quoted: [], source: [], row };
      if (left >= 0) open.quoted.push(left);
      if (right >= 0) open.source.push(right);
      run = 0;
    }
    if (left >= 0) row = left + 1;
  }
  close();
  const all = quoted.reduce((sum, word) => sum + weightOf(word), 0);
  const [first = 0, last = 0] = [placed[0], placed.at(-1)];
  return {
    share: same / all,
    anyOrder: heldAround(quoted, source, first, last) / all,
    run: longest,
    differences,
    start: source[first]?.start ?? 0,
    end: source[last]?.end ?? 0,
  };
}

/** The weight of the words that the source has within the length of the quotation. */
function heldAround(quoted: readonly Word[], source: readonly Word[], first: number, last: number): number {
  const beside = Math.ceil(quoted.length / 2);
  const left = source.slice(Math.max(0, first - beside), last + 1 + beside).map(({ key }) => key);
  let held = 0;
  for (const word of quoted) {
    const at = left.indexOf(word.key);
    if (at < 0) continue;
    left.splice(at, 1);
    held += weightOf(word);
  }
  return held;
}

function toDifference(
  open: { readonly quoted: readonly number[]; readonly source: readonly number[]; readonly row: number },
  quoted: readonly Word[],
  source: readonly Word[],
  text: string,
): Difference {
  const from = quoted[open.quoted[0] ?? -1]?.start;
  const to = quoted[open.quoted.at(-1) ?? -1]?.end;
  // Words that were left out: the place is after the word before.
  const place = open.row > 0 ? (quoted[open.row - 1]?.end ?? 0) : 0;
  const first = source[open.source[0] ?? -1];
  const last = source[open.source.at(-1) ?? -1];
  return {
    start: from ?? place,
    end: to ?? place,
    was: first && last ? text.slice(first.start, last.end) : '',
  };
}

export interface WordChange {
  readonly before: Span;
  readonly after: Span;
}

/** Where the words of two texts differ, laid on each other from end to end. */
export function compareWords(before: string, after: string): readonly WordChange[] {
  const [source, quoted] = [readWords(before, LONGEST), readWords(after, LONGEST)];
  const pairs = trace({ quoted, source, gaps: NO_GAPS }, fill({ quoted, source, gaps: NO_GAPS }, true));
  const changes: WordChange[] = [];
  let lasts: [number, number] = [0, 0];
  let open: { before: Word[]; after: Word[] } | null = null;
  const close = (): void => {
    if (open) changes.push({ before: spanOf(open.before, lasts[0]), after: spanOf(open.after, lasts[1]) });
    open = null;
  };
  for (const [left, right] of pairs) {
    const [now, then] = [quoted[left], source[right]];
    if (now && then && isSameWord(now, then)) {
      close();
      lasts = [then.end, now.end];
      continue;
    }
    open ??= { before: [], after: [] };
    if (then) open.before.push(then);
    if (now) open.after.push(now);
  }
  close();
  return changes;
}

/** In words: the square of this is what comparing costs. */
const LONGEST = 1500;
const NO_GAPS: ReadonlySet<number> = new Set();

const spanOf = (words: readonly Word[], place: number): Span => ({
  start: words[0]?.start ?? place,
  end: words.at(-1)?.end ?? place,
});
