/** Why a hit was found, one reason for each word of the query and way of finding it. */
import type { Match } from '../../../src-main/common/contract/entities.ts';

export interface Reason {
  readonly query: string;
  readonly how: Match['how'];
  readonly fields: readonly string[];
  /** Of the whole score, 0 to 1. */
  readonly share: number;
}

/** The weightiest first: a word found in several fields is one reason. */
export function gatherReasons(matches: readonly Match[]): readonly Reason[] {
  const sum = matches.reduce((total, match) => total + match.score, 0);
  const reasons = new Map<string, Reason>();
  for (const { query, how, field, score } of matches) {
    const key = `${query}\n${how}`;
    const { fields = [], share = 0 } = reasons.get(key) ?? {};
    const all = fields.includes(field) ? fields : [...fields, field];
    reasons.set(key, { query, how, fields: all, share: share + (sum > 0 ? score / sum : 0) });
  }
  return [...reasons.values()].sort((a, b) => b.share - a.share);
}
