/** A stretch of a version's canonical text, in UTF-16 code units: `start` is in it, `end` is not. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** The common part of two ranges, or null where they share nothing. */
export function intersect(one: TextRange, other: TextRange): TextRange | null {
  const start = Math.max(one.start, other.start);
  const end = Math.min(one.end, other.end);
  return start < end ? { start, end } : null;
}

/** The range without white space at its ends; null where nothing else is in it. */
export function trimRange(text: string, range: TextRange): TextRange | null {
  const start = Math.max(0, Math.min(range.start, range.end));
  const end = Math.min(text.length, Math.max(range.start, range.end));
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  const length = slice.trim().length;
  return length === 0 ? null : { start: start + lead, end: start + lead + length };
}
