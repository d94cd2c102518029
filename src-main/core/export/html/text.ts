/** Strings that go into a page: everything that the user or an article wrote passes through here. */
import { directionOf } from '../../../common/language/direction.ts';
import type { Node } from '../../../common/document/tree.ts';
import { escapeHtml as escapeMarkup } from '../../../common/document/html.ts';

/** Characters that HTML forbids, and halves of surrogate pairs. */
const FORBIDDEN = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f]|\p{Cs}/gu;

/** For text and for attribute values in either quote. */
export function escapeHtml(value: string): string {
  return escapeMarkup(value.replace(FORBIDDEN, '\uFFFD'));
}

/** Paragraphs at empty lines, breaks at other line ends; nothing else is interpreted. */
export function proseHtml(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${escapeHtml(part.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

/** Of an article: where most of its letters are read from right to left, so are its lists, tables and punctuation. */
export function directionAttribute(tree: Node): string {
  return directionOf(beginningOf(tree)) === 'rtl' ? ' dir="rtl"' : '';
}

/** Enough to tell a direction from: a long article is not put together for it. */
const ENOUGH = 4000;

function beginningOf(node: Node): string {
  if ('value' in node) return node.value.slice(0, ENOUGH);
  let text = '';
  for (const child of 'children' in node ? node.children : []) {
    text += beginningOf(child);
    if (text.length >= ENOUGH) break;
  }
  return text;
}

/** `lang` only where it is known, so that quotation marks and hyphens follow it. */
export function langAttribute(language: string | null): string {
  return language === null ? '' : ` lang="${escapeHtml(language)}"`;
}
