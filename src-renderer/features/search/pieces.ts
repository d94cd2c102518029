/** Text cut at the ends of ranges, so that marks are text nodes in elements and never built from markup. */
import type { Excerpt } from '../../../src-main/common/contract/entities.ts';
import type { Range } from '../../../src-main/common/contract/hits.ts';

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Ranges may overlap, touch, be out of order or reach past the text. */
export function cutAtRanges(text: string, ranges: readonly Range[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const from = Math.max(start, at);
    const to = Math.min(end, text.length);
    if (to <= from) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

export interface Surroundings {
  readonly before: string;
  readonly passage: readonly WashedPiece[];
  readonly after: string;
}

/** `color` is that of the newest highlight over it, null where there is none. */
export interface WashedPiece {
  readonly text: string;
  readonly color: Excerpt['color'] | null;
}

const REACH = 160;
/** A passage longer than this is cut: the aside shows where one is, the reader shows all of it. */
const LONGEST = 700;

/** A passage between some words before and after it, with the highlights that lie on it. */
export function surround(
  text: string,
  range: { readonly start: number; readonly end: number },
  excerpts: readonly Excerpt[],
): Surroundings {
  const end = Math.min(range.end, range.start + LONGEST);
  return {
    before: cutStart(text.slice(Math.max(0, range.start - REACH), range.start), range.start > REACH),
    passage: wash(text, range.start, end, excerpts),
    after: cutEnd(text.slice(end, end + REACH), end + REACH < text.length),
  };
}

function wash(
  text: string,
  start: number,
  end: number,
  excerpts: readonly Excerpt[],
): readonly WashedPiece[] {
  const over = excerpts.filter((excerpt) => excerpt.start < end && excerpt.end > start);
  const cuts = new Set([start, end]);
  for (const excerpt of over) {
    cuts.add(Math.max(start, excerpt.start));
    cuts.add(Math.min(end, excerpt.end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, index) => ({
    text: text.slice(from, edges[index + 1]),
    color: over.findLast((excerpt) => excerpt.start <= from && excerpt.end > from)?.color ?? null,
  }));
}

const cutStart = (text: string, cut: boolean): string => (cut ? `…${text.replace(/^\S*\s?/, '')}` : text);

/** Nothing is missing from a sentence that ended. */
function cutEnd(text: string, cut: boolean): string {
  const whole = cut ? text.replace(/\s*\S*$/, '') : text;
  return cut && !/[.!?…]$/.test(whole) ? `${whole}…` : whole;
}
