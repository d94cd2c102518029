/**
 * A source of which there is no text yet, as something to read: what the library says it is about, what was quoted
 * from it, each quotation a block of its own so that its highlight stands exactly there, and where it is to be found.
 */
import { layoutText } from '../../../common/document/canonical.ts';
import { closeTree } from '../../../common/document/close-tree.ts';
import type { ParsedArticle } from '../../ports.ts';
import { normaliseDate } from '../details/dates.ts';
import { tidy } from '../details/details.ts';
import { detectLanguage } from '../details/language.ts';
import { measureText, type Range } from './grow-reference.ts';

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
  const told = [title, abstract, ...quotes.slice(0, 20)].join('\n').slice(0, 20_000);
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
    images: [],
    missingImages: [],
    language,
    ...measureText(tree, layout),
    warnings: [],
    extractor: EXTRACTOR,
  };
  const quoted = layout.blocks.filter(({ node }) => node.type === 'blockquote');
  return { article, places: quoted.map(({ start, end }) => ({ start, end })) };
}
