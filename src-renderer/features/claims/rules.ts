/** What the claim screens decide without a screen. */
import { type Named, originalsOf, originKey } from '../../../src-main/common/origins.ts';
import { foldText as fold } from '../../../src-main/common/language/folding.ts';
import type {
  Claim,
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

/** Distinct origins of some evidence of a claim, compared as the engine compares them. */
export function countOrigins(evidence: readonly Evidence[]): number {
  const names = new Map<string, Named>(evidence.map(({ sourceId, source }) => [sourceId, source]));
  const told = evidence.map(({ sourceId, origin }) => ({ source: sourceId, origin }));
  const originals = originalsOf(told, (id) => names.get(id));
  return new Set(
    told.map(({ source, origin }) => originKey(origin.trim() || (originals.get(source) ?? ''), source)),
  ).size;
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
export function similarClaims<Like extends Pick<Claim, 'statement'>>(
  claims: readonly Like[],
  statement: string,
  most = 5,
): readonly Like[] {
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

/** The long words of a statement as a query that finds what has one of them; empty where there is none. */
export const searchWords = (statement: string): string =>
  [...new Set(longWords(statement))].slice(0, 12).join(' ');

/** A quotation is not where it was, or nowhere. */
export const isChanged = ({ evidence }: Claim): boolean =>
  evidence.some(({ quotation }) => quotation.anchor !== 'exact');

/** Passages that were attached after the last verdict and speak against it. */
export function contrarySince({ history, status, evidence }: Claim): number {
  const last = history.at(-1);
  if (last === undefined || status === 'unreviewed') return 0;
  const against: Stance = status === 'verified' ? 'disputes' : 'supports';
  return evidence.filter(
    ({ stance, addedAt }) => stance === against && addedAt !== undefined && addedAt > last.at,
  ).length;
}
