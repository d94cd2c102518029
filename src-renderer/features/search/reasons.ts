/** Why a hit was found: one reason for each word of the query and each word it met, with all it gave to the score. */
import type { Match } from '../../../src-main/common/contract/hits.ts';

export interface Reason {
  readonly query: string;
  /** The word as the document writes it. */
  readonly term: string;
  readonly how: Match['how'];
  /** Of the whole score, 0 to 1. */
  readonly share: number;
  /** The weightiest first; their shares add up to the reason's. */
  readonly fields: readonly { readonly field: string; readonly share: number }[];
}

/** The weightiest first. */
export function gatherReasons(matches: readonly Match[]): readonly Reason[] {
  const sum = matches.reduce((total, match) => total + match.score, 0);
  const groups = Map.groupBy(matches, ({ query, term, how }) => JSON.stringify([query, term, how]));
  return [...groups.values()].flatMap((group) => toReason(group, sum)).sort((a, b) => b.share - a.share);
}

function toReason(group: readonly Match[], sum: number): readonly Reason[] {
  const [first] = group;
  if (first === undefined) return [];
  const fields = new Map<string, number>();
  for (const { field, score } of group) {
    fields.set(field, (fields.get(field) ?? 0) + (sum > 0 ? score / sum : 0));
  }
  const { query, term, how } = first;
  return [
    {
      query,
      term,
      how,
      share: [...fields.values()].reduce((total, share) => total + share, 0),
      fields: [...fields].map(([field, share]) => ({ field, share })).sort((a, b) => b.share - a.share),
    },
  ];
}
