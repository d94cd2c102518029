/** How a claim stood at a moment. Pure. */
import type { Status } from '../../common/contract/entities.ts';
import type { Doubt } from '../../common/contract/ledger.ts';
import type { LedgerClaim } from '../storage/known-ledger.ts';

/** In milliseconds; null is now. */
export type Moment = number | null;

export interface Weight {
  readonly supports: number;
  readonly disputes: number;
  readonly mentions: number;
  /** Documents that support or dispute, and the independent origins among them. */
  readonly sources: number;
  readonly origins: number;
  readonly changed: boolean;
}

/** Null where nothing was said of it yet. */
export function lastVerdict(
  { verdicts }: LedgerClaim,
  moment: Moment,
): { readonly status: Status; readonly at: number } | null {
  if (moment === null) return verdicts.at(-1) ?? null;
  return verdicts.findLast(({ at }) => at <= moment) ?? null;
}

export function statusAt(claim: LedgerClaim, moment: Moment): Status {
  return lastVerdict(claim, moment)?.status ?? 'unreviewed';
}

export function activityAt(claim: LedgerClaim, moment: Moment): number {
  if (moment === null) return claim.activityAt;
  return Math.max(lastVerdict(claim, moment)?.at ?? 0, Math.min(claim.updatedAt, moment));
}

/** What was weighed is kept for as long as the claim is the same, for each moment that was asked for last. */
const weighed = new WeakMap<LedgerClaim, { readonly moment: Moment; readonly weight: Weight }>();

export function weighAt(claim: LedgerClaim, moment: Moment): Weight {
  const known = weighed.get(claim);
  if (known?.moment === moment) return known.weight;
  const weight = weigh(claim, moment);
  weighed.set(claim, { moment, weight });
  return weight;
}

function weigh({ evidence }: LedgerClaim, moment: Moment): Weight {
  const counts = { supports: 0, disputes: 0, mentions: 0 };
  const documents: string[] = [];
  const origins: string[] = [];
  let changed = false;
  for (const one of evidence) {
    if (!wasAttached(one, moment)) continue;
    counts[one.stance] += 1;
    changed ||= one.isChanged;
    if (one.stance === 'mentions') continue;
    documents.push(one.source);
    origins.push(one.originKey);
  }
  return { ...counts, sources: countDistinct(documents), origins: countDistinct(origins), changed };
}

function wasAttached({ from, until }: LedgerClaim['evidence'][number], moment: Moment): boolean {
  if (moment === null) return until === null;
  return from <= moment && (until === null || until > moment);
}

function countDistinct(values: readonly string[]): number {
  return values.length < 2 ? values.length : new Set(values).size;
}

export function hasDoubt(claim: LedgerClaim, doubt: Doubt, moment: Moment): boolean {
  const { supports, disputes, sources, origins, changed } = weighAt(claim, moment);
  switch (doubt) {
    case 'one-origin':
      return sources > 1 && origins === 1;
    case 'one-source':
      return sources === 1;
    case 'contradicted':
      return supports > 0 && disputes > 0;
    case 'changed':
      return changed;
  }
}
