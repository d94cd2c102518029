/** What bibliographies say of a source, whatever the format. */
import type { SourceKind } from '../../../common/contract/entities.ts';
import type { ExportData, ExportSource } from '../model.ts';
import { splitByline, type Author } from '../../../common/language/bylines.ts';

/** A year, month and day, as far as they are known. */
export type DateParts = readonly number[];

export interface Reference {
  readonly key: string;
  readonly kind: 'page' | 'book' | 'document';
  readonly title: string;
  readonly authors: readonly Author[];
  /** The outlet. */
  readonly container: string | null;
  readonly issued: DateParts;
  readonly accessed: DateParts;
  readonly url: string | null;
  readonly language: string | null;
  readonly abstract: string | null;
  readonly keywords: readonly string[];
}

const BOOKS: ReadonlySet<SourceKind> = new Set(['epub']);
const DOCUMENTS: ReadonlySet<SourceKind> = new Set(['pdf', 'docx']);

export function referencesOf({ sources, keys }: ExportData): Reference[] {
  return sources.map((entry) => toReference(entry, keys.get(entry.source.id) ?? entry.source.id));
}

function toReference({ source, version }: ExportSource, key: string): Reference {
  return {
    key,
    kind: kindOf(source.kind, source.url),
    title: oneLine(source.title),
    authors: splitByline(source.byline),
    container: source.site === null ? null : oneLine(source.site),
    issued: datePartsOf(source.publishedAt),
    accessed: datePartsOf(version.capturedAt),
    url: source.url,
    language: source.language,
    abstract: source.description === null ? null : oneLine(source.description),
    keywords: source.tags,
  };
}

function kindOf(kind: SourceKind, url: string | null): Reference['kind'] {
  if (BOOKS.has(kind)) return 'book';
  return DOCUMENTS.has(kind) || url === null ? 'document' : 'page';
}

/** Empty where there is none. */
function datePartsOf(date: string | null): DateParts {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? '') ?? [];
  return [year, month, day].filter((part) => part !== undefined).map(Number);
}

export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** « 2025-08-13 », « 2025-08 », « 2025 ». */
export function writeDate(parts: DateParts, separator = '-'): string {
  return parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join(separator);
}
