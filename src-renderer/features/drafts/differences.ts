/** The words of a finding with what the source has in place of those that differ. */
import type { Finding } from '../../state/draft-findings.ts';

export interface Piece {
  readonly text: string;
  /** What the source says instead, empty where it says nothing; null for words that are the same. */
  readonly was: string | null;
}

/** Null where nothing differs. */
export function cutDifferences({ text, start, differs }: Finding): readonly Piece[] | null {
  if (differs.length === 0) return null;
  const pieces: Piece[] = [];
  let at = 0;
  for (const each of differs.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(at, each.start - start);
    const to = Math.min(text.length, Math.max(from, each.end - start));
    if (from > at) pieces.push({ text: text.slice(at, from), was: null });
    pieces.push({ text: text.slice(from, to), was: each.was });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), was: null });
  return pieces;
}
