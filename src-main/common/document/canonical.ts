/**
 * The canonical text of a version, derived from its tree: what every offset in a notebook counts in.
 *
 * Paragraph-like blocks are separated by an empty line, list items and table rows by a line feed, cells by a
 * tab; a break is a line feed. Pictures contribute nothing, and neither do calls of footnotes: their label would
 * stick to the word before it and spoil both search and quotations (the note itself stands in the text).
 */
import type { Block, Leaf, Node, Root } from './tree.ts';

/** A run of text that is never divided by a block boundary: where passages are cut. */
export interface Unit {
  readonly role: 'heading' | 'paragraph' | 'item' | 'row';
  /** Number of the outermost list or table it stands in; -1 outside. Only neighbours of one group are merged. */
  readonly group: number;
  readonly start: number;
  readonly end: number;
}

export interface BlockRange {
  readonly node: Block;
  readonly start: number;
  readonly end: number;
}

export interface TextLayout {
  readonly text: string;
  /** Offset of every leaf: `text.slice(offset, offset + leaf.value.length) === leaf.value`. */
  readonly leaves: ReadonlyMap<Leaf, number>;
  /** The root's direct children in order; one without text has `start === end`. */
  readonly blocks: readonly BlockRange[];
  /** Headings, paragraphs, list items and table rows that carry text, in order. */
  readonly units: readonly Unit[];
}

interface Frame {
  readonly node: Node;
  readonly children: readonly Node[];
  readonly role: Unit['role'] | null;
  readonly group: number;
  next: number;
  /** Offset of the first character written inside, -1 while there is none. */
  start: number;
}

/** Collects characters. A separator is held back until text follows it, so the text has none at either end. */
class TextWriter {
  readonly #parts: string[] = [];
  #pending = '';
  length = 0;

  /** Returns the offset at which `value` stands. */
  write(value: string): number {
    if (value === '') return this.length;
    if (this.length > 0 && this.#pending !== '') this.#append(this.#pending);
    this.#pending = '';
    const offset = this.length;
    this.#append(value);
    return offset;
  }

  /** A stronger separator replaces a weaker one; tabs add up, so that empty cells keep their column. */
  separate(separator: string): void {
    if (separator === '') return;
    if (this.#pending === '') {
      this.#pending = separator;
      return;
    }
    const held = this.#pending.replaceAll('\t', '');
    if (separator === '\t') this.#pending += '\t';
    else this.#pending = separator.length > held.length ? separator : held;
  }

  toString(): string {
    return this.#parts.join('');
  }

  #append(value: string): void {
    this.#parts.push(value);
    this.length += value.length;
  }
}

const NONE: readonly Node[] = [];

function separatorInside(parent: Node): string {
  switch (parent.type) {
    case 'root':
    case 'blockquote':
    case 'figure':
    case 'footnoteDefinition':
      return '\n\n';
    case 'list':
    case 'listItem':
    case 'table':
      return '\n';
    case 'tableRow':
      return '\t';
    default:
      return '';
  }
}

function roleOf(node: Node, group: number): Unit['role'] | null {
  switch (node.type) {
    case 'heading':
      return 'heading';
    case 'tableRow':
      return 'row';
    case 'paragraph':
    case 'code':
    case 'caption':
      return group < 0 ? 'paragraph' : 'item';
    default:
      return null;
  }
}

class Layout {
  readonly leaves = new Map<Leaf, number>();
  readonly blocks: BlockRange[] = [];
  readonly units: Unit[] = [];
  readonly #writer = new TextWriter();
  readonly #stack: Frame[] = [];
  #groups = 0;

  constructor(root: Root) {
    this.#enter(root, -1);
    for (let frame = this.#stack.at(-1); frame; frame = this.#stack.at(-1)) this.#step(frame);
  }

  get length(): number {
    return this.#writer.length;
  }

  get text(): string {
    return this.#writer.toString();
  }

  #step(frame: Frame): void {
    const child = frame.children[frame.next];
    if (!child) {
      this.#leave();
      return;
    }
    if (frame.node.type === 'root' && this.#takePlain(frame) > 0) return;
    if (frame.next > 0) this.#writer.separate(separatorInside(frame.node));
    frame.next += 1;
    this.#enter(child, frame.group);
  }

  #enter(node: Node, outer: number): void {
    const starts = outer < 0 && (node.type === 'list' || node.type === 'table');
    const group = starts ? this.#groups++ : outer;
    const children = 'children' in node ? node.children : NONE;
    const frame: Frame = { node, children, role: roleOf(node, group), group, next: 0, start: -1 };
    this.#stack.push(frame);
    if (node.type === 'break') this.#mark(this.#writer.write('\n'));
    else if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
      const offset = this.#writer.write(node.value);
      this.leaves.set(node, offset);
      if (node.value !== '') this.#mark(offset);
    }
  }

  /** Paragraphs that are one run of words, as most of a long article are, need no frames. @returns how many there were */
  #takePlain(root: Frame): number {
    const { children } = root;
    const first = root.next;
    for (let node = children[first]; node?.type === 'paragraph'; node = children[root.next]) {
      const [leaf] = node.children;
      if (leaf?.type !== 'text' || node.children.length !== 1 || leaf.value === '') break;
      if (root.next > 0) this.#writer.separate('\n\n');
      root.next += 1;
      const start = this.#writer.write(leaf.value);
      const end = start + leaf.value.length;
      this.leaves.set(leaf, start);
      this.units.push({ role: 'paragraph', group: -1, start, end });
      this.blocks.push({ node, start, end });
      if (root.start < 0) root.start = start;
    }
    return root.next - first;
  }

  #leave(): void {
    const frame = this.#stack.pop();
    if (!frame) return;
    const end = this.#writer.length;
    const { role, group, start } = frame;
    if (role && start >= 0) this.units.push({ role, group, start, end });
    const isBlock = this.#stack.length === 1 && frame.node.type !== 'root';
    if (isBlock) this.blocks.push({ node: frame.node as Block, start: start < 0 ? end : start, end });
    const parent = this.#stack.at(-1);
    if (parent && parent.start < 0) parent.start = start;
  }

  #mark(offset: number): void {
    const frame = this.#stack.at(-1);
    if (frame && frame.start < 0) frame.start = offset;
  }
}

/**
 * Derives text and offsets from a tree, in one pass and without recursion: its depth is the importer's, not ours.
 * @param stored the text as it was stored, where it is at hand: taken instead of a second one where it is as long
 */
export function layoutText(root: Root, stored?: string): TextLayout {
  const layout = new Layout(root);
  const { leaves, blocks, units } = layout;
  const text = stored?.length === layout.length ? stored : layout.text;
  return { text, leaves, blocks, units };
}
