/** What a source's details may be. Pure. */
import { DossierError } from '../../common/contract/errors.ts';

/** A shortened ISO date (2025, 2025-08, 2025-08-13) or a full ISO time. */
const PUBLISHED = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

export interface Details {
  readonly title?: string | undefined;
  readonly byline?: string | null | undefined;
  readonly site?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly publishedAt?: string | null | undefined;
  readonly language?: string | null | undefined;
}

/** Columns to change: only what was given; an empty text counts as none. @throws DossierError invalid */
export function detailColumns(details: Details): Record<string, string | null> {
  const columns: Record<string, string | null> = {};
  if (details.title !== undefined) columns['title'] = requireTitle(details.title);
  if (details.byline !== undefined) columns['byline'] = emptyToNull(details.byline);
  if (details.site !== undefined) columns['site'] = emptyToNull(details.site);
  if (details.url !== undefined) columns['url'] = checkUrl(emptyToNull(details.url));
  if (details.publishedAt !== undefined) {
    columns['published_at'] = checkPattern('publishedAt', emptyToNull(details.publishedAt), PUBLISHED);
  }
  if (details.language !== undefined) {
    columns['language'] = checkPattern('language', emptyToNull(details.language), LANGUAGE);
  }
  return columns;
}

function requireTitle(title: string): string {
  const clean = title.replace(/\s+/g, ' ').trim();
  if (clean === '') throw new DossierError('invalid', { what: 'title', reason: 'empty' });
  return clean;
}

function emptyToNull(value: string | null): string | null {
  const clean = value?.trim() ?? '';
  return clean === '' ? null : clean;
}

function checkPattern(what: string, value: string | null, pattern: RegExp): string | null {
  if (value === null) return null;
  const isDate = what === 'publishedAt';
  if (!pattern.test(value) || (isDate && Number.isNaN(Date.parse(value)))) {
    throw new DossierError('invalid', { what, value });
  }
  return value;
}

function checkUrl(url: string | null): string | null {
  if (url === null) return null;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new DossierError('invalid', { what: 'url', value: url });
  }
  return url;
}
