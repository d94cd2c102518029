/** A reference in the page: as it is cited anywhere, with its address as a link to the passage itself. */
import { escapeHtml } from './text.ts';

/**
 * @param citation plain text, which names the address
 * @param link where the address leads; null where there is none
 * @param shown the address as it is read, without what leads to the passage
 */
export function citationHtml(citation: string, link: string | null, shown: string | null): string {
  if (link === null || shown === null || !citation.includes(link)) return escapeHtml(citation);
  const at = citation.lastIndexOf(link);
  const anchor = `<a href="${escapeHtml(link)}" rel="noreferrer noopener">${escapeHtml(shown)}</a>`;
  return escapeHtml(citation.slice(0, at)) + anchor + escapeHtml(citation.slice(at + link.length));
}
