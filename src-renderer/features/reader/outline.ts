/** The headings of an article: what the outline lists, and where each begins. */
import type { SourceDetail } from '../../../src-main/common/contract/entities.ts';
import type { TextLayout } from '../../../src-main/common/document/canonical.ts';
import type { Heading, Inline, Node } from '../../../src-main/common/document/tree.ts';

export interface OutlineEntry {
  readonly id: string;
  readonly node: Heading;
  readonly title: string;
  /** Nesting among the headings that are there: 0 for the highest. */
  readonly level: number;
  /** Offset of its first character. */
  readonly start: number;
}

export function listHeadings(layout: TextLayout): readonly OutlineEntry[] {
  const found: { readonly node: Heading; readonly start: number }[] = [];
  for (const { node, start } of layout.blocks) {
    if (node.type === 'paragraph') continue;
    for (const heading of headingsIn(node))
      found.push({ node: heading, start: startOf(heading, layout, start) });
  }
  const highest = Math.min(6, ...found.map(({ node }) => node.depth));
  return found.map(({ node, start }, index) => ({
    id: `heading-${index + 1}`,
    node,
    title: textOf(node.children).trim(),
    level: node.depth - highest,
    start,
  }));
}

/** The entry that an offset falls under; null before the first. */
export function headingAt(outline: readonly OutlineEntry[], offset: number): OutlineEntry | null {
  return outline.findLast((entry) => entry.start <= offset) ?? null;
}

/** Many pages repeat their title as the first heading: it is then shown there, once. */
export function titleHeading({ title, tree }: Pick<SourceDetail, 'title' | 'tree'>): Heading | null {
  const [first] = tree.children;
  if (first?.type !== 'heading' || first.depth > 2) return null;
  return textOf(first.children).trim().normalize() === title.trim().normalize() ? first : null;
}

export function textOf(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? textOf(node.children) : ''))
    .join('');
}

function* headingsIn(node: Node): Generator<Heading> {
  if (node.type === 'heading') {
    if (textOf(node.children).trim() !== '') yield node;
  } else if (node.type === 'blockquote' || node.type === 'figure') {
    for (const child of node.children) yield* headingsIn(child);
  }
}

function startOf(heading: Heading, layout: TextLayout, fallback: number): number {
  for (const leaf of leavesOf(heading.children)) {
    const start = layout.leaves.get(leaf);
    if (start !== undefined) return start;
  }
  return fallback;
}

function* leavesOf(nodes: readonly Inline[]): Generator<Extract<Inline, { value: string }>> {
  for (const node of nodes) {
    if ('value' in node) yield node;
    else if ('children' in node) yield* leavesOf(node.children);
  }
}

/** Past this a title is a sentence, and is set smaller. */
export const isLongTitle = (title: string): boolean => title.length > 90;
