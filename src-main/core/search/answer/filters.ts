/** What a question asks of the documents that match it, one condition for each facet. */
import type { Status } from '../../../common/contract/entities.ts';
import type { FacetName, HitKind } from '../../../common/contract/hits.ts';
import type { SearchInput } from '../../ports.ts';
import { findNamed } from '../../storage/tags.ts';
import type { Facts, Origin, SourceFacts } from './facts.ts';
import { NONE } from './values.ts';

/** A bit for each facet: the conditions that a document fails are a sum of these. */
export const FAILS = {
  kind: 1,
  language: 2,
  site: 4,
  year: 8,
  tag: 16,
  status: 32,
} as const satisfies Record<FacetName, number>;

/** Not a facet: what is outside the collection counts for none, as what fails two does. */
const OUTSIDE = 64 | 128;

/** Of a document that fails nothing: it counts for every facet. */
export const EVERY_FACET = Object.values(FAILS).reduce((sum, bit) => sum + bit, 0);

type GroupTest = (kind: HitKind, origin: Origin) => number;

/** What excerpts, claims and notes do not have from their source. */
export interface OwnFacts {
  readonly tags: readonly number[];
  /** Null where it is no claim. */
  readonly status: Status | null;
}

export class Filters {
  /** Numbers of what is asked for, `NONE` for what there is not; null where nothing is asked. */
  readonly site: number | null;
  readonly tag: number | null;
  /** Whether it matters what source a document has, and in what language it is. */
  readonly asksOrigin: boolean;
  readonly #status: Status | null;
  readonly #tests: readonly GroupTest[];

  constructor(input: SearchInput, facts: Facts) {
    const { language, site, from, to, tag, status, collection } = input;
    this.site = site === undefined ? null : facts.library.sites.find(site);
    this.tag = tag === undefined ? null : numberOfTag(facts, tag);
    this.asksOrigin = [language, site, from, to, tag, collection].some((each) => each !== undefined);
    this.#status = status ?? null;
    this.#tests = makeTests(input, this.site, facts);
  }

  get asksNothing(): boolean {
    return this.#tests.length === 0 && !this.asksOwn;
  }

  /** Whether excerpts, claims and notes have to be looked at one by one. */
  get asksOwn(): boolean {
    return this.tag !== null || this.#status !== null;
  }

  /** What everything of that kind and origin fails. */
  failuresOf(kind: HitKind, origin: Origin): number {
    let failed = this.#status !== null && kind !== 'claim' ? FAILS.status : 0;
    for (const test of this.#tests) failed |= test(kind, origin);
    return failed;
  }

  /** A tag on a source covers its passages and excerpts. */
  ownFailures(source: SourceFacts, { tags, status }: OwnFacts): number {
    const { tag } = this;
    let failed = 0;
    if (tag !== null && !source.tags.includes(tag) && !tags.includes(tag)) failed |= FAILS.tag;
    if (this.#status !== null && status !== null && status !== this.#status) failed |= FAILS.status;
    return failed;
  }
}

/** Of its name or of an alias; `NONE` where there is no such tag. */
function numberOfTag(facts: Facts, name: string): number {
  const id = findNamed(facts.reader, name);
  return id === null ? NONE : facts.tags.findIndex((each) => each.id === id);
}

/** Claims and notes have no source, and so neither outlet nor date. @param site its number */
function makeTests(input: SearchInput, site: number | null, facts: Facts): GroupTest[] {
  const { in: kinds, language, from, to, collection } = input;
  const tests: GroupTest[] = [];
  if (kinds && kinds.length > 0) tests.push((kind) => (kinds.includes(kind) ? 0 : FAILS.kind));
  if (language !== undefined) {
    // Not looked up: it may be that of claims only, which have not been met yet.
    const wanted = facts.library.languages.number(language);
    tests.push((_kind, origin) => (origin.language === wanted ? 0 : FAILS.language));
  }
  if (site !== null) {
    tests.push((_kind, { source }) => (source.site === site && site !== NONE ? 0 : FAILS.site));
  }
  if (from !== undefined || to !== undefined) {
    tests.push((_kind, { source }) => (isWithin(source.published, from, to) ? 0 : FAILS.year));
  }
  if (collection !== undefined) {
    const members = facts.membersOf(collection);
    tests.push((_kind, { source }) => (members.has(source) ? 0 : OUTSIDE));
  }
  return tests;
}

/**
 * Whether something published then may have been within these dates: a year passes if one of its days does. Dates are
 * compared as far as both are written out.
 */
function isWithin(published: string | null, from: string | undefined, to: string | undefined): boolean {
  if (published === null || (from !== undefined && to !== undefined && isBefore(to, from))) return false;
  if (from !== undefined && isBefore(published, from)) return false;
  return to === undefined || !isBefore(to, published);
}

function isBefore(a: string, b: string): boolean {
  const both = Math.min(a.length, b.length);
  return a.slice(0, both) < b.slice(0, both);
}
