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

/** Describes `text.slice(start, end)` and what stands beside it; never cuts a surrogate pair. */
export function describeRange(text: string, start: number, end: number): QuoteSelector {
  let from = Math.max(0, start - CONTEXT);
  if (isLow(text.charCodeAt(from)) && isHigh(text.charCodeAt(from - 1))) from += 1;
  let to = Math.min(text.length, end + CONTEXT);
  if (isLow(text.charCodeAt(to)) && isHigh(text.charCodeAt(to - 1))) to -= 1;
  return { exact: text.slice(start, end), prefix: text.slice(from, start), suffix: text.slice(end, to) };
}
