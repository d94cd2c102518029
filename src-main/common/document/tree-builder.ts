/**
 * Builds a tree that keeps the content model whatever it is given: a block that comes where only text may stand
 * ends the paragraph around it, or becomes a break in a heading, cell or caption; what a list or table cannot
 * hold gets an item or a cell around it; what stays empty, and what is nested too deeply, is left out of the
 * nesting while its text is kept.
 */
import { cleanText, LineBuilder, type SpanPath } from './line-builder.ts';
import type {
  Block,
  Caption,
  Code,
  Heading,
  Inline,
  ListItem,
  Root,
  Table,
  TableCell,
  TableRow,
} from './tree.ts';

/** Everything that may be opened, with the fields that go into the node. */
export type Opening =
  | { readonly type: 'blockquote' | 'figure' | 'listItem' | 'tableRow' | 'paragraph' | 'caption' }
  | { readonly type: 'heading'; readonly depth: Heading['depth'] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly start: number | null }
  | { readonly type: 'table'; readonly align: Table['align'] }
  | { readonly type: 'tableCell'; readonly header: boolean }
  | { readonly type: 'footnoteDefinition'; readonly identifier: string; readonly label: string };

type Child = Block | ListItem | TableRow | TableCell | Caption;

export interface Frame {
  readonly opening: Opening | { readonly type: 'root' };
  readonly children: Child[];
  /** Present in what holds text. */
  readonly line: LineBuilder | null;
  readonly implicit: boolean;
  isOpen: boolean;
}

/** With the spans in a line (16), the root and the leaf this stays below `MAX_DEPTH`. */
const MAX_FRAMES = 40;

const LINES: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell', 'caption']);

function newFrame(opening: Frame['opening'], implicit: boolean): Frame {
  const line = LINES.has(opening.type) ? new LineBuilder() : null;
  return { opening, children: [], line, implicit, isOpen: true };
}

export class TreeBuilder {
  readonly #root = newFrame({ type: 'root' }, false);
  readonly #stack: Frame[] = [this.#root];

  /** Null where nothing was opened: the content then goes into what is open already. */
  open(opening: Opening): Frame | null {
    this.boundary();
    this.#closeImplicit(opening);
    if (this.#inText()) return null;
    if (!this.#makeRoom(opening)) return null;
    return this.#push(this.#adapt(opening), false);
  }

  close(frame: Frame | null): void {
    while (frame?.isOpen) this.#pop();
  }

  /** A block begins or ends here. */
  boundary(): void {
    const top = this.#top;
    if (top.opening.type === 'paragraph') this.#pop();
    else top.line?.separate();
  }

  text(value: string, path: SpanPath | null): void {
    const text = cleanText(value);
    // White space between blocks opens nothing.
    if (!this.#top.line && text.trim() === '') return;
    if (text.trim() === '') this.#top.line?.addText(text, path);
    else this.#line().addText(text, path);
  }

  leaf(leaf: Inline, path: SpanPath | null): void {
    if (leaf.type === 'break') this.#top.line?.breakOff();
    else this.#line().addLeaf(leaf, path);
  }

  block(block: Code | { readonly type: 'thematicBreak' }): void {
    this.boundary();
    if (this.#inText() || !this.#makeRoom(block)) {
      if (block.type !== 'code') return;
      this.leaf({ type: 'inlineCode', value: block.value.replace(/\s+/g, ' ') }, null);
      this.boundary();
    } else this.#top.children.push(block);
  }

  finish(): Root {
    while (this.#stack.length > 1) this.#pop();
    return { type: 'root', children: this.#root.children as Block[] };
  }

  get #top(): Frame {
    return this.#stack.at(-1) ?? this.#root;
  }

  #inText(): boolean {
    return this.#top.line !== null;
  }

  /** The line that text goes into; two breaks in a row end a paragraph. */
  #line(): LineBuilder {
    const top = this.#top;
    if (top.opening.type === 'paragraph' && top.line && top.line.pendingBreaks > 1) this.#pop();
    if (this.#top.line) return this.#top.line;
    this.#makeRoom({ type: 'paragraph' });
    const frame = this.#inText() ? this.#top : this.#push({ type: 'paragraph' }, true);
    return frame.line ?? new LineBuilder();
  }

  /** Opens what must stand between the open frame and `wanted`; false where `wanted` has no place of its own. */
  #makeRoom(wanted: { readonly type: string }): boolean {
    const parent = this.#top.opening.type;
    if (wanted.type === 'listItem') return parent === 'list';
    if (wanted.type === 'tableRow') return parent === 'table';
    if (parent === 'list') this.#push({ type: 'listItem' }, true);
    if (parent === 'table') this.#push({ type: 'tableRow' }, true);
    if (wanted.type === 'tableCell' && this.#top.opening.type === 'tableRow') return true;
    if (this.#top.opening.type === 'tableRow') {
      this.#push({ type: 'tableCell', header: false }, true);
      return false;
    }
    // A list needs its items and a table its rows and cells within the limit too.
    return LINES.has(wanted.type) || this.#stack.length < MAX_FRAMES - 3;
  }

  /** What has lost its parent becomes a paragraph. */
  #adapt(opening: Opening): Opening {
    const parent = this.#top.opening.type;
    const lost =
      (opening.type === 'caption' && parent !== 'figure') ||
      (opening.type === 'tableCell' && parent !== 'tableRow');
    return lost ? { type: 'paragraph' } : opening;
  }

  /** What was opened for stray content ends where the next real item, row or cell begins. */
  #closeImplicit({ type }: Opening): void {
    const ends = (held: string) =>
      (held === 'tableCell' && (type === 'tableCell' || type === 'tableRow')) ||
      (held === 'tableRow' && type === 'tableRow') ||
      (held === 'listItem' && type === 'listItem');
    while (this.#top.implicit && ends(this.#top.opening.type)) this.#pop();
  }

  #push(opening: Opening, implicit: boolean): Frame {
    const frame = newFrame(opening, implicit);
    this.#stack.push(frame);
    return frame;
  }

  #pop(): void {
    const frame = this.#stack.pop();
    if (!frame) return;
    frame.isOpen = false;
    for (const node of finishFrame(frame)) this.#top.children.push(node);
  }
}

/** The node of a finished frame; none where it is empty, several where only its children stay. */
function finishFrame({ opening, children, line }: Frame): readonly Child[] {
  const inlines = line?.build() ?? [];
  switch (opening.type) {
    case 'root':
      return [];
    case 'tableCell':
      return [{ ...opening, children: inlines }];
    case 'paragraph':
    case 'heading':
    case 'caption':
      return inlines.length === 0 ? [] : [{ ...opening, children: inlines } as Child];
    case 'tableRow':
      return children.every((cell) => 'children' in cell && cell.children.length === 0)
        ? []
        : [{ type: 'tableRow', children: children as TableCell[] }];
    case 'figure':
      return finishFigure(children as (Block | Caption)[]);
    default:
      return children.length === 0 ? [] : [{ ...opening, children } as Child];
  }
}

/** One caption, at the end; a figure without any is only what it holds. */
function finishFigure(children: readonly (Block | Caption)[]): readonly Child[] {
  const captions = children.filter((child): child is Caption => child.type === 'caption');
  const [caption, ...more] = captions;
  if (!caption) return children;
  const rest = more.map((spare): Block => ({ type: 'paragraph', children: spare.children }));
  const blocks = children.filter((child) => child.type !== 'caption');
  return [{ type: 'figure', children: [...blocks, ...rest, caption] }];
}
