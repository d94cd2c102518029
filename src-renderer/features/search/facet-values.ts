/** The values of a facet as the column lists them. */
import type { FacetName, Facets } from '../../../src-main/common/contract/hits.ts';

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  /** Null while no answer has counted. */
  readonly count: number | null;
}

/**
 * In the engine's order, which leaves out what no hit has; the chosen value is listed all the same, or it could not be
 * taken away.
 */
export function listValues(
  facet: FacetName,
  facets: Facets | null,
  chosen: string | null,
  nameOf: (value: string) => string,
): readonly FacetValue[] {
  const values = (facets?.[facet] ?? []).map(({ value, count }) => ({ value, label: nameOf(value), count }));
  if (chosen === null || values.some(({ value }) => value === chosen)) return values;
  return [...values, { value: chosen, label: nameOf(chosen), count: facets === null ? null : 0 }];
}
