/** A reference in the page: as it is cited anywhere, with its address as a link to the passage itself. */
import { escapeHtml } from './text.ts';

/**
 * @param citation plain text, which names the address
 * @param link where the address leads: with the words of a passage; null where there is none
 */
export function citationHtml(citation: string, link: string | null): string {
  const address = link?.replace(/#(?:[^#]*):~:.*$/s, '') ?? '';
  const at = address === '' ? -1 : citation.lastIndexOf(address);
  if (link === null || at < 0) return escapeHtml(citation);
  const anchor = `<a href="${escapeHtml(link)}" rel="noreferrer noopener">${escapeHtml(address)}</a>`;
  return escapeHtml(citation.slice(0, at)) + anchor + escapeHtml(citation.slice(at + address.length));
}
