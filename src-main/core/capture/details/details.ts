import type { PageShare } from '../../ports.ts';
import type { DetailName, DetailOrigin, Warning } from '../../../common/contract/entities.ts';

/** Where each detail came from. */
export type Origins = Readonly<Partial<Record<DetailName, DetailOrigin>>>;

/** What an article says of itself, however the importer found it; null where it does not say. */
export interface Details {
  readonly title: string | null;
  readonly byline: string | null;
  readonly site: string | null;
  readonly url: string | null;
  /** As written; normalised once the language is known. */
  readonly published: string | null;
  /** As declared. */
  readonly language: string | null;
  /** As written. */
  readonly modified?: string | null;
  readonly description?: string | null;
  /** Of the details that are there; what is not named came with the file. */
  readonly origins?: Origins;
}

export const NO_DETAILS: Details = {
  title: null,
  byline: null,
  site: null,
  url: null,
  published: null,
  language: null,
};

/** A file before it is read, with its address made clean. */
export interface ByteInput {
  readonly bytes: Uint8Array;
  readonly fileName: string | null;
  readonly url: string | null;
  /** ISO time of the capture. */
  readonly now: string;
  /** What of a page is taken; formats that are no page are taken whole. */
  readonly how?: PageShare | undefined;
}

/** Where a page of the original begins: so many UTF-16 units into the text of the root's child of that index. */
export interface PageInTree {
  /** As printed (« xii », « 3 »). */
  readonly label: string;
  readonly block: number;
  readonly offset: number;
}

/** What every importer hands to `parseCapture`: a tree still to be closed, and details. */
export interface Extracted {
  /** Anything that `closeTree` takes. */
  readonly tree: unknown;
  readonly details: Details;
  readonly warnings: readonly Warning[];
  readonly extractor: string;
  /** Every page of a paged original, in order. */
  readonly pages?: readonly PageInTree[];
  /** The tree only names the pages, which are pictures: it has no words of the article's own. */
  readonly isWordless?: boolean;
  /** Words that the page shows and that were not taken; counted so because those taken are counted anyway. */
  readonly leftWords?: number;
  /** All words that the page shows, where those left out are not known. */
  readonly pageWords?: number;
}

const LONGEST = 500;

/** A detail on one line, or null where nothing is left. */
export function tidy(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const line = value.replace(/\s+/g, ' ').trim();
  return line === '' ? null : line.slice(0, LONGEST).toWellFormed();
}

/** A byline without the preposition before it; null where it is an address. */
export function tidyByline(value: unknown): string | null {
  const line = tidy(value)?.replace(/^(?:by|par)[\s:]+/i, '') ?? null;
  return line === null || line === '' || /^https?:\/\//i.test(line) ? null : line;
}
