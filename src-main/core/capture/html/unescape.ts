/** What a page's template has escaped twice: « L&#039;usine » as the words of a title. */
import { parseFragment } from 'parse5';

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;

/** Plain text; what looks like a tag in it stays. */
export function unescapeAgain(value: string): string {
  if (!ENTITY.test(value)) return value;
  const { childNodes } = parseFragment(value.replaceAll('<', '&lt;'));
  return childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}
