/**
 * The article tree: a closed subset of mdast. There is no `html` node, links are http, https or mailto, and
 * an image is a reference to a stored blob, so that nothing a page brought along can run or fetch.
 */
import * as v from 'valibot';

/** Importers clamp deeper nesting: past some thousand levels every recursive reader of a tree would overflow. */
export const MAX_DEPTH = 64;

export interface Text {
  readonly type: 'text';
  readonly value: string;
}
export interface InlineCode {
  readonly type: 'inlineCode';
  readonly value: string;
}
export interface Break {
  readonly type: 'break';
}
export interface Link {
  readonly type: 'link';
  readonly url: string;
  readonly children: readonly Inline[];
}
/** `blob` is the SHA-256 of stored bytes; null where the picture was not taken and only its description stands. */
export interface Image {
  readonly type: 'image';
  readonly alt: string;
  readonly blob: string | null;
  /** In points, where they are known: room is kept for the picture while it is not yet there. */
  readonly width?: number;
  readonly height?: number;
}
export interface Span {
  readonly type: 'emphasis' | 'strong' | 'delete' | 'sub' | 'sup';
  readonly children: readonly Inline[];
}
/** A call of a footnote; `label` is what stands in the text (« 3 »). */
export interface FootnoteReference {
  readonly type: 'footnoteReference';
  readonly identifier: string;
  readonly label: string;
}
export type Inline = Text | InlineCode | Break | Link | Image | Span | FootnoteReference;

export interface Paragraph {
  readonly type: 'paragraph';
  readonly children: readonly Inline[];
}
export interface Heading {
  readonly type: 'heading';
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
  readonly children: readonly Inline[];
}
export interface Blockquote {
  readonly type: 'blockquote';
  readonly children: readonly Block[];
}
export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  /** First number of an ordered list. */
  readonly start: number | null;
  readonly children: readonly ListItem[];
}
export interface ListItem {
  readonly type: 'listItem';
  readonly children: readonly Block[];
}
export interface Code {
  readonly type: 'code';
  readonly lang: string | null;
  readonly value: string;
}
export interface ThematicBreak {
  readonly type: 'thematicBreak';
}
export interface Table {
  readonly type: 'table';
  readonly align: readonly ('left' | 'right' | 'center' | null)[];
  readonly children: readonly TableRow[];
}
export interface TableRow {
  readonly type: 'tableRow';
  readonly children: readonly TableCell[];
}
export interface TableCell {
  readonly type: 'tableCell';
  readonly header: boolean;
  readonly children: readonly Inline[];
}
/** Anything with a caption: a picture, a table, a quotation. The caption is the last child where there is one. */
export interface Figure {
  readonly type: 'figure';
  readonly children: readonly (Block | Caption)[];
}
export interface Caption {
  readonly type: 'caption';
  readonly children: readonly Inline[];
}
export interface FootnoteDefinition {
  readonly type: 'footnoteDefinition';
  readonly identifier: string;
  readonly label: string;
  readonly children: readonly Block[];
}
export type Block =
  Paragraph | Heading | Blockquote | List | Code | ThematicBreak | Table | Figure | FootnoteDefinition;

export interface Root {
  readonly type: 'root';
  readonly children: readonly Block[];
}

export type Node = Root | Block | Inline | ListItem | TableRow | TableCell | Caption;
/** A node that carries characters of the canonical text. */
export type Leaf = Text | InlineCode | Code;

/**
 * At the boundary only the root's shape is checked: trees are made by `closeTree` alone, which rebuilds every
 * node from a whitelist, and validating 100,000 nodes again at each call would cost more than reading them.
 */
export const ROOT_SCHEMA = v.custom<Root>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'root' &&
    'children' in value &&
    Array.isArray(value.children),
);

/** Whether an address may stand in a tree. */
export function isSafeUrl(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(url);
}

/** The pictures of a tree that are stored: SHA-256 of their bytes. */
export function imagesOf(root: Root): ReadonlySet<string> {
  const found = new Set<string>();
  const queue: Node[] = [root];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (node.type === 'image' && node.blob !== null) found.add(node.blob);
    if ('children' in node) for (const child of node.children) queue.push(child);
  }
  return found;
}
