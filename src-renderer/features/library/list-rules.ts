/** Which sources the list shows, in which order, and how many each facet would leave. */
import type { Source } from '../../../src-main/common/contract/entities.ts';
import { foldName } from '../../ui/tag-names.ts';

export type SortKey = 'added' | 'published' | 'title' | 'site' | 'length';
export type FacetName = 'language' | 'reading' | 'tag' | 'site' | 'year';
export type Reading = 'unread' | 'started' | 'done';

export const FACET_NAMES: readonly FacetName[] = ['language', 'reading', 'tag', 'site', 'year'];

/** A source with how far it was read, from 0 to 1; null where it was never opened. */
export interface Listed {
  readonly source: Source;
  readonly progress: number | null;
  /** Its tags and those above them; where absent, its own. */
  readonly tags?: readonly string[];
}

export interface Filters {
  readonly text: string;
  /** One value of each facet at most; absent is any. The empty string is "none given". */
  readonly facets: Readonly<Partial<Record<FacetName, string>>>;
}

export const NO_FILTERS: Filters = { text: '', facets: {} };

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** The last lines of an article are often footers: nobody scrolls to the very end. */
const READ_SHARE = 0.95;

export function readingOf(progress: number | null): Reading {
  if (progress === null) return 'unread';
  return progress >= READ_SHARE ? 'done' : 'started';
}

/** The values that a source has of a facet. */
function valuesOf({ source, progress, tags }: Listed, facet: FacetName): readonly string[] {
  if (facet === 'language') return [source.language ?? ''];
  if (facet === 'site') return [source.site ?? ''];
  if (facet === 'year') return [/^\d{4}/.exec(source.publishedAt ?? '')?.[0] ?? ''];
  if (facet === 'reading') return [readingOf(progress)];
  return tags ?? source.tags;
}

function matchesText({ source }: Listed, text: string): boolean {
  const words = foldName(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const where = foldName([source.title, source.site, source.byline].filter(Boolean).join(' '));
  return words.every((word) => where.includes(word));
}

function passes(listed: Listed, filters: Filters, without?: FacetName): boolean {
  if (!matchesText(listed, filters.text)) return false;
  return FACET_NAMES.every((facet) => {
    const wanted = facet === without ? undefined : filters.facets[facet];
    return wanted === undefined || valuesOf(listed, facet).includes(wanted);
  });
}

export function filterSources(all: readonly Listed[], filters: Filters): readonly Listed[] {
  return all.filter((listed) => passes(listed, filters));
}

/**
 * What each value of a facet would leave, most frequent first (years: the newest), "none given" last. The facet's own choice is not applied, so that
 * another value can be chosen in its place.
 */
export function countFacet(
  all: readonly Listed[],
  filters: Filters,
  facet: FacetName,
): readonly FacetValue[] {
  const counts = new Map<string, number>();
  for (const listed of all) {
    if (!passes(listed, filters, facet)) continue;
    for (const value of valuesOf(listed, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted(
      (a, b) =>
        Number(a.value === '') - Number(b.value === '') ||
        (facet === 'year' ? b.value.localeCompare(a.value) : b.count - a.count) ||
        a.value.localeCompare(b.value),
    );
}

/** The facets that tell sources apart: one value for all of them does not. */
export function usefulFacets(
  all: readonly Listed[],
  filters: Filters,
): readonly { readonly name: FacetName; readonly values: readonly FacetValue[] }[] {
  return FACET_NAMES.map((name) => ({ name, values: countFacet(all, filters, name) })).filter(
    ({ name, values }) => values.length > 1 || filters.facets[name] !== undefined,
  );
}

/** Newest and longest first; titles and outlets by the alphabet. Missing dates and outlets come last. */
export function sortSources(all: readonly Listed[], sort: SortKey, locale: string): readonly Listed[] {
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const late = (a: string | null, b: string | null): number => (b ?? '').localeCompare(a ?? '');
  const early = (a: string | null, b: string | null): number =>
    Number(a === null) - Number(b === null) || compare(a ?? '', b ?? '');
  const orders: Readonly<Record<SortKey, (a: Source, b: Source) => number>> = {
    added: (a, b) => late(a.addedAt, b.addedAt),
    published: (a, b) => late(a.publishedAt, b.publishedAt) || late(a.addedAt, b.addedAt),
    title: (a, b) => compare(a.title, b.title),
    site: (a, b) => early(a.site, b.site) || late(a.publishedAt, b.publishedAt),
    length: (a, b) => b.words - a.words,
  };
  return all.toSorted((a, b) => orders[sort](a.source, b.source));
}
