/** The filters that are set, in words that can be taken away one by one. */
import type { Collection } from '../../src-main/common/contract/collections.ts';
import type { Messages } from '../messages/index.ts';
import { writeDate } from '../messages/dates.ts';
import type { SearchFilters } from '../state/search-filters.ts';

export interface FilterWord {
  readonly key: string;
  readonly text: string;
  readonly without: Partial<SearchFilters>;
}

/** In the order of the facet column. */
export function filterWords(
  filters: SearchFilters,
  t: Messages['search'],
  locale: string,
  collections: readonly Pick<Collection, 'id' | 'name'>[] = [],
): readonly FilterWord[] {
  const { kind, language, site, tag, status } = filters;
  const collection = collections.find(({ id }) => id === filters.collection);
  const period = writePeriod(filters, t, locale);
  const words: (FilterWord | null)[] = [
    collection && { key: 'collection', text: collection.name, without: { collection: null } },
    kind && { key: 'kind', text: t.kind[kind], without: { kind: null } },
    language && { key: 'language', text: nameLanguage(language, locale), without: { language: null } },
    site && { key: 'site', text: site, without: { site: null } },
    period && { key: 'period', text: period, without: { from: null, to: null } },
    tag && { key: 'tag', text: tag, without: { tag: null } },
    status && { key: 'status', text: t.statuses[status], without: { status: null } },
  ].map((word) => word || null);
  return words.filter((word) => word !== null);
}

function writePeriod({ from, to }: SearchFilters, t: Messages['search'], locale: string): string | null {
  const start = from && writeDate(from, locale, 'short');
  const end = to && writeDate(to, locale, 'short');
  if (start && end) return start === end ? start : t.period.between(start, end);
  if (start) return t.period.since(start);
  return end ? t.period.until(end) : null;
}

/** `fr` → français. A tag that is no language's is shown as it is. */
export function nameLanguage(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch (error) {
    if (error instanceof RangeError) return tag;
    throw error;
  }
}
