import type { Source } from '../../../src-main/common/contract/entities.ts';

/** Quotation marks and order of a citation in one language. */
export interface CitationStyle {
  readonly quote: (text: string) => string;
  readonly title: (text: string) => string;
  /** A published date, which may be a year or a month only. */
  readonly date: (iso: string) => string;
  readonly page: (label: string) => string;
}

/**
 * A passage with its reference: « quotation » (author, title, outlet, date, page, address). What is unknown is left
 * out.
 */
export function cite(exact: string, page: string | null, source: Source, style: CitationStyle): string {
  const parts = [
    source.byline,
    style.title(source.title),
    source.site,
    source.publishedAt && style.date(source.publishedAt),
    page && style.page(page),
    source.url,
  ];
  const reference = parts.filter((part) => part !== null && part !== '').join(', ');
  return `${style.quote(exact.replaceAll(/\s*\n+\s*/g, ' '))} (${reference})`;
}
