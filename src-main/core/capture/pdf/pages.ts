/** Page numbers for citation: where the pages of a PDF begin in an article's canonical text. */
import type { TextLayout } from '../../../common/document/canonical.ts';
import type { PageStart } from '../../../common/document/pages.ts';
import type { PageInTree } from '../details/details.ts';

/** `layout` is that of the closed tree, which has the same blocks as the tree that `pages` were found in. */
export function locatePages(
  layout: Pick<TextLayout, 'text' | 'blocks'>,
  pages: readonly PageInTree[],
): PageStart[] {
  let least = 0;
  return pages.map(({ label, block, offset }) => {
    const range = layout.blocks[block];
    const start = range ? Math.min(range.start + offset, range.end) : layout.text.length;
    least = Math.max(least, start);
    return { label, start: least };
  });
}
