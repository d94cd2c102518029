/** Pages of a paged original (a PDF): where each begins in the canonical text, and which one a passage stands on. */

export interface PageStart {
  /** As printed (« xii », « 3 »). */
  readonly label: string;
  /** UTF-16 offset into the canonical text; never less than that of the page before. */
  readonly start: number;
}

/** Index of the page that an offset stands on; -1 before the first. Pages without text begin where the next one does. */
export function pageIndexAt(pages: readonly PageStart[], offset: number): number {
  let low = 0;
  let high = pages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The page that a passage stands on, as cited: « 12 », or « 12–13 » where it goes on; null where none is known. */
export function pagesOf(pages: readonly PageStart[], start: number, end: number): string | null {
  const first = pages[pageIndexAt(pages, start)]?.label;
  const last = pages[pageIndexAt(pages, Math.max(start, end - 1))]?.label;
  if (first === undefined || last === undefined) return null;
  return first === last ? first : `${first}–${last}`;
}
