/** The pages that versions of paged originals have. */
import { pagesOf, type PageStart } from '../../common/document/pages.ts';
import type { Reader } from './connection.ts';

/** What the column holds; no pages where it holds none: the database only knows that it is JSON, and a notebook may come from anyone. */
export function parsePages(column: string | null): PageStart[] | null {
  const pages: unknown = column === null ? null : JSON.parse(column);
  return Array.isArray(pages) && pages.every(isPage) ? pages : null;
}

function isPage(page: unknown): page is PageStart {
  if (typeof page !== 'object' || page === null || !('label' in page) || !('start' in page)) return false;
  return typeof page.label === 'string' && Number.isSafeInteger(page.start) && Number(page.start) >= 0;
}

/** Says on which page passages stand; reads each version once. */
export class PageFinder {
  readonly #pages = new Map<string, PageStart[] | null>();

  constructor(readonly reader: Reader) {}

  /** As cited (« 12–13 »); null where the version has no pages. */
  find(version: string, start: number, end: number): string | null {
    const pages = this.#read(version);
    return pages && pagesOf(pages, start, end);
  }

  #read(version: string): PageStart[] | null {
    const known = this.#pages.get(version);
    if (known !== undefined) return known;
    const row = this.reader.get<{ pages: string | null }>('SELECT pages FROM version WHERE id = ?', version);
    const pages = parsePages(row?.pages ?? null);
    this.#pages.set(version, pages);
    return pages;
  }
}
