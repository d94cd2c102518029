/** The shapes between the steps of reading a PDF. Lengths are points of the page; `y` grows downwards. */

/** Characters of one line that stand on one baseline: 1 raised, -1 lowered, 0 on the line itself. */
export interface Piece {
  readonly text: string;
  readonly raise: -1 | 0 | 1;
}

/** A run of characters without a wide gap; what a line of a column is until the columns are known. */
export interface Segment {
  readonly pieces: readonly Piece[];
  readonly x0: number;
  readonly x1: number;
  /** The baseline. */
  readonly y: number;
  /** The size that most of its characters have. */
  readonly size: number;
  /** pdf.js's name of the font that most of its characters have. */
  readonly font: string;
  readonly isRtl: boolean;
}

/** A line of a column. */
export interface Line extends Segment {
  /** Put together of segments that stand far apart, as the rows of a table do. */
  readonly isTabular: boolean;
}

/** Lines that are read one after another before anything else on their page: a column, or what spans the columns. */
export interface Region {
  readonly lines: readonly Line[];
  /** Where most lines begin, and how far the longest go. */
  readonly left: number;
  readonly right: number;
  /** How far from `right` lines usually end: nothing where they are justified. */
  readonly slack: number;
}

/** A page as read: its segments in the order of the file. Text that runs another way than most comes last. */
export interface PageText {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly segments: readonly Segment[];
  /** What runs up or down the page's side, one group for each direction. */
  readonly turned: readonly (readonly Segment[])[];
}

export const textOf = (segment: Segment): string => segment.pieces.map(({ text }) => text).join('');

/** The value that most characters have; 0 of nothing. */
export function mostCommon(counted: Iterable<readonly [value: number, weight: number]>): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of counted) weights.set(value, (weights.get(value) ?? 0) + weight);
  let best = 0;
  let most = -1;
  for (const [value, weight] of weights) {
    if (weight > most) [best, most] = [value, weight];
  }
  return best;
}

/** The least and the most of some values; pages of a hundred thousand pieces rule out spreading them into a call. */
export function extent(values: Iterable<number>): readonly [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** The lower of both middle ones where there are two. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[(values.length - 1) >> 1] ?? 0;
}
