/** Which claims of the ledger are meant, and how many each further choice would leave. Pure, but for the tree of tags. */
import type { Status } from '../../common/contract/entities.ts';
import { DOUBTS, type ClaimCounts, type Doubt } from '../../common/contract/ledger.ts';
import { foldText } from '../../common/language/folding.ts';
import type { LedgerClaim } from '../storage/known-ledger.ts';
import { hasDoubt, statusAt, type Moment } from './standing.ts';

export interface ClaimSieve {
  readonly status?: Status | undefined;
  /** Ids of the tag and of those below it. */
  readonly tags?: ReadonlySet<string> | undefined;
  readonly text?: string | undefined;
  readonly dueBy?: string | undefined;
  readonly doubt?: Doubt | undefined;
  readonly superseded?: boolean | undefined;
  readonly supersededBy?: string | undefined;
  readonly claims?: ReadonlySet<string> | undefined;
  readonly moment: Moment;
  /** Whether a claim is live, and so can take another's place. */
  readonly isLive: (id: string) => boolean;
}

type Passes = (claim: LedgerClaim) => boolean;

/** What can be chosen beside what is asked for at all. */
type Facet = 'status' | 'tag' | 'due' | 'doubt' | 'superseded';

export function sift(claims: Iterable<LedgerClaim>, sieve: ClaimSieve): LedgerClaim[] {
  const tests = [asked(sieve), ...Object.values(facetTests(sieve))];
  const found: LedgerClaim[] = [];
  for (const claim of claims) if (tests.every((passes) => passes(claim))) found.push(claim);
  return found;
}

/** Its words, its day and what names it: no facet. */
function asked(sieve: ClaimSieve): Passes {
  const { moment, claims, supersededBy } = sieve;
  const text = foldText(sieve.text ?? '').trim();
  return (claim) =>
    (moment === null || claim.createdAt <= moment) &&
    (claims === undefined || claims.has(claim.id)) &&
    (supersededBy === undefined || claim.supersededBy === supersededBy) &&
    (text === '' || claim.folded.includes(text));
}

function facetTests(sieve: ClaimSieve): Partial<Record<Facet, Passes>> {
  const { status, tags, dueBy, doubt, superseded, moment } = sieve;
  return {
    ...(status !== undefined && { status: (claim) => statusAt(claim, moment) === status }),
    ...(tags && { tag: (claim) => claim.tags.some((tag) => tags.has(tag)) }),
    ...(dueBy !== undefined && { due: (claim) => isDue(claim, dueBy) }),
    ...(doubt && { doubt: (claim) => hasDoubt(claim, doubt, moment) }),
    ...(superseded !== undefined && { superseded: (claim) => isSuperseded(claim, sieve) === superseded }),
  };
}

const isDue = ({ recheckBy }: LedgerClaim, day: string): boolean => recheckBy !== null && recheckBy <= day;

/** The claim that took its place may be in the trash. */
function isSuperseded({ supersededBy }: LedgerClaim, { isLive }: ClaimSieve): boolean {
  return supersededBy !== null && isLive(supersededBy);
}

export interface CountParts {
  readonly sieve: ClaimSieve;
  readonly today: string;
  /** Names that stand for a tag's id: its own, and those above it where they count too. */
  readonly namesOf: (tag: string) => readonly string[];
}

/** A claim that fails one condition counts for that facet, one that fails two for none. */
export function countChoices(
  claims: Iterable<LedgerClaim>,
  { sieve, today, namesOf }: CountParts,
): ClaimCounts {
  const isAsked = asked(sieve);
  const tests = Object.entries(facetTests(sieve)) as [Facet, Passes][];
  const counts = {
    ...{ total: 0, all: 0, due: 0, superseded: 0 },
    statuses: { unreviewed: 0, verified: 0, disputed: 0 },
    doubts: { 'one-origin': 0, 'one-source': 0, contradicted: 0, changed: 0 },
  };
  const tags = new Map<string, number>();
  for (const claim of claims) {
    if (!isAsked(claim)) continue;
    const failed = onlyFailure(claim, tests);
    if (failed === 'several') continue;
    const fits = (facet: Facet): boolean => failed === null || failed === facet;
    if (failed === null) counts.total += 1;
    if (fits('status')) {
      counts.all += 1;
      counts.statuses[statusAt(claim, sieve.moment)] += 1;
    }
    if (fits('due') && isDue(claim, today)) counts.due += 1;
    if (fits('superseded') && isSuperseded(claim, sieve)) counts.superseded += 1;
    if (fits('doubt'))
      for (const doubt of DOUBTS) if (hasDoubt(claim, doubt, sieve.moment)) counts.doubts[doubt] += 1;
    if (claim.tags.length === 0 || !fits('tag')) continue;
    for (const name of new Set(claim.tags.flatMap(namesOf))) tags.set(name, (tags.get(name) ?? 0) + 1);
  }
  return { ...counts, tags: toRows(tags) };
}

/** The one facet that keeps a claim out; null where none does. */
function onlyFailure(
  claim: LedgerClaim,
  tests: readonly (readonly [Facet, Passes])[],
): Facet | 'several' | null {
  let failed: Facet | null = null;
  for (const [facet, passes] of tests) {
    if (passes(claim)) continue;
    if (failed !== null) return 'several';
    failed = facet;
  }
  return failed;
}

function toRows(tags: ReadonlyMap<string, number>): { tag: string; count: number }[] {
  return [...tags]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
}
