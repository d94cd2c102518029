/** In which order the ledger stands. Pure. */
import type { ClaimGroup, ClaimSort } from '../../common/contract/ledger.ts';
import type { KnownLedger, LedgerClaim } from '../storage/known-ledger.ts';
import { activityAt, statusAt, weighAt, type Moment } from './standing.ts';

/** The newest and the largest first, unless a sort is read more naturally from its beginning. */
const DESCENDS: ReadonlySet<ClaimSort> = new Set(['created', 'updated', 'activity', 'documents', 'origins']);

/** Sorts that say another thing of an earlier day. */
const OF_THEN: ReadonlySet<ClaimSort> = new Set(['status', 'activity', 'documents', 'origins']);

type Compare = (a: LedgerClaim, b: LedgerClaim) => number;

export interface Order {
  readonly sort: ClaimSort;
  readonly descending?: boolean | undefined;
  readonly moment: Moment;
}

/**
 * All claims in that order. It is kept with the ledger: after a change, one claim among thousands is out of place, and
 * putting it right is one walk over them. Of the days that were looked at, only the last one's order is kept.
 */
export function inOrder(ledger: KnownLedger, { sort, descending, moment }: Order): readonly LedgerClaim[] {
  const down = descending ?? DESCENDS.has(sort);
  const name = `${sort} ${down ? 'down' : 'up'}`;
  if (moment !== null && OF_THEN.has(sort))
    return orderThen(ledger, name, comparator(sort, down, moment), moment);
  return ledger.keep<readonly LedgerClaim[]>(name, (before) =>
    freshen(ledger, before ?? []).sort(comparator(sort, down, null)),
  );
}

function orderThen(
  ledger: KnownLedger,
  name: string,
  compare: Compare,
  moment: number,
): readonly LedgerClaim[] {
  const then = ledger.keep<{ moment: number; order: readonly LedgerClaim[] }>(`${name}, then`, () => ({
    moment: NaN,
    order: [],
  }));
  if (then.moment !== moment) {
    then.order = [...ledger.claims.values()].sort(compare);
    then.moment = moment;
  }
  return then.order;
}

/** What was there stays where it was; what is new comes last. */
function freshen({ claims }: KnownLedger, before: readonly LedgerClaim[]): LedgerClaim[] {
  const known: LedgerClaim[] = [];
  for (const { id } of before) {
    const claim = claims.get(id);
    if (claim) known.push(claim);
  }
  if (known.length === claims.size) return known;
  const seen = new Set<string>(known.map(({ id }) => id));
  for (const claim of claims.values()) if (!seen.has(claim.id)) known.push(claim);
  return known;
}

function comparator(sort: ClaimSort, down: boolean, moment: Moment): Compare {
  const compare = comparators(moment)[sort];
  const sign = down ? -1 : 1;
  // Without a day to look again a claim comes last, whichever way the days go.
  const late: Compare =
    sort === 'recheck' ? (a, b) => Number(a.recheckBy === null) - Number(b.recheckBy === null) : () => 0;
  return (a, b) => late(a, b) || sign * (compare(a, b) || compareText(a.id, b.id));
}

function comparators(moment: Moment): Readonly<Record<ClaimSort, Compare>> {
  const activity: Compare = (a, b) => activityAt(a, moment) - activityAt(b, moment);
  return {
    created: (a, b) => a.createdAt - b.createdAt,
    updated: (a, b) => a.updatedAt - b.updatedAt,
    statement: (a, b) => compareText(a.folded, b.folded),
    status: (a, b) => compareText(statusAt(a, moment), statusAt(b, moment)),
    recheck: (a, b) => compareText(a.recheckBy ?? '', b.recheckBy ?? ''),
    activity,
    documents: (a, b) => weighAt(a, moment).sources - weighAt(b, moment).sources || activity(a, b),
    origins: (a, b) => weighAt(a, moment).origins - weighAt(b, moment).origins || activity(a, b),
  };
}

const compareText = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** @param tagOf the tag that a claim stands under, null for none */
export function groupClaims(
  claims: readonly LedgerClaim[],
  tagOf: (claim: LedgerClaim) => string | null,
): { readonly claims: readonly LedgerClaim[]; readonly groups: ClaimGroup[] } {
  const groups = [...Map.groupBy(claims, tagOf)].sort(
    ([a, some], [b, others]) =>
      Number(a === null) - Number(b === null) || others.length - some.length || compareText(a ?? '', b ?? ''),
  );
  return {
    claims: groups.flatMap(([, some]) => some),
    groups: groups.map(([tag, { length }]) => ({ tag, count: length })),
  };
}
