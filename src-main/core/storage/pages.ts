/** The pages that versions of paged originals have. */
import { pagesOf, type PageStart } from '../../common/document/pages.ts';
import type { Reader } from './connection.ts';

/** What the column holds; written by this app alone, and checked by `json_valid`. */
export function parsePages(column: string | null): PageStart[] | null {
  return column === null ? null : (JSON.parse(column) as PageStart[]);
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
