import type { Claim } from '../../../src-main/common/contract/entities.ts';
import { foldText } from '../../../src-main/common/language/folding.ts';

/** Enough to choose from without reading a list. */
export const LIMIT = 6;
/** Words shorter than this are in every statement. */
const SHORTEST = 3;

/** Claims that share words with what is typed, the most alike first; the newest where nothing is typed yet. */
export function findCandidates<Candidate extends Pick<Claim, 'statement'>>(
  claims: readonly Candidate[],
  typed: string,
): readonly Candidate[] {
  const words = wordsOf(typed);
  if (words.length === 0) return claims.slice(0, LIMIT);
  return claims
    .map((claim) => ({ claim, score: scoreOf(claim, words) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, LIMIT)
    .map(({ claim }) => claim);
}

function scoreOf(claim: Pick<Claim, 'statement'>, words: readonly string[]): number {
  const statement = wordsOf(claim.statement);
  return words.filter((word) => statement.some((other) => other.startsWith(word))).length;
}

/** The words that tell statements apart, folded. */
export function wordsOf(text: string): readonly string[] {
  return (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= SHORTEST);
}
