/** HTML: the article of a page by Readability, or the whole body where it finds none. */
import { Readability } from '@mozilla/readability';
import type { Element, Nodes } from 'hast';
import { fromDom } from 'hast-util-from-dom';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import { DossierError } from '../../../common/contract/errors.ts';
import { cleanAddress } from '../details/addresses.ts';
import { tidy, tidyByline, type Extracted } from '../details/details.ts';
import { lighten } from '../images/data-uri.ts';
import { Pictures } from '../images/pictures.ts';
import { countWords } from '../../../common/language/tokens.ts';
import type { PageShare } from '../../ports.ts';
import { hasMark, MARKS, type Block } from './blocks.ts';
import { chooseBlocks } from './choose.ts';
import { articleBodyOf, readDetails } from './page-details.ts';
import { takeToldBody } from './told-body.ts';
import { buildPage, type Page } from './dom.ts';
import type { Rule } from './rules.ts';
import { readLines } from './written-lines.ts';
import { resolveFootnotes } from './footnotes.ts';
import { createHandlers } from './handlers.ts';
import { dropHollow } from './hollow.ts';
import { createImageHandler, keepImageAddresses, restoreTexts } from './images.ts';
import { TagCount } from './tag-count.ts';

/** Characters of markup; a DOM of more takes gigabytes, and no article is that long. */
const MAX_LENGTH = 16 * 1024 * 1024;

/** Converts to mdast, footnotes, tables and figures included; `tree` is changed. */
export function mdastOf(
  tree: Nodes,
  base: string | null,
  img: Handle = createImageHandler(base, null),
): unknown {
  resolveFootnotes(tree);
  dropHollow(tree);
  const handlers = { ...createHandlers(base), img };
  return toMdast(tree, { document: true, handlers, quotes: ['“”', '‘’'] });
}

/** What stands in the body of a page, whole: nothing is taken for clutter. */
export function hastOf(html: string): Element {
  return hastOfNode(wholeBody(html));
}

function wholeBody(html: string): globalThis.Element {
  const { document } = buildPage(html, false);
  keepImageAddresses(document);
  return document.body;
}

function hastOfNode(node: Node): Element {
  const tree = fromDom(node);
  if (tree.type === 'element') return tree;
  throw new DossierError('internal', { what: 'body', found: tree.type });
}

/** A piece of HTML within another format, whole: nothing is taken for clutter. */
export function convertFragment(html: string, pictures = new Pictures()): unknown {
  return mdastOf(hastOf(html), null, createImageHandler(null, pictures));
}

const isElementNode = (node: Node | null | undefined): node is globalThis.Element => node?.nodeType === 1;
const hasText = (node: Node | null | undefined): boolean => (node?.textContent?.trim() ?? '') !== '';

interface Taken {
  readonly node: Node;
  readonly extractor: string;
  readonly warnings: Extracted['warnings'];
  /** Pieces of the page that were not taken; null where that is only known by comparing. */
  readonly left: readonly Block[] | null;
  /** Readability's details, where it was asked. */
  readonly article: ReturnType<Readability<Node>['parse']> | null;
}

const WHOLE_PAGE = {
  code: 'whole-page',
  message: 'No article was told apart on this page; all of its text was taken.',
};

const TOLD_BODY = {
  code: 'told-body',
  message:
    'The page shows little or nothing of its article; it was taken from what the page gives to search engines.',
};

/** A question about cookies is longer than a short article; what holds the article or is in it is only called so. */
function removeConsents(consents: readonly globalThis.Element[]): void {
  for (const consent of consents)
    if (!consent.querySelector('article, main, h1') && !consent.closest('article, main')) consent.remove();
}

/** The article by Readability, looked at again; the whole body where it finds none. */
function takeArticle(
  html: string,
  { document, blocks, facts, consents, isVast }: Page,
  isOn?: (rule: Rule) => boolean,
): Taken {
  if (isVast)
    return { node: document.body, extractor: 'body 1', warnings: [WHOLE_PAGE], left: [], article: null };
  const body = articleBodyOf(facts);
  removeConsents(consents);
  // Readability takes the document apart; `serializer` spares a round trip through text.
  const article = new Readability<Node>(document, { serializer: (node) => node }).parse();
  const content = article?.content;
  const told = takeToldBody(body, blocks);
  if (told)
    return { node: told, extractor: 'json-ld 1', warnings: [TOLD_BODY], left: [], article: article ?? null };
  if (!isElementNode(content) || !hasText(content)) {
    return {
      node: wholeBody(html),
      extractor: 'body 1',
      warnings: [WHOLE_PAGE],
      left: [],
      article: article ?? null,
    };
  }
  const { isChanged, left } = chooseBlocks(blocks, content, { title: tidy(article?.title), body }, isOn);
  const extractor = isChanged ? 'readability 0.6.0, blocks 1' : 'readability 0.6.0';
  return { node: content, extractor, warnings: [], left, article: article ?? null };
}

/** @throws DossierError invalid where the selector is none, or nothing on the page fits it */
function takeRegion({ document }: Page, selector: string): Taken {
  let node: Node | null;
  try {
    node = document.querySelector(selector);
  } catch {
    // Whatever a selector's parser says of it, the answer is the same: it is not one.
    node = null;
  }
  if (!hasText(node) || !node) throw new DossierError('invalid', { what: 'region', value: selector });
  return { node, extractor: 'region 1', warnings: [], left: null, article: null };
}

function take(html: string, page: Page, how: PageShare, isOn?: (rule: Rule) => boolean): Taken {
  if (how === 'article') return takeArticle(html, page, isOn);
  if (how !== 'whole') return takeRegion(page, how.selector);
  return { node: page.document.body, extractor: 'body 1', warnings: [], left: [], article: null };
}

/** What was found by a class name may be a sentence about the author instead of the name. */
function bylineOf(found: string | null | undefined): string | null {
  const byline = tidyByline(found);
  return byline !== null && /[.!?]$/.test(byline) && byline.split(' ').length > 6 ? null : byline;
}

/** Words that a reader of the page would see. */
function countShown(blocks: readonly Block[]): number {
  let count = 0;
  for (const block of blocks) if (!hasMark(block, MARKS.hidden)) count += countWords(block.parts.join(''));
  return count;
}

/**
 * @param how what of the page is taken
 * @param isOn rules of `choose.ts` that apply; all of them, unless they are being measured
 * @throws DossierError too-large, invalid
 */
export function extractHtml(
  given: string,
  url: string | null,
  pictures: Pictures,
  how: PageShare = 'article',
  isOn?: (rule: Rule) => boolean,
): Extracted {
  const { html, original, restore } = lighten(given);
  if (html.length > MAX_LENGTH) throw new DossierError('too-large', { limit: MAX_LENGTH, size: html.length });
  new TagCount().add(html);
  const page = buildPage(html, true);
  const { facts, blocks } = page;
  keepImageAddresses(page.document);
  const { node, extractor, warnings, left, article } = take(html, page, how, isOn);
  const found = {
    title: tidy(article?.title),
    byline: bylineOf(article?.byline),
    site: tidy(article?.siteName),
    published: tidy(article?.publishedTime),
    language: tidy(article?.lang),
  };
  const details = readDetails(facts, url, found, readLines(blocks, found.title ?? facts.title));
  const base = cleanAddress(facts.base, details.url) ?? details.url;
  const body = hastOfNode(node);
  restoreTexts(body, restore);
  return {
    tree: mdastOf(body, base, createImageHandler(base, pictures, original)),
    details,
    warnings,
    extractor,
    ...(left ? { leftWords: countShown(left) } : { pageWords: countShown(blocks) }),
  };
}
