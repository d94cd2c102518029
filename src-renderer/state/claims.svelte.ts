/**
 * How the ledger is seen and what is being written about a claim. It outlives the screens, so that going to
 * a passage and back loses neither the filter nor the draft of a verdict.
 */
import { createContext } from 'svelte';
import type { Claim, ClaimId, Status } from '../../src-main/common/contract/entities.ts';

export type LedgerOrder = 'activity' | 'statement' | 'documents';

/** What can be shaky about a claim, whatever its status says. */
export const DOUBTS = ['one-origin', 'one-source', 'contradicted', 'changed'] as const;
export type Doubt = (typeof DOUBTS)[number];

/** A verdict being written. `status` is null until it is chosen. */
export interface VerdictDraft {
  readonly status: Status | null;
  readonly reason: string;
}

export interface LedgerView {
  /** Null is all of them; so in the other two. */
  readonly status: Status | null;
  readonly tag: string | null;
  readonly doubt: Doubt | null;
  readonly order: LedgerOrder;
}

export class ClaimsState implements LedgerView {
  status = $state<Status | null>(null);
  tag = $state<string | null>(null);
  doubt = $state<Doubt | null>(null);
  order = $state<LedgerOrder>('activity');
  /** Rows under the names of their tags. */
  grouped = $state(false);
  /** The row that has, or last had, the focus. */
  current = $state<ClaimId | null>(null);
  asideShown = $state(true);
  #notebook = '';
  #drafts = $state.raw<ReadonlyMap<ClaimId, VerdictDraft>>(new Map());

  /** Another notebook: a tag, a row or a draft of the last one means nothing in it. */
  enter(notebook: string): void {
    if (notebook === this.#notebook) return;
    this.#notebook = notebook;
    this.showAll();
    this.current = null;
    this.#drafts = new Map();
  }

  get filtered(): boolean {
    return this.status !== null || this.tag !== null || this.doubt !== null;
  }

  /** Null where no verdict is being written. */
  draftOf(claim: ClaimId): VerdictDraft | null {
    return this.#drafts.get(claim) ?? null;
  }

  /** Opens the verdict form, or changes what it holds; what is absent is left as it is. */
  draft(claim: ClaimId, change: Partial<VerdictDraft>): void {
    const before = this.#drafts.get(claim) ?? { status: null, reason: '' };
    this.#drafts = new Map(this.#drafts).set(claim, { ...before, ...change });
  }

  abandon(claim: ClaimId): void {
    const drafts = new Map(this.#drafts);
    drafts.delete(claim);
    this.#drafts = drafts;
  }

  showAll(): void {
    this.status = null;
    this.tag = null;
    this.doubt = null;
  }
}

/** Set once by App, so that the ledger is found as it was left. Do not destructure it. */
export const [useClaims, setClaims] = createContext<ClaimsState>();

/** The newest of its own edit and its last verdict (an edit may be older: a verdict is a row of its own). */
export function lastActivity(claim: Claim): string {
  const verdict = claim.history.at(-1)?.at ?? '';
  return verdict > claim.updatedAt ? verdict : claim.updatedAt;
}

/** Tags with those above them, by which their claims are found too. */
export type Widen = (tags: readonly string[]) => readonly string[];

const asTheyAre: Widen = (tags) => tags;

/** The claims that the ledger shows, in its order. */
export function arrangeClaims(
  claims: readonly Claim[],
  view: LedgerView,
  locale: string,
  widen: Widen = asTheyAre,
): readonly Claim[] {
  const shown = claims.filter(
    (claim) =>
      (view.status === null || claim.status === view.status) &&
      (view.tag === null || widen(claim.tags).includes(view.tag)) &&
      (view.doubt === null || hasDoubt(claim, view.doubt)),
  );
  return shown.sort(comparators(locale)[view.order]);
}

type Compare = (a: Claim, b: Claim) => number;

function comparators(locale: string): Readonly<Record<LedgerOrder, Compare>> {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const activity: Compare = (a, b) => compareText(lastActivity(b), lastActivity(a));
  return {
    activity,
    statement: (a, b) => compare(a.statement, b.statement),
    documents: (a, b) => b.sources - a.sources || activity(a, b),
  };
}

const compareText = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** How many claims each status has, for the tabs; a tag filter counts within its tag. */
export function countStatuses(
  claims: readonly Claim[],
  tag: string | null,
  widen: Widen = asTheyAre,
): Readonly<Record<Status | 'all', number>> {
  const counts = { all: 0, unreviewed: 0, verified: 0, disputed: 0 };
  for (const claim of claims) {
    if (tag !== null && !widen(claim.tags).includes(tag)) continue;
    counts.all += 1;
    counts[claim.status] += 1;
  }
  return counts;
}

export function hasDoubt(claim: Claim, doubt: Doubt): boolean {
  switch (doubt) {
    case 'one-origin':
      return claim.sources > 1 && claim.origins === 1;
    case 'one-source':
      return claim.sources === 1;
    case 'contradicted':
      return hasStance(claim, 'supports') && hasStance(claim, 'disputes');
    case 'changed':
      return claim.evidence.some((one) => one.quotation.anchor !== 'exact');
  }
}

const hasStance = (claim: Claim, stance: 'supports' | 'disputes'): boolean =>
  claim.evidence.some((one) => one.stance === stance);

/** Tags of some claims with how many carry them, the most used first. */
export function countTags(
  claims: readonly Claim[],
  widen: Widen = asTheyAre,
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const tag of claims.flatMap((claim) => widen(claim.tags))) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
}

export interface LedgerGroup {
  /** Null for claims without a tag, or where the ledger is not grouped. */
  readonly tag: string | null;
  readonly claims: readonly Claim[];
}

/** Claims under their first tag, so that each stands once; the largest group first, untagged ones last. */
export function groupByTag(claims: readonly Claim[]): readonly LedgerGroup[] {
  const groups = new Map<string | null, Claim[]>();
  for (const claim of claims) {
    const tag = claim.tags[0] ?? null;
    const group = groups.get(tag);
    if (group === undefined) groups.set(tag, [claim]);
    else group.push(claim);
  }
  return [...groups]
    .map(([tag, own]) => ({ tag, claims: own }))
    .sort((a, b) => Number(a.tag === null) - Number(b.tag === null) || b.claims.length - a.claims.length);
}
