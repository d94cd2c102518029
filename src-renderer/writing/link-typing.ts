/** `[[` in a note opens the chooser of links: what is typed after it is looked for, and replaced by the link. */
import { formatMarkdownLink } from '../../src-main/common/document/internal-links.ts';
import type { LinkTarget } from '../state/link-targets.ts';

export interface OpenLink {
  /** Where the brackets begin. */
  readonly start: number;
  readonly end: number;
  readonly query: string;
}

/** A longer run after the brackets is prose. */
const MOST = 80;

/** The link that is being typed at the caret; null where none is. */
export function linkAt(text: string, caret: number): OpenLink | null {
  const before = text.slice(Math.max(0, caret - MOST - 2), caret);
  const at = before.lastIndexOf('[[');
  if (at < 0) return null;
  const query = before.slice(at + 2);
  return /[\n\]]/.test(query) ? null : { start: caret - query.length - 2, end: caret, query };
}

/** The text with the link in place of what was typed, and where the caret stands then. */
export function insertLink(
  text: string,
  { start, end }: OpenLink,
  target: LinkTarget,
): { readonly text: string; readonly caret: number } {
  const link = formatMarkdownLink(target.title, target);
  // Some type the closing brackets before they choose.
  const rest = text.slice(end).replace(/^\]{1,2}/, '');
  return { text: text.slice(0, start) + link + rest, caret: start + link.length };
}
