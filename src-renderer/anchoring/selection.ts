/** What the user has selected on the page, as a range of the canonical text; and the way back. */
import type { LeafIndex } from './leaf-index.ts';
import type { TextRange } from './text-range.ts';

/** Offsets of both ends of a selection, in the order in which they were set. */
export interface SelectedSpan {
  readonly anchor: number;
  readonly focus: number;
}

/**
 * The offset nearest to any place on the page. A place outside the article counts as its start or its end, so
 * a selection that begins in the margin is clamped and never refused.
 */
export function nearestOffset(index: LeafIndex, article: Node, node: Node, inner: number): number {
  const direct = index.offsetOf(node, inner);
  if (direct !== null) return direct;
  if (!article.contains(node)) {
    const isBefore = (article.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    // An ancestor of the article precedes it; the child index tells on which side the place is.
    if (node.contains(article)) return isAfterChild(node, inner, article) ? index.length : 0;
    return isBefore ? 0 : index.length;
  }
  return nextOffset(index, article, node, inner);
}

function isAfterChild(parent: Node, inner: number, descendant: Node): boolean {
  const children = [...parent.childNodes];
  return children.findIndex((child) => child.contains(descendant)) < inner;
}

/** The first attached text at or after a place between elements, else the end of the one before. */
function nextOffset(index: LeafIndex, article: Node, node: Node, inner: number): number {
  const document = article.ownerDocument ?? (article as Document);
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  range.setStart(node, Math.min(inner, node.nodeType === 3 ? (node as Text).length : node.childNodes.length));
  let before = 0;
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const span = index.spanOf(text);
    if (!span) continue;
    if (range.comparePoint(text, 0) >= 0) return span.start;
    before = span.end;
  }
  return before;
}

/** Reads the page's selection. Null where there is none, or where both its ends lie outside on the same side. */
export function readSelection(
  index: LeafIndex,
  article: Node,
  selection: Selection | null,
): SelectedSpan | null {
  const { anchorNode, focusNode } = selection ?? {};
  if (!selection || !anchorNode || !focusNode) return null;
  const anchor = nearestOffset(index, article, anchorNode, selection.anchorOffset);
  const focus = nearestOffset(index, article, focusNode, selection.focusOffset);
  const isNear = article.contains(anchorNode) || article.contains(focusNode);
  return isNear || anchor !== focus ? { anchor, focus } : null;
}

/** Whether words of the page are selected that are none of the article's: its title, the line above it. */
export function selectsBeside(page: Node, article: Node, selection: Selection | null): boolean {
  const { anchorNode, focusNode } = selection ?? {};
  if (!selection || !anchorNode || !focusNode || selection.toString().trim() === '') return false;
  const isOnPage = page.contains(anchorNode) && page.contains(focusNode);
  return isOnPage && !selection.getRangeAt(0).intersectsNode(article);
}

/** Makes a span the page's selection. @returns false where its text is not on the page */
export function writeSelection(index: LeafIndex, selection: Selection, span: SelectedSpan): boolean {
  const isForward = span.anchor <= span.focus;
  const isCollapsed = span.anchor === span.focus;
  const first = isForward ? index.positionFrom(span.anchor) : index.positionUpTo(span.anchor);
  const second = isForward && !isCollapsed ? index.positionUpTo(span.focus) : index.positionFrom(span.focus);
  const from = first ?? second;
  const to = second ?? first;
  if (!from || !to) return false;
  selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  return true;
}

/** Both ends in the order of the text. */
export function toRange(span: SelectedSpan): TextRange {
  return { start: Math.min(span.anchor, span.focus), end: Math.max(span.anchor, span.focus) };
}
