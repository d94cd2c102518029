/** What became of a claim, in the order of time. Pure. */
import type { Claim, Verdict } from '../../../src-main/common/contract/entities.ts';
import { readReason } from './rules.ts';

export type ClaimEvent =
  | {
      readonly kind: 'verdict';
      readonly at: string;
      readonly status: Verdict['status'];
      readonly reason: string;
      /** Undo took the one before it back. */
      readonly undone: boolean;
      readonly by: string | null;
      /** Another verdict took its place. */
      readonly isPast: boolean;
    }
  | { readonly kind: 'evidence'; readonly at: string; readonly added: number; readonly disputing: number }
  | { readonly kind: 'noted'; readonly at: string };

/**
 * The newest first. Passages that were attached on one day, with no verdict between them, are one event; those that the claim was
 * written down with are a part of that.
 */
export function timelineOf(claim: Pick<Claim, 'history' | 'evidence' | 'createdAt'>): readonly ClaimEvent[] {
  const last = claim.history.length - 1;
  const verdicts = claim.history.map((verdict, at): ClaimEvent => ({
    kind: 'verdict',
    at: verdict.at,
    status: verdict.status,
    ...readReason(verdict.reason),
    by: verdict.by ?? null,
    isPast: at < last,
  }));
  const evidence = claim.evidence.flatMap(({ addedAt, stance }): ClaimEvent[] =>
    addedAt === undefined || addedAt <= claim.createdAt
      ? []
      : [{ kind: 'evidence', at: addedAt, added: 1, disputing: stance === 'disputes' ? 1 : 0 }],
  );
  const events = [...verdicts, ...evidence].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  return [{ kind: 'noted', at: claim.createdAt } as const, ...joinDays(events)].toReversed();
}

function joinDays(events: readonly ClaimEvent[]): readonly ClaimEvent[] {
  const joined: ClaimEvent[] = [];
  for (const event of events) {
    const before = joined.at(-1);
    if (event.kind === 'evidence' && before?.kind === 'evidence' && dayOf(before.at) === dayOf(event.at)) {
      const added = before.added + event.added;
      joined[joined.length - 1] = { ...event, added, disputing: before.disputing + event.disputing };
    } else joined.push(event);
  }
  return joined;
}

const dayOf = (at: string): string => new Date(at).toDateString();
