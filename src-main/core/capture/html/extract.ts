/** HTML: the article of a page by Readability, or the whole body where it finds none. */
import { Readability } from '@mozilla/readability';
import type { Element, Nodes } from 'hast';
import { fromDom } from 'hast-util-from-dom';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import { DossierError } from '../../../common/contract/errors.ts';
import { cleanAddress } from '../details/addresses.ts';
import { tidy, tidyByline, type Extracted } from '../details/details.ts';
import { readDetails } from './page-details.ts';
import { lighten } from '../images/data-uri.ts';
import type { Pictures } from '../images/pictures.ts';
import { buildDocument } from './dom.ts';
import { resolveFootnotes } from './footnotes.ts';
import { createHandlers } from './handlers.ts';
import { createImageHandler, keepImageAddresses, restoreTexts } from './images.ts';

/** Characters of markup; a DOM of more takes gigabytes, and no article is that long. */
const MAX_LENGTH = 16 * 1024 * 1024;

/** Converts to mdast, footnotes, tables and figures included; `tree` is changed. */
export function mdastOf(
  tree: Nodes,
  base: string | null,
  img: Handle = createImageHandler(base, null),
): unknown {
  resolveFootnotes(tree);
  const handlers = { ...createHandlers(base), img };
  return toMdast(tree, { document: true, handlers, quotes: ['“”', '‘’'] });
}

/** What stands in the body of a page, whole: nothing is taken for clutter. */
export function hastOf(html: string): Element {
  const tree = fromDom(buildDocument(html).body);
  if (tree.type === 'element') return tree;
  throw new DossierError('internal', { what: 'body', found: tree.type });
}

const hasText = (node: Node | null | undefined): node is Node => (node?.textContent?.trim() ?? '') !== '';

/** A piece of HTML within another format, whole: nothing is taken for clutter. */
export function convertFragment(html: string, pictures: Pictures): unknown {
  return mdastOf(hastOf(html), null, createImageHandler(null, pictures));
}

/** @throws DossierError too-large */
export function extractHtml(page: string, url: string | null, pictures: Pictures): Extracted {
  const { html, original, restore } = lighten(page);
  if (html.length > MAX_LENGTH) throw new DossierError('too-large', { limit: MAX_LENGTH, size: html.length });
  const document = buildDocument(html);
  const details = readDetails(document, url);
  const base = cleanAddress(document.querySelector('base')?.getAttribute('href'), details.url) ?? details.url;
  keepImageAddresses(document);
  // Readability takes the document apart; `serializer` spares a round trip through text.
  const article = new Readability<Node>(document, { serializer: (node) => node }).parse();
  const content = article?.content;
  const isFound = hasText(content);
  const body = fromDom(isFound ? content : buildDocument(html).body);
  restoreTexts(body, restore);
  return {
    tree: mdastOf(body, base, createImageHandler(base, pictures, original)),
    details: {
      ...details,
      title: tidy(article?.title) ?? details.title,
      byline: tidyByline(article?.byline) ?? details.byline,
      site: tidy(article?.siteName) ?? details.site,
      published: details.published ?? tidy(article?.publishedTime),
      language: details.language ?? tidy(article?.lang),
    },
    warnings: isFound
      ? []
      : [
          {
            code: 'whole-page',
            message: 'No article was told apart on this page; all of its text was taken.',
          },
        ],
    extractor: isFound ? 'readability 0.6.0' : 'body 1',
  };
}
