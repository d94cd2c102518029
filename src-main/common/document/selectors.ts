/** What an excerpt keeps of its place besides offsets (W3C TextQuoteSelector), to be found again in another version. */

export interface QuoteSelector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** UTF-16 units on either side; enough to tell apart what a page repeats, as other annotators found. */
const CONTEXT = 32;

const isHigh = (code: number) => (code & 0xfc00) === 0xd800;
const isLow = (code: number) => (code & 0xfc00) === 0xdc00;

const cutsPair = (text: string, at: number) => isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1));

/** A range with the whole of the characters at its ends: half of one cannot be stored, nor shown. */
export function wholeCharacters<Range extends { readonly start: number; readonly end: number }>(
  text: string,
  range: Range,
): Range {
  const start = cutsPair(text, range.start) ? range.start - 1 : range.start;
  const end = cutsPair(text, range.end) ? range.end + 1 : range.end;
  return { ...range, start, end };
}

/** Describes `text.slice(start, end)` and what stands beside it; never cuts a surrogate pair. */
export function describeRange(text: string, start: number, end: number): QuoteSelector {
  let from = Math.max(0, start - CONTEXT);
  if (cutsPair(text, from)) from += 1;
  let to = Math.min(text.length, end + CONTEXT);
  if (cutsPair(text, to)) to -= 1;
  return { exact: text.slice(start, end), prefix: text.slice(from, start), suffix: text.slice(end, to) };
}
