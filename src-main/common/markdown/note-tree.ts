/**
 * A note in Markdown as a closed tree, as it is read on the page: what it may link to are addresses that are safe for an
 * article, and things of the notebook. HTML in it stays text, and a picture its description.
 */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { closeTree } from '../document/close-tree.ts';
import { parseInternalLink } from '../document/internal-links.ts';
import { isSafeUrl, type Root } from '../document/tree.ts';
import { isTangled, withoutDepth } from './bounds.ts';

/** UTF-16 units that are parsed: a longer note is shown as it was typed, since parsing would hold the window up. */
const MAX_LENGTH = 60_000;

/** Just enough of mdast to refill nodes before `closeTree` checks them. */
interface Loose {
  type: string;
  children?: Loose[];
  value?: string;
  url?: string;
  identifier?: string;
  checked?: boolean | null;
  header?: boolean;
}

const MARKS = /[*_`~[\]()#>|<&\\]|^[ \t]*(?:[-+]|\d{1,9}[.)])|^ {4}|^\t|^[=-]+[ \t]*$|:\/\/|www\.|@/m;

export function readNote(text: string): Root {
  const isPlain = text.length > MAX_LENGTH || !MARKS.test(text) || isTangled(text);
  const root = isPlain ? asTyped(text) : parse(text);
  return closeTree(root, (url) => isSafeUrl(url) || parseInternalLink(url) !== null);
}

/** Paragraphs between empty lines: most notes have no mark at all and need no parser. */
function asTyped(text: string): Loose {
  const paragraphs = text.split(/\n[ \t]*\n\s*/);
  return { type: 'root', children: paragraphs.map((each) => ({ type: 'paragraph', children: lines(each) })) };
}

function parse(text: string): Loose {
  const root: Loose = fromMarkdown(withoutDepth(text), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const nodes = listNodes(root);
  const urls = new Map<string, string>();
  for (const { type, identifier = '', url = '' } of nodes) {
    if (type === 'definition' && !urls.has(identifier)) urls.set(identifier, url);
  }
  for (const node of nodes) refill(node, urls);
  return root;
}

function refill(node: Loose, urls: ReadonlyMap<string, string>): void {
  if (node.type === 'linkReference') {
    Object.assign(node, { type: 'link', url: urls.get(node.identifier ?? '') ?? '' });
  } else if (node.type === 'imageReference') node.type = 'image';
  else if (node.type === 'html') Object.assign(node, { type: 'typed', children: lines(node.value ?? '') });
  else if (node.type === 'text') Object.assign(node, { type: 'typed', children: lines(node.value ?? '') });
  else if (node.type === 'listItem' && typeof node.checked === 'boolean') {
    const first = node.children?.[0];
    first?.children?.unshift({ type: 'text', value: node.checked ? '☑ ' : '☐ ' });
  } else if (node.type === 'table') for (const cell of node.children?.[0]?.children ?? []) cell.header = true;
}

/** Who breaks a line in a note means it. */
function lines(text: string): Loose[] {
  return text
    .split(/\r\n?|\n/)
    .flatMap((line, at): Loose[] => [
      ...(at > 0 ? [{ type: 'break' }] : []),
      ...(line === '' ? [] : [{ type: 'text', value: line }]),
    ]);
}

/** Listed first: what is put in is not Markdown's to change. */
function listNodes(root: Loose): readonly Loose[] {
  const nodes: Loose[] = [root];
  for (let at = 0; at < nodes.length; at += 1)
    for (const child of nodes[at]?.children ?? []) nodes.push(child);
  return nodes;
}
