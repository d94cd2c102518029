/** Where parts of the text are drawn. Each function reads layout: call them together, before anything is written. */
import type { LeafIndex } from './leaf-index.ts';
import type { TextRange } from './text-range.ts';

/** The box of the first character of `range` that is on the page, in window coordinates. */
export function firstBox(index: LeafIndex, range: TextRange): DOMRect | null {
  const from = index.positionFrom(range.start);
  if (!from) return null;
  return boxOf(from.node, from.offset, Math.min(from.node.length, from.offset + 1), 'first');
}

/** The box of the last character of `range` that is on the page, in window coordinates. */
export function lastBox(index: LeafIndex, range: TextRange): DOMRect | null {
  const to = index.positionUpTo(range.end);
  if (!to) return null;
  return boxOf(to.node, Math.max(0, to.offset - 1), to.offset, 'last');
}

/** The box of a caret at `offset`: its left edge is where the caret stands. */
export function caretBox(index: LeafIndex, offset: number): DOMRect | null {
  const next = index.positionFrom(offset);
  const isInside = next && index.offsetOf(next.node, next.offset) === offset;
  if (isInside) return boxOf(next.node, next.offset, Math.min(next.node.length, next.offset + 1), 'first');
  const box = lastBox(index, { start: 0, end: offset });
  return box && new DOMRect(box.right, box.top, 0, box.height);
}

function boxOf(node: Text, start: number, end: number, which: 'first' | 'last'): DOMRect | null {
  const range = node.ownerDocument.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  const boxes = range.getClientRects();
  return boxes[which === 'first' ? 0 : boxes.length - 1] ?? null;
}

/** The place in the text under a point of the window; null outside text. */
export function offsetAtPoint(index: LeafIndex, x: number, y: number): number | null {
  const place = document.caretPositionFromPoint(x, y);
  return place && index.offsetOf(place.offsetNode, place.offset);
}
