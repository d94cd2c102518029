/** What the claim screens decide without a screen. */
import { foldText as fold } from '../../../src-main/common/language/folding.ts';
import type {
  Claim,
  ClaimId,
  Evidence,
  Excerpt,
  SourceId,
  Stance,
  Status,
} from '../../../src-main/common/contract/entities.ts';
import type { VerdictDraft } from '../../state/claims.svelte.ts';

/** Whether the document itself is the origin: nobody is named, or the outlet names itself. */
export function isOrigin(evidence: Evidence): boolean {
  const origin = foldText(evidence.origin);
  return origin === '' || origin === foldText(evidence.source.site ?? '');
}

/** Distinct origins of some evidence, compared as the engine compares them: an unnamed one is its own document. */
export function countOrigins(evidence: readonly Evidence[]): number {
  const origins = evidence.map(({ origin, sourceId }) => {
    const name = origin.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
    return name === '' ? `document ${sourceId}` : `origin ${name}`;
  });
  return new Set(origins).size;
}

export function ofStance(claim: Claim, stance: Stance): readonly Evidence[] {
  return claim.evidence.filter((one) => one.stance === stance);
}

/** Dots of the ledger: the origins filled, the other documents hollow. Past `most` they say nothing more. */
export function dotsOf(
  claim: Pick<Claim, 'sources' | 'origins'>,
  most = 16,
): readonly ('filled' | 'hollow')[] {
  const shown = Math.min(claim.sources, most);
  return Array.from({ length: shown }, (_, index) => (index < claim.origins ? 'filled' : 'hollow'));
}

export const VERDICT_COMMANDS = {
  verified: 'claim.verify',
  disputed: 'claim.dispute',
  unreviewed: 'claim.reopen',
} as const satisfies Record<Status, string>;

/** Why a verdict cannot be stored yet, as a key of the messages; null where it can. */
export function refuseVerdict(draft: VerdictDraft): 'choiceNeeded' | 'reasonNeeded' | null {
  if (draft.status === null) return 'choiceNeeded';
  return draft.reason.trim() === '' ? 'reasonNeeded' : null;
}

/** The history marks a verdict that undo took back with this sign, before the reason that it had. */
const UNDONE = '↶ ';

export function readReason(stored: string): { readonly undone: boolean; readonly reason: string } {
  let reason = stored;
  while (reason.startsWith(UNDONE)) reason = reason.slice(UNDONE.length);
  return { undone: reason !== stored, reason };
}

/** Verdicts that make sense now: only what was judged can be reopened. */
export function verdictChoices(claim: Pick<Claim, 'status'>): readonly Status[] {
  return claim.status === 'unreviewed' ? ['verified', 'disputed'] : ['verified', 'disputed', 'unreviewed'];
}

/** The index that a key of a list leads to, or null where the key is not the list's. */
export function indexAfterKey(key: string, index: number, length: number): number | null {
  if (length === 0) return null;
  const last = length - 1;
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(index + 1, last),
    ArrowUp: Math.max(index - 1, 0),
    Home: 0,
    End: last,
  };
  return targets[key] ?? null;
}

/** For filtering a list while typing: case, accents, kinds of apostrophe and of space are not looked at. */
export function foldText(text: string): string {
  return fold(text)
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether a text holds each word of a query, in any order. */
export function holdsWords(text: string, query: string): boolean {
  const folded = foldText(text);
  return foldText(query)
    .split(' ')
    .every((word) => folded.includes(word));
}

/** Highlights that can still be attached to a claim, found by what they say or where they stand. */
export function attachable(
  excerpts: readonly Excerpt[],
  attached: readonly Evidence[],
  titles: ReadonlyMap<SourceId, string>,
  query: string,
): readonly Excerpt[] {
  const taken = new Set(attached.map((evidence) => evidence.excerptId));
  return excerpts.filter(
    (excerpt) =>
      !taken.has(excerpt.id) &&
      holdsWords(
        [excerpt.exact, excerpt.note, ...excerpt.tags, titles.get(excerpt.sourceId) ?? ''].join(' '),
        query,
      ),
  );
}

/** Claims that share words with a statement being written, the likest first, so that none is written twice. */
export function similarClaims(claims: readonly Claim[], statement: string, most = 5): readonly Claim[] {
  const words = new Set(longWords(statement));
  if (words.size === 0) return [];
  return claims
    .map((claim) => ({ claim, shared: longWords(claim.statement).filter((word) => words.has(word)).length }))
    .filter(({ shared }) => shared >= Math.min(2, words.size))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, most)
    .map(({ claim }) => claim);
}

const longWords = (text: string): readonly string[] => foldText(text).match(/[\p{L}\p{N}]{4,}/gu) ?? [];

/** The first `most` rows of groups; each keeps how many it has in all, and one without a row left is left out. */
export function cutGroups<Group extends { readonly claims: readonly Claim[] }>(
  groups: readonly Group[],
  most: number,
): readonly (Group & { readonly total: number })[] {
  let left = most;
  return groups.flatMap((group) => {
    const claims = group.claims.slice(0, Math.max(0, left));
    left -= claims.length;
    return claims.length === 0 ? [] : [{ ...group, claims, total: group.claims.length }];
  });
}

/** The claims before and after one, in the ledger's order. */
export function neighbours(
  claims: readonly Claim[],
  id: ClaimId,
): { readonly index: number; readonly previous: Claim | undefined; readonly next: Claim | undefined } {
  const index = claims.findIndex((claim) => claim.id === id);
  return {
    index,
    previous: index > 0 ? claims[index - 1] : undefined,
    next: index >= 0 ? claims[index + 1] : undefined,
  };
}
