/** A source as a footnote names it. */
import { oneLine } from '../bibliography/references.ts';
import type { ExportSource } from '../model.ts';
import { sayDate, type ExportWords } from '../words.ts';

/** Author, title, outlet, date, page, and when it was captured; without the address, which stands apart as a link. */
export function cite(
  { source, version }: Pick<ExportSource, 'source' | 'version'>,
  page: string | null,
  words: ExportWords,
): string {
  const parts = [
    source.byline === null ? null : oneLine(source.byline),
    words.quote(oneLine(source.title)),
    source.site === null ? null : oneLine(source.site),
    source.publishedAt === null ? null : sayDate(source.publishedAt, words.locale),
    page === null ? null : words.page(page),
    lowerFirst(words.captured(sayDate(version.capturedAt, words.locale))),
  ];
  return parts.filter((part) => part !== null && part !== '').join(', ');
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
