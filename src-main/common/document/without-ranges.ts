/** A tree without parts of its text. */
import { layoutText } from './canonical.ts';
import { closeTree } from './close-tree.ts';
import type { Image, Leaf, Node, Root } from './tree.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Takes out what stands in `ranges`, which hold whole paragraphs, headings, items and rows; what is empty then goes
 * too. A picture between them goes only where the same one stands elsewhere: it may be the only copy.
 * @param ranges in order, not overlapping
 */
export function removeRanges(root: Root, ranges: readonly Range[]): Root {
  return closeTree(new Pruner(root, ranges).prune(root));
}

class Pruner {
  readonly #leaves: ReadonlyMap<Leaf, number>;
  readonly #pictures = new Map<string, number>();
  /** Where the last text that was met ends, and the first range that ends after it. */
  #at = 0;
  #range = 0;

  constructor(
    root: Root,
    readonly ranges: readonly Range[],
  ) {
    this.#leaves = layoutText(root).leaves;
    this.#countPictures(root);
  }

  /** In the order of the text. Recursion is bounded: trees are no deeper than `MAX_DEPTH`. */
  prune(node: Node): Node | null {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
      case 'code':
        return this.#removesLeaf(node) ? null : node;
      case 'image':
        return this.#removesPicture(node) ? null : node;
      case 'thematicBreak':
        return this.#isInside() ? null : node;
      default:
        return 'children' in node ? this.#pruneChildren(node) : node;
    }
  }

  #pruneChildren<Parent extends Node & { readonly children: readonly Node[] }>(node: Parent): Node | null {
    const children = node.children.map((child) => this.prune(child)).filter((child) => child !== null);
    if (
      children.length === node.children.length &&
      children.every((child, at) => child === node.children[at])
    ) {
      return node;
    }
    // What is put together here is given its final form by `closeTree`.
    return children.every(isEmpty) ? null : ({ ...node, children } as Node);
  }

  #removesLeaf(leaf: Leaf): boolean {
    const start = this.#leaves.get(leaf) ?? 0;
    if (leaf.value === '') return false;
    this.#at = start + leaf.value.length;
    while ((this.ranges[this.#range]?.end ?? Infinity) < this.#at) this.#range += 1;
    const range = this.ranges[this.#range];
    return range !== undefined && range.start <= start && this.#at <= range.end;
  }

  #removesPicture(image: Image): boolean {
    const key = keyOf(image);
    const left = this.#pictures.get(key) ?? 0;
    if (!this.#isInside() || left < 2) return false;
    this.#pictures.set(key, left - 1);
    return true;
  }

  /** Between two texts that are both taken out. */
  #isInside(): boolean {
    const range = this.ranges[this.#range];
    return range !== undefined && range.start < this.#at && this.#at < range.end;
  }

  #countPictures(node: Node): void {
    if (node.type === 'image') this.#pictures.set(keyOf(node), (this.#pictures.get(keyOf(node)) ?? 0) + 1);
    else if ('children' in node) for (const child of node.children) this.#countPictures(child);
  }
}

function keyOf({ blob, alt }: Image): string {
  return `${blob ?? ''} ${alt}`;
}

function isEmpty(node: Node): boolean {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code')
    return node.value.trim() === '';
  if (node.type === 'image' || node.type === 'thematicBreak') return false;
  return 'children' in node ? node.children.every(isEmpty) : true;
}
