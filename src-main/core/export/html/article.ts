/** The article tree as HTML, with highlights marked in place and their notes beside the block they begin in. */
import type { Excerpt } from '../../../common/contract/entities.ts';
import { layoutText, type BlockRange } from '../../../common/document/canonical.ts';
import { renderHtml as renderTree } from '../../../common/document/html.ts';
import type { Image, Root } from '../../../common/document/tree.ts';
import { createMarker, type Marker } from './marks.ts';
import { escapeHtml } from './text.ts';
import { dataUri } from '../images.ts';
import type { ExportImages } from '../model.ts';

export interface ArticleOptions {
  /** Distinguishes the footnotes of one article from those of the others in the page. */
  readonly id: string;
  readonly excerpts: readonly Excerpt[];
  /** Numbers of the excerpts that have a margin note, by id. */
  readonly numbers: ReadonlyMap<string, number>;
  /** What is told of a quotation where somebody points at it. */
  readonly cite: (excerpt: Excerpt) => string;
  /** The margin beside a block, for the excerpts that begin in it. */
  readonly margin: (excerpts: readonly Excerpt[]) => string;
  /** The word for a picture that the notebook does not hold. */
  readonly picture: string;
  readonly images: ExportImages;
}

/** Block by block, so that others are heard between two of a long article. */
export function* renderArticle(root: Root, options: ArticleOptions): Generator<string> {
  const { excerpts, margin } = options;
  const layout = layoutText(root);
  const leaves = [...layout.leaves].map(([leaf, start]) => [start, start + leaf.value.length] as const);
  const marker = createMarker(excerpts, leaves, options.numbers, options.cite);
  const shift = headingShift(root);
  let next = 0;
  for (const [at, block] of layout.blocks.entries()) {
    const isLast = at === layout.blocks.length - 1;
    const first = next;
    while (next < excerpts.length && (isLast || (excerpts[next]?.start ?? 0) < block.end)) next += 1;
    yield margin(excerpts.slice(first, next)) + renderBlock(block, marker, shift, options);
  }
}

/** Offsets within a block alone begin at its first character: the separator before it is not its own. */
function renderBlock(
  { node, start }: BlockRange,
  marker: Marker,
  shift: number,
  { id, picture, images }: Pick<ArticleOptions, 'id' | 'picture' | 'images'>,
): string {
  const html = renderTree(
    { type: 'root', children: [node] },
    {
      leaf: (text, offset) => marker.mark(text, start + offset),
      image: (image) => pictureHtml(image, picture, images),
    },
  );
  return separateNotes(shiftHeadings(html, shift), id);
}

/** Within the page itself: it needs no other file. */
function pictureHtml({ alt, blob, width, height }: Image, word: string, images: ExportImages): string {
  const stored = blob === null ? null : images.take(blob);
  if (!stored)
    return `<span class="picture">${escapeHtml(alt.trim() === '' ? word : `${word} – ${alt}`)}</span>`;
  const isSized = Number.isSafeInteger(width) && Number.isSafeInteger(height);
  const size = isSized ? ` width="${width}" height="${height}"` : '';
  return `<img src="${dataUri(stored)}" alt="${escapeHtml(alt)}"${size}>`;
}

/** The level under the page's title and the article's own. */
const TOP_LEVEL = 3;

/** How far the headings move, so that the highest of the article stands at the top level, whatever it was. */
function headingShift({ children }: Root): number {
  const highest = children.reduce(
    (least, node) => (node.type === 'heading' ? Math.min(least, node.depth) : least),
    6,
  );
  return TOP_LEVEL - highest;
}

/** Text holds no `<`: it is escaped. */
function shiftHeadings(html: string, shift: number): string {
  return html.replace(
    /<(\/?)h([1-6])>/g,
    (_tag, slash: string, depth: string) => `<${slash}h${Math.min(6, Number(depth) + shift)}>`,
  );
}

/** Links of an article lead out of the page, so that a fragment can only be the call of a footnote. */
function separateNotes(html: string, id: string): string {
  return html.replace(/(<aside id="|<a href="#)note-/g, `$1note-${escapeHtml(id)}-`);
}
