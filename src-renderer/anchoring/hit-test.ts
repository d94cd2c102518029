import type { Intervals } from './intervals.ts';
import type { LeafIndex } from './leaf-index.ts';
import { intersect, type TextRange } from './text-range.ts';

/** A caret stands between characters: the one under the pointer may be on either side of it. */
const REACH = 1;
/** Pixels that a pointer may miss a line by (the wash is a little higher than the letters). */
const SLACK = 2;

/**
 * The items drawn under a point of the window, in the order of the text. A caret is found for blank space too
 * (the end of a short line), so each candidate must have a box under the point.
 */
export function itemsAtPoint<Item extends TextRange>(
  index: LeafIndex,
  items: Intervals<Item>,
  x: number,
  y: number,
): readonly Item[] {
  const place = document.caretPositionFromPoint(x, y);
  const span = place && index.spanOf(place.offsetNode);
  const offset = place && index.offsetOf(place.offsetNode, place.offset);
  if (!place || !span || offset === null) return [];
  const around = { start: Math.max(0, offset - REACH), end: offset + REACH };
  return items.overlapping(around).filter((item) => {
    const part = intersect(item, span);
    return part !== null && isDrawnAt(index, part, x, y);
  });
}

/** Only the text node under the point is measured: a range over whole blocks would report their boxes, blank or not. */
function isDrawnAt(index: LeafIndex, part: TextRange, x: number, y: number): boolean {
  const boxes = index.toDomRange(part)?.getClientRects() ?? [];
  return Array.from(boxes).some(
    (box) =>
      x >= box.left - SLACK && x <= box.right + SLACK && y >= box.top - SLACK && y <= box.bottom + SLACK,
  );
}
