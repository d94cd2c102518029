/** What narrows a search besides its words. */
import type { CollectionId, SavedFilters } from '../../src-main/common/contract/collections.ts';
import type { Input } from '../../src-main/common/contract/commands.ts';
import type { Status } from '../../src-main/common/contract/entities.ts';
import type { FacetName, HitKind } from '../../src-main/common/contract/hits.ts';

/** Null is "any". */
export interface SearchFilters {
  readonly kind: HitKind | null;
  readonly language: string | null;
  readonly site: string | null;
  /** A year, month or day of publication; both ends count. */
  readonly from: string | null;
  readonly to: string | null;
  readonly tag: string | null;
  readonly status: Status | null;
  readonly collection: CollectionId | null;
}

export const NO_FILTERS: SearchFilters = {
  kind: null,
  language: null,
  site: null,
  from: null,
  to: null,
  tag: null,
  status: null,
  collection: null,
};

/** The value of each facet that is chosen; a year is chosen where both ends are that year. */
export function chosenValues(filters: SearchFilters): Readonly<Record<FacetName, string | null>> {
  const { kind, language, site, from, to, tag, status } = filters;
  const year = from !== null && from === to && /^\d{4}$/.test(from) ? from : null;
  return { kind, language, site, year, tag, status };
}

/** A facet's value as the filters it stands for; null takes the facet's choice away. */
export function filtersFor(facet: FacetName, value: string | null): Partial<SearchFilters> {
  return facet === 'year' ? { from: value, to: value } : { [facet]: value };
}

/** How many are set; the two ends of a period are one. */
export function countFilters({ from, to, ...others }: SearchFilters): number {
  const set = Object.values(others).filter((value) => value !== null).length;
  return set + (from !== null || to !== null ? 1 : 0);
}

/** Only those that are set, as the command takes them. */
export function toFilterInput(filters: SearchFilters): Partial<Input<'search.query'>> {
  const { kind, ...others } = filters;
  const set = Object.entries(others).filter(([, value]) => value !== null);
  return { ...(kind === null ? {} : { in: [kind] }), ...Object.fromEntries(set) };
}

/** As they are kept with a saved search. */
export function toSaved(filters: SearchFilters): Input<'saved.add'>['filters'] {
  return toFilterInput(filters);
}

/** Of several kinds, which only the command line asks for, none is chosen here. */
export function fromSaved({ in: kinds, ...others }: SavedFilters): SearchFilters {
  const [kind] = kinds ?? [];
  return { ...NO_FILTERS, ...others, kind: kinds?.length === 1 && kind !== undefined ? kind : null };
}
