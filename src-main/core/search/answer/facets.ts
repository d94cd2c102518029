/** How many documents have each value of each facet. */
import { STATUSES } from '../../../common/contract/entities.ts';
import type { FacetName, Facets } from '../../../common/contract/hits.ts';
import type { Facts, Origin } from './facts.ts';
import { EVERY_FACET, FAILS, type OwnFacts } from './filters.ts';
import { KINDS } from '../index/segment.ts';
import { NONE } from './values.ts';

export const NO_FACETS: Facets = { kind: [], language: [], site: [], year: [], tag: [], status: [] };

/** Of outlets and tags, of which there may be thousands. */
const MOST_VALUES = 200;

export class Tally {
  /** By the numbers of values. */
  readonly #counts: Readonly<Record<FacetName, number[]>> = {
    kind: [],
    language: [],
    site: [],
    year: [],
    tag: [],
    status: [],
  };

  constructor(readonly facts: Facts) {}

  /**
   * Counts as many documents of a kind (by its position in `KINDS`).
   * @param failed of `FAILS` nothing or one: that one condition apart, they would be hits
   */
  add(count: number, failed: number, kind: number, { source, language }: Origin, own: OwnFacts): void {
    const into = failed === 0 ? EVERY_FACET : failed;
    if (into & FAILS.kind) this.#add('kind', kind, count);
    if (into & FAILS.language) this.#add('language', language, count);
    if (into & FAILS.site) this.#add('site', source.site, count);
    if (into & FAILS.year) this.#add('year', source.year, count);
    if (into & FAILS.status && own.status !== null) {
      this.#add('status', STATUSES.indexOf(own.status), count);
    }
    if (!(into & FAILS.tag)) return;
    for (const tag of source.tags) this.#add('tag', tag, count);
    for (const tag of own.tags) if (!source.tags.includes(tag)) this.#add('tag', tag, count);
  }

  #add(name: FacetName, value: number, count: number): void {
    if (value === NONE) return;
    const counts = this.#counts[name];
    counts[value] = (counts[value] ?? 0) + count;
  }

  /** @param chosen numbers of values that are asked for: they are not left out */
  facets(chosen: { readonly site: number | null; readonly tag: number | null }): Facets {
    const { sites, years, languages } = this.facts.library;
    const { tags } = this.facts;
    return {
      kind: this.#facet('kind', (value) => KINDS[value] ?? '').map(toCount),
      language: this.#facet('language', (value) => languages.spelling(value)).map(toCount),
      site: shorten(
        this.#facet('site', (value) => sites.spelling(value)),
        chosen.site,
      ),
      year: this.#facet('year', (value) => years.spelling(value))
        .sort((a, b) => compare(b.value, a.value))
        .map(toCount),
      tag: shorten(
        this.#facet('tag', (value) => tags[value]?.name ?? ''),
        chosen.tag,
      ),
      status: this.#facet('status', (value) => STATUSES[value] ?? '').map(toCount),
    };
  }

  /** The most frequent first. */
  #facet(name: FacetName, spell: (number: number) => string): Numbered[] {
    return this.#counts[name]
      .flatMap((count, number) => ({ value: spell(number), count, number }))
      .sort((a, b) => b.count - a.count || compare(a.value, b.value));
  }
}

interface Numbered {
  readonly value: string;
  readonly count: number;
  readonly number: number;
}

function toCount({ value, count }: Numbered): Facets[FacetName][number] {
  return { value, count };
}

function shorten(facet: readonly Numbered[], chosen: number | null): Facets[FacetName] {
  return facet.filter(({ number }, at) => at < MOST_VALUES || number === chosen).map(toCount);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
