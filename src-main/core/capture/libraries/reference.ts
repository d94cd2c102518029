/**
 * A source of which there is no text yet, as something to read: what the library says it is about, what was quoted
 * from it, each quotation a block of its own so that its highlight stands exactly there, and where it is to be found.
 */
import { layoutText, type TextLayout } from '../../../common/document/canonical.ts';
import { closeTree } from '../../../common/document/close-tree.ts';
import { splitPassages } from '../../../common/document/passages.ts';
import type { Block, Root } from '../../../common/document/tree.ts';
import { readFingerprint } from '../../../common/similarity/fingerprint.ts';
import { countWords } from '../../../common/language/tokens.ts';
import type { LibraryItem, ParsedArticle } from '../../ports.ts';
import { normaliseDate } from '../details/dates.ts';
import { tidy } from '../details/details.ts';
import { detectLanguage } from '../details/language.ts';

export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Outline {
  readonly title: string;
  readonly byline: string | null;
  readonly site: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly abstract: string;
  /** Not empty, any of them. */
  readonly quotes: readonly string[];
}

export interface Reference {
  readonly article: ParsedArticle;
  /** Of the quotations, in their order. */
  readonly places: readonly Range[];
}

/** All that is known came with the library's file. */
const ORIGINS = {
  title: 'file',
  byline: 'file',
  site: 'file',
  url: 'file',
  publishedAt: 'file',
  language: 'file',
  description: 'file',
} as const;

const EXTRACTOR = 'reference 1';

const text = (value: string) => ({ type: 'text', value });
const paragraphs = (words: string) =>
  words
    .split(/\n\s*\n/)
    .filter((each) => each.trim() !== '')
    .map((each) => ({ type: 'paragraph', children: [text(each)] }));

/** @param mediaType of the record that is kept as the original */
export function layReference(outline: Outline, mediaType: string, now: string): Reference {
  const { title, byline, site, url, abstract, quotes } = outline;
  const blocks: unknown[] = [
    ...paragraphs(abstract),
    ...quotes.map((quote) => ({ type: 'blockquote', children: paragraphs(quote) })),
  ];
  if (url !== null) {
    const link = { type: 'link', url, children: [text(url)] };
    blocks.push({ type: 'paragraph', children: [link] });
  }
  if (blocks.length === 0) blocks.push(...paragraphs(title));
  const tree = closeTree({ type: 'root', children: blocks });
  const layout = layoutText(tree);
  // The address says nothing of the language.
  const told = [title === url ? '' : title, abstract, ...quotes.slice(0, 20)].join('\n').slice(0, 20_000);
  const language = detectLanguage(told, outline.language);
  const article: ParsedArticle = {
    kind: 'reference',
    mediaType,
    charset: '',
    title,
    byline,
    site,
    url,
    publishedAt: normaliseDate(outline.published, language, now),
    modifiedAt: null,
    description: tidy(abstract),
    origins: ORIGINS,
    pageWords: null,
    pages: null,
    language,
    ...measure(tree, layout),
    warnings: [],
    extractor: EXTRACTOR,
  };
  const quoted = layout.blocks.filter(({ node }) => node.type === 'blockquote');
  return { article, places: quoted.map(({ start, end }) => ({ start, end })) };
}

function measure(tree: Root, layout: TextLayout) {
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
  return { article: { ...item.reference, origins: {}, ...measure(grown, layout) }, places };
}
