/** Notes that another program keeps as HTML, as Markdown. */
import { toMarkdown } from 'mdast-util-to-markdown';
import { gfmToMarkdown } from 'mdast-util-gfm';
import type { Nodes } from 'mdast';
import { convertFragment } from '../html/extract.ts';
import { streamHtml } from './markup.ts';

/** Characters; what is longer is no note but a file, and is left as the library wrote it. */
const LONGEST = 200_000;
/** The writer recurses. */
const DEEPEST = 64;

function depthOf(root: Nodes): number {
  let deepest = 0;
  const queue: (readonly [Nodes, number])[] = [[root, 1]];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [node, depth] = next;
    deepest = Math.max(deepest, depth);
    if ('children' in node) for (const child of node.children) queue.push([child, depth + 1]);
  }
  return deepest;
}

function withoutTags(html: string): string {
  const parts: string[] = [];
  streamHtml(html, { text: (words) => parts.push(words) });
  return parts.join('').replace(/[ 	]+/g, ' ').trim();
}

export function htmlToMarkdown(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  if (html.length > LONGEST) return withoutTags(html);
  const tree = convertFragment(html) as Nodes;
  if (depthOf(tree) > DEEPEST) return withoutTags(html);
  return toMarkdown(tree, { extensions: [gfmToMarkdown()], bullet: '-', handlers: UNKNOWN }).trim();
}

/** What the article tree has and Markdown has not is written by what it holds. */
const UNKNOWN = Object.fromEntries(
  ['sub', 'sup', 'figure', 'caption'].map((type) => [
    type,
    (node: { children?: Nodes[] }) =>
      (node.children ?? []).map((child) => ('value' in child ? child.value : '')).join(''),
  ]),
);
