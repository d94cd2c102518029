/**
 * Canonical offsets ↔ text nodes on the page. The offsets are the truth and come from the tree; the page is
 * only where they are drawn, and may hold any part of the article while it is being mounted.
 */
import type { Leaf } from '../../src-main/common/document/tree.ts';
import type { TextRange } from './text-range.ts';

export interface TextPosition {
  readonly node: Text;
  readonly offset: number;
}

/** Marks elements whose text is the reader's own (labels, descriptions) and not part of the article's text. */
export const APART = 'data-apart';

export class LeafIndex {
  readonly #starts: readonly number[];
  readonly #leaves: readonly Leaf[];
  readonly #nodes: (Text | null)[];
  readonly #indexes = new WeakMap<Text, number>();
  /** Length of the canonical text up to the end of the last leaf. */
  readonly length: number;

  /** @param leaves every leaf with its offset, in the order of the text */
  constructor(leaves: ReadonlyMap<Leaf, number>) {
    const all = [...leaves.keys()];
    const starts = [...leaves.values()];
    const isFull = (_: unknown, index: number): boolean => all[index]?.value !== '';
    const hasEmpty = all.some(({ value }) => value === '');
    this.#leaves = hasEmpty ? all.filter(isFull) : all;
    this.#starts = hasEmpty ? starts.filter(isFull) : starts;
    this.#nodes = new Array<null>(this.#leaves.length).fill(null);
    const last = this.#starts.length - 1;
    this.length = last < 0 ? 0 : (this.#starts[last] ?? 0) + (this.#leaves[last]?.value.length ?? 0);
  }

  /**
   * Pairs the text nodes below `root` with the leaves of `range`, both in document order. A node that is not
   * the leaf's text is passed over, so that white space between elements does no harm.
   * @returns how many leaves found their node
   */
  attach(root: Node, range: TextRange): number {
    let index = this.#firstEndingAfter(range.start);
    let attached = 0;
    for (const node of articleTexts(root)) {
      if (!this.#holds(index, range)) break;
      if (node.data !== this.#leaves[index]?.value) continue;
      this.#nodes[index] = node;
      this.#indexes.set(node, index);
      index += 1;
      attached += 1;
    }
    return attached;
  }

  /** Forgets the nodes of `range`, which are leaving the page. */
  detach(range: TextRange): void {
    for (let index = this.#firstEndingAfter(range.start); this.#holds(index, range); index += 1) {
      this.#nodes[index] = null;
    }
  }

  /** The canonical offset of a place in an attached text node; null for any other node. */
  offsetOf(node: Node, inner: number): number | null {
    const index = node.nodeType === 3 ? this.#indexes.get(node as Text) : undefined;
    if (index === undefined) return null;
    return (this.#starts[index] ?? 0) + Math.min(inner, this.#leaves[index]?.value.length ?? 0);
  }

  /** The part of the canonical text that a text node shows. */
  spanOf(node: Node): TextRange | null {
    const start = this.offsetOf(node, 0);
    const end = this.offsetOf(node, Infinity);
    return start === null || end === null ? null : { start, end };
  }

  /** Where the character at `offset` begins, or the next one that is on the page; null where there is none. */
  positionFrom(offset: number): TextPosition | null {
    for (let index = this.#firstEndingAfter(offset); index < this.#nodes.length; index += 1) {
      const node = this.#nodes[index];
      if (node) return { node, offset: Math.max(0, offset - (this.#starts[index] ?? 0)) };
    }
    return null;
  }

  /** Where the character before `offset` ends, or the one before that is on the page; null where there is none. */
  positionUpTo(offset: number): TextPosition | null {
    for (let index = this.#lastStartingBefore(offset); index >= 0; index -= 1) {
      const node = this.#nodes[index];
      if (node) return { node, offset: Math.min(node.length, offset - (this.#starts[index] ?? 0)) };
    }
    return null;
  }

  /** A DOM range over the part of `range` that is on the page; null where nothing of it is. */
  toDomRange(range: TextRange): Range | null {
    const from = this.positionFrom(range.start);
    const to = this.positionUpTo(range.end);
    if (!from || !to) return null;
    const start = this.offsetOf(from.node, from.offset) ?? 0;
    const end = this.offsetOf(to.node, to.offset) ?? 0;
    if (start >= end) return null;
    const result = from.node.ownerDocument.createRange();
    result.setStart(from.node, from.offset);
    result.setEnd(to.node, to.offset);
    return result;
  }

  #holds(index: number, range: TextRange): boolean {
    const start = this.#starts[index];
    return start !== undefined && start < range.end;
  }

  #firstEndingAfter(offset: number): number {
    return search(this.#starts.length, (index) => this.#endOf(index) > offset);
  }

  #lastStartingBefore(offset: number): number {
    return search(this.#starts.length, (index) => (this.#starts[index] ?? 0) >= offset) - 1;
  }

  #endOf(index: number): number {
    return (this.#starts[index] ?? 0) + (this.#leaves[index]?.value.length ?? 0);
  }
}

/** The first index of a monotonous yes, or `count`. */
function search(count: number, isPast: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isPast(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function passApart(node: Node): number {
  if (node.nodeType === 3) return NodeFilter.FILTER_ACCEPT;
  return (node as Element).hasAttribute(APART) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
}

/** The text nodes below `root` that belong to the article, in document order. */
export function* articleTexts(root: Node): Generator<Text> {
  const document = root.ownerDocument ?? (root as Document);
  // Asking at each node is what costs, and most sections have nothing apart.
  const hasApart = (root as ParentNode).querySelector(`[${APART}]`) !== null;
  const walker = hasApart
    ? document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, passApart)
    : document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) yield walker.currentNode as Text;
}
