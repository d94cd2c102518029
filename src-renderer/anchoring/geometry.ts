/** Where parts of the text are drawn. Each function reads layout: call them together, before anything is written. */
import { isRightToLeft } from '../../src-main/common/language/direction.ts';
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

/** Where `range` begins on its line, without width: at the right of what is written from right to left. */
export function startEdge(index: LeafIndex, range: TextRange): DOMRect | null {
  const from = index.positionFrom(range.start);
  const box = firstBox(index, range);
  return from && box && edgeOf(box, runsLeft(from.node, from.offset) ? 'right' : 'left');
}

/** Where `range` ends on its line, without width: at the left of what is written from right to left. */
export function endEdge(index: LeafIndex, range: TextRange): DOMRect | null {
  const to = index.positionUpTo(range.end);
  const box = lastBox(index, range);
  return to && box && edgeOf(box, runsLeft(to.node, Math.max(0, to.offset - 1)) ? 'left' : 'right');
}

const edgeOf = (box: DOMRect, side: 'left' | 'right'): DOMRect =>
  new DOMRect(box[side], box.top, 0, box.height);

/** Whether lines go on to the left at a character. Letters and digits have a direction of their own, signs that of the text around them. */
function runsLeft(node: Text, at: number): boolean {
  const character = String.fromCodePoint(node.data.codePointAt(at) ?? 0);
  if (/[\p{L}\p{N}]/u.test(character)) return isRightToLeft(character);
  return node.parentElement !== null && getComputedStyle(node.parentElement).direction === 'rtl';
}

/** The box of a caret at `offset`: its left edge is where the caret stands. */
export function caretBox(index: LeafIndex, offset: number): DOMRect | null {
  const next = index.positionFrom(offset);
  const isInside = next && index.offsetOf(next.node, next.offset) === offset;
  if (!isInside) return endEdge(index, { start: 0, end: offset });
  const box = boxOf(next.node, next.offset, Math.min(next.node.length, next.offset + 1), 'first');
  return box && runsLeft(next.node, next.offset) ? edgeOf(box, 'right') : box;
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
