/** A printed text leaf in the pieces that its highlights cut it into: paper has elements, where the window only paints. */
import type { Color, Excerpt } from '../../../src-main/common/contract/entities.ts';
import type { Intervals } from '../../anchoring/intervals.ts';

export interface Piece {
  readonly text: string;
  /** Of the highlights that lie on it, the one that begins last is on top. */
  readonly colors: readonly Color[];
  /** Numbers of the notes of highlights that end with it. */
  readonly notes: readonly number[];
}

export interface Numbered {
  readonly excerpt: Excerpt;
  readonly number: number;
}

/** Highlights that have something to say at the end, in the order of the text, from 1. */
export function numberNotes(excerpts: readonly Excerpt[]): readonly Numbered[] {
  return excerpts
    .filter(({ note, tags, claims }) => note !== '' || tags.length > 0 || claims.length > 0)
    .toSorted((a, b) => a.end - b.end || a.start - b.start)
    .map((excerpt, at) => ({ excerpt, number: at + 1 }));
}

/** @param start offset of the leaf's first character */
export function cutIntoPieces(
  text: string,
  start: number,
  excerpts: Intervals<Excerpt>,
  numbers: ReadonlyMap<string, number>,
): readonly Piece[] {
  const end = start + text.length;
  const over = excerpts.overlapping({ start, end });
  const inner = over.flatMap((each) => [each.start, each.end]).filter((at) => at > start && at < end);
  const cuts = [...new Set([start, ...inner, end])].sort((a, b) => a - b);
  return cuts.slice(1).map((to, at) => {
    const from = cuts[at] ?? start;
    const on = over.filter((each) => each.start < to && each.end > from);
    return {
      text: text.slice(from - start, to - start),
      colors: on.toSorted((a, b) => a.start - b.start).map(({ color }) => color),
      notes: over.filter((each) => each.end === to).flatMap(({ id }) => numbers.get(id) ?? []),
    };
  });
}
