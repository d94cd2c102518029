/** Markdown as GitHub writes it, with front matter. Raw HTML goes through the importer of HTML, never further. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { DossierError } from '../../../common/contract/errors.ts';
import { isTangled, withoutDepth } from '../../../common/markdown/bounds.ts';
import { cleanLink } from '../details/addresses.ts';
import { NO_DETAILS, tidy, type Extracted } from '../details/details.ts';
import type { Pictures } from '../images/pictures.ts';
import { readFrontMatter } from './front-matter.ts';
import { convertFragment } from '../html/extract.ts';
import { extractPlainText } from './plain-text.ts';

/** Characters; micromark needs some seconds for so many, and what is longer is no article written by hand. */
const MAX_LENGTH = 4 * 1024 * 1024;
/** Just enough of mdast to rename and refill nodes before `closeTree` checks them. */
interface Loose {
  type: string;
  children?: Loose[];
  value?: string;
  url?: string;
  identifier?: string;
  header?: boolean;
}

function* walk(root: Loose): Generator<Loose> {
  const queue: Loose[] = [root];
  for (let node = queue.pop(); node; node = queue.pop()) {
    yield node;
    for (const child of node.children?.toReversed() ?? []) queue.push(child);
  }
}

function definitionsOf(root: Loose): ReadonlyMap<string, string> {
  const urls = new Map<string, string>();
  for (const { type, identifier, url } of walk(root)) {
    if (type === 'definition' && identifier !== undefined && !urls.has(identifier))
      urls.set(identifier, url ?? '');
  }
  return urls;
}

/** A whole block is read as HTML; a lone tag within a line says nothing but where a line breaks. */
function replaceHtml(node: Loose, pictures: Pictures): void {
  const html = node.value ?? '';
  const isTag = /^<\/?[a-z][^>]*>$/i.test(html);
  if (/^<br[\s/>]/i.test(html) && isTag) node.type = 'break';
  else if (isTag) node.type = 'nothing';
  else Object.assign(node, { type: 'converted', children: [convertFragment(html, pictures)] });
  delete node.value;
}

function prepare(root: Loose, pictures: Pictures): void {
  const urls = definitionsOf(root);
  // Listed first: what raw HTML is converted to is finished, and not Markdown's to change.
  for (const node of [...walk(root)]) {
    if (node.type === 'html') replaceHtml(node, pictures);
    if (node.type === 'linkReference')
      Object.assign(node, { type: 'link', url: urls.get(node.identifier ?? '') ?? '' });
    if (node.type === 'imageReference')
      Object.assign(node, { type: 'image', url: urls.get(node.identifier ?? '') ?? '' });
    if (node.type === 'image') Object.assign(node, pictures.take([node.url ?? '']));
    if (node.type === 'link') node.url = cleanLink(node.url ?? '', null) ?? '';
    if (node.type === 'table') for (const cell of node.children?.[0]?.children ?? []) cell.header = true;
  }
}

function plainText(node: Loose): string {
  return [...walk(node)].map(({ value }) => value ?? '').join('');
}

/** The first heading of the highest level that there is among the first blocks. */
function titleOf(root: Loose): string | null {
  const headings = (root.children ?? []).slice(0, 20).filter(({ type }) => type === 'heading');
  const depth = (node: Loose) => ('depth' in node ? Number(node.depth) : 6);
  const [first] = headings.toSorted((a, b) => depth(a) - depth(b));
  const text = (root.children ?? []).find(({ type }) => type === 'paragraph');
  return tidy(first ? plainText(first) : null) ?? tidy(text ? plainText(text).split('\n')[0] : null);
}

const AS_TEXT = {
  code: 'markdown-as-text',
  message: 'The marks in this Markdown are too entangled; it was taken as text.',
};

/** @throws DossierError too-large */
export function extractMarkdown(text: string, now: string, pictures: Pictures): Extracted {
  if (text.length > MAX_LENGTH) throw new DossierError('too-large', { limit: MAX_LENGTH, size: text.length });
  if (isTangled(text)) return { ...extractPlainText(text, now), warnings: [AS_TEXT] };
  const root: Loose = fromMarkdown(withoutDepth(text), {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  });
  const front = root.children?.[0];
  const { details, warnings } =
    front?.type === 'yaml' ? readFrontMatter(front.value ?? '') : { details: NO_DETAILS, warnings: [] };
  // What is no YAML stood between two rules, and is text that must not be lost.
  if (front?.type === 'yaml' && warnings.length > 0) front.type = 'code';
  prepare(root, pictures);
  return {
    tree: root,
    details: {
      ...details,
      title: details.title ?? titleOf(root),
      origins: details.title === null ? { title: 'text' } : {},
    },
    warnings,
    extractor: 'markdown 1',
  };
}
