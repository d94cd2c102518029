/** A reference that is here already, with what a later library adds to it. The engine does this: no parser is needed. */
import { layoutText, type TextLayout } from '../../../common/document/canonical.ts';
import { splitPassages } from '../../../common/document/passages.ts';
import type { Block, Root } from '../../../common/document/tree.ts';
import { countWords } from '../../../common/language/tokens.ts';
import { readFingerprint } from '../../../common/similarity/fingerprint.ts';
import type { LibraryItem, ParsedArticle } from '../../ports.ts';

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What is kept of a tree beside its details. */
export function measureText(tree: Root, layout: TextLayout) {
  return {
    tree,
    text: layout.text,
    words: countWords(layout.text),
    passages: splitPassages(layout),
    fingerprint: readFingerprint(layout),
  };
}

const textOf = (block: Block) => layoutText({ type: 'root', children: [block] }).text;

/**
 * The text of a reference with what it has not said yet of an item; null where there is nothing to add. What stood
 * there stays, in its order.
 * @param wanted which of the item's annotations must stand in it
 */
export function growReference(
  tree: Root,
  item: LibraryItem,
  wanted: ReadonlySet<number>,
): { readonly article: ParsedArticle | null; readonly places: ReadonlyMap<number, Range> } {
  const present = new Set(tree.children.map(textOf));
  const fresh: Block[] = [];
  const quotes = new Map<number, string>();
  let quote = 0;
  for (const block of item.reference.tree.children) {
    const isQuote = block.type === 'blockquote';
    const number = isQuote ? quote++ : -1;
    if (isQuote && !wanted.has(number)) continue;
    const words = textOf(block);
    if (isQuote) quotes.set(number, words);
    if (words === '' || present.has(words)) continue;
    present.add(words);
    fresh.push(block);
  }
  const children = [...tree.children, ...fresh];
  const grown: Root = { ...tree, children };
  const layout = layoutText(grown);
  const ranges = new Map(
    layout.blocks.map(({ start, end }) => [layout.text.slice(start, end), { start, end }] as const),
  );
  const places = new Map(
    [...quotes].flatMap(([number, words]) => {
      const range = ranges.get(words);
      return range ? [[number, range] as const] : [];
    }),
  );
  if (fresh.length === 0) return { article: null, places };
  // Its details stay: they may come from another library, which said more.
  return { article: { ...item.reference, origins: {}, ...measureText(grown, layout) }, places };
}
