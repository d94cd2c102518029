/** Page numbers for citation: where the pages of a PDF begin in an article's canonical text. */
import type { TextLayout } from '../../../common/document/canonical.ts';
import type { PageStart } from './tree.ts';

export interface PageOffset {
  readonly label: string;
  /** UTF-16 offset into the canonical text; never less than that of the page before. */
  readonly start: number;
}

/** `layout` is that of the closed tree, which has the same blocks as the tree that `pages` were found in. */
export function locatePages(
  layout: Pick<TextLayout, 'text' | 'blocks'>,
  pages: readonly PageStart[],
): PageOffset[] {
  let least = 0;
  return pages.map(({ label, block, offset }) => {
    const range = layout.blocks[block];
    const start = range ? Math.min(range.start + offset, range.end) : layout.text.length;
    least = Math.max(least, start);
    return { label, start: least };
  });
}

/** The label of the page that an offset stands on; null before the first. */
export function pageAt(pages: readonly PageOffset[], offset: number): string | null {
  let low = 0;
  let high = pages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return pages[low - 1]?.label ?? null;
}
