/** HTML: the article of a page by Readability, or the whole body where it finds none. */
import { Readability } from '@mozilla/readability';
import { fromDom } from 'hast-util-from-dom';
import { toMdast } from 'hast-util-to-mdast';
import { DossierError } from '../../common/contract/errors.ts';
import { cleanAddress } from './addresses.ts';
import { tidy, tidyByline, type Extracted } from './details.ts';
import { readDetails } from './html-details.ts';
import { buildDocument } from './html-dom.ts';
import { resolveFootnotes } from './html-footnotes.ts';
import { createHandlers } from './html-handlers.ts';

/** Characters of markup; a DOM of more takes gigabytes, and no article is that long. */
const MAX_LENGTH = 16 * 1024 * 1024;

/** Converts what is below an element to mdast, footnotes, tables and figures included. */
function convert(element: Node, base: string | null): unknown {
  const tree = fromDom(element);
  resolveFootnotes(tree);
  return toMdast(tree, { document: true, handlers: createHandlers(base), quotes: ['“”', '‘’'] });
}

const hasText = (node: Node | null | undefined): node is Node => (node?.textContent?.trim() ?? '') !== '';

/** A piece of HTML within another format, whole: nothing is taken for clutter. */
export function convertFragment(html: string): unknown {
  return convert(buildDocument(html).body, null);
}

/** @throws DossierError too-large */
export function extractHtml(html: string, url: string | null): Extracted {
  if (html.length > MAX_LENGTH) throw new DossierError('too-large', { limit: MAX_LENGTH, size: html.length });
  const document = buildDocument(html);
  const details = readDetails(document, url);
  const base = cleanAddress(document.querySelector('base')?.getAttribute('href'), details.url) ?? details.url;
  // Readability takes the document apart; `serializer` spares a round trip through text.
  const article = new Readability<Node>(document, { serializer: (node) => node }).parse();
  const isFound = hasText(article?.content);
  const body = isFound ? article?.content : buildDocument(html).body;
  return {
    tree: body ? convert(body, base) : null,
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
