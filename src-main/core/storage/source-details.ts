/** What a source's details may be. Pure. */
import {
  DETAIL_NAMES,
  DETAIL_ORIGINS,
  type DetailName,
  type DetailOrigins,
  type Source,
} from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { requireTitle } from './user-text.ts';

/** A shortened ISO date (2025, 2025-08, 2025-08-13) or a full ISO time. */
const PUBLISHED = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

export interface Details {
  readonly title?: string | undefined;
  readonly byline?: string | null | undefined;
  readonly site?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly publishedAt?: string | null | undefined;
  readonly modifiedAt?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly description?: string | null | undefined;
}

/** The column of each detail. */
export const DETAIL_COLUMNS: Readonly<Record<DetailName, string>> = {
  title: 'title',
  byline: 'byline',
  site: 'site',
  url: 'url',
  publishedAt: 'published_at',
  modifiedAt: 'modified_at',
  language: 'language',
  description: 'description',
};

/** Columns to change: only what was given; an empty text counts as none. @throws DossierError invalid */
export function detailColumns(details: Details): Record<string, string | null> {
  const columns: Record<string, string | null> = {};
  if (details.title !== undefined) columns['title'] = requireTitle(details.title);
  if (details.byline !== undefined) columns['byline'] = emptyToNull(details.byline);
  if (details.site !== undefined) columns['site'] = emptyToNull(details.site);
  if (details.url !== undefined) columns['url'] = checkUrl(emptyToNull(details.url));
  if (details.publishedAt !== undefined) {
    columns['published_at'] = checkDate('publishedAt', emptyToNull(details.publishedAt));
  }
  if (details.modifiedAt !== undefined) {
    columns['modified_at'] = checkDate('modifiedAt', emptyToNull(details.modifiedAt));
  }
  if (details.description !== undefined) columns['description'] = emptyToNull(details.description);
  if (details.language !== undefined) {
    columns['language'] = checkLanguage(emptyToNull(details.language));
  }
  return columns;
}

/** Only what is known of known details: the database only knows that the column is JSON, and a notebook may come from anyone. */
export function parseOrigins(column: string): DetailOrigins {
  const found = Object.entries((JSON.parse(column) ?? {}) as Readonly<Record<string, unknown>>);
  const isKnown = (list: readonly string[], value: unknown) =>
    typeof value === 'string' && list.includes(value);
  return Object.fromEntries(
    found.filter(([name, origin]) => isKnown(DETAIL_NAMES, name) && isKnown(DETAIL_ORIGINS, origin)),
  );
}

/** Marks what was given as the user's, also what the user emptied. */
export function userOrigins(before: DetailOrigins, details: Details): DetailOrigins {
  const given = DETAIL_NAMES.filter((name) => details[name] !== undefined);
  return { ...before, ...Object.fromEntries(given.map((name) => [name, 'user'])) };
}

/**
 * Columns that a correction changes; a detail that stays as it is stays whose it was, so that nothing is to be undone.
 * @throws DossierError invalid
 */
export function correctedColumns(source: Source, details: Details): Record<string, string | null> {
  const columns = detailColumns(details);
  const same = DETAIL_NAMES.filter((name) => (columns[DETAIL_COLUMNS[name]] ?? null) === source[name]);
  const changed = { ...details, ...Object.fromEntries(same.map((name) => [name, undefined])) };
  const origins = userOrigins(source.origins, changed);
  return { ...columns, ...(isSame(origins, source.origins) ? {} : { origins: JSON.stringify(origins) }) };
}

const isSame = (one: DetailOrigins, other: DetailOrigins) =>
  DETAIL_NAMES.every((name) => one[name] === other[name]);

function emptyToNull(value: string | null): string | null {
  const clean = value?.trim() ?? '';
  return clean === '' ? null : clean;
}

function checkDate(what: string, value: string | null): string | null {
  if (value === null) return null;
  // `Date` takes 31 February for 3 March.
  const day = value.slice(0, 10);
  const isDay = Number.isNaN(Date.parse(day)) ? false : new Date(day).toISOString().startsWith(day);
  if (!PUBLISHED.test(value) || !isDay || Number.isNaN(Date.parse(value))) {
    throw new DossierError('invalid', { what, value });
  }
  return value;
}

/** As BCP 47 writes it: `FR` is `fr`, `fr_ca` is `fr-CA`. */
function checkLanguage(value: string | null): string | null {
  if (value === null) return null;
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(value.replaceAll('_', '-'));
    if (LANGUAGE.test(canonical)) return canonical;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new DossierError('invalid', { what: 'language', value });
}

function checkUrl(url: string | null): string | null {
  if (url === null) return null;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new DossierError('invalid', { what: 'url', value: url });
  }
  return url;
}
