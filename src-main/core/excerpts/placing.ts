/** Where in a text a new excerpt stands. Pure. */
import type { Anchor, Warning } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { findQuotation } from '../../common/document/quote-match.ts';
import { describeRange, wholeCharacters, type QuoteSelector } from '../../common/document/selectors.ts';
import { shorten } from '../../common/language/shorten.ts';

export interface PlaceRequest {
  readonly quote: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly range?: { readonly start: number; readonly end: number } | undefined;
}

export interface Place {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly anchor: Anchor;
  readonly warnings: Warning[];
}

/** Errors name the quotation; a whole article in an error helps nobody. */
const ERROR_QUOTE = 120;

/** @throws DossierError invalid, quotation-not-found, quotation-ambiguous (details: count) */
export function placeExcerpt(text: string, request: PlaceRequest): Place {
  if (request.quote.trim() === '') throw new DossierError('invalid', { what: 'quote', reason: 'empty' });
  const { range } = request;
  if (range && standsIn(text, range, request.quote)) {
    return { ...describePlace(text, range), anchor: 'exact', warnings: [] };
  }
  const match = findQuotation(text, {
    quote: request.quote,
    prefix: request.prefix,
    suffix: request.suffix,
    near: range?.start,
  });
  const quote = shorten(request.quote, ERROR_QUOTE);
  switch (match.kind) {
    case 'absent':
      throw new DossierError('quotation-not-found', { quote });
    case 'ambiguous':
      throw new DossierError('quotation-ambiguous', { quote, count: match.count });
    case 'found':
      return {
        ...describePlace(text, match),
        anchor: match.anchor,
        warnings: match.anchor === 'moved' ? [MOVED] : [],
      };
  }
}

/** Not where the range goes on beyond the text: what is stored would too. */
const standsIn = (text: string, { start, end }: Range, quote: string): boolean =>
  end - start === quote.length && text.startsWith(quote, start);

/** More than what is kept of either side. */
const NEAR = 64;

/**
 * Where a quotation is said to stand, if it does: from the text around it.
 * @param read cuts a part of the text, or cannot
 * @returns null where it has to be looked for in the whole text
 */
export function placeWhereSaid(
  request: PlaceRequest,
  read: (start: number, end: number) => string | null,
): Place | null {
  const { quote, range } = request;
  if (!range || quote.trim() === '') return null;
  const from = Math.max(0, range.start - NEAR);
  const part = read(from, range.end + NEAR);
  const within = { start: range.start - from, end: range.end - from };
  if (part === null || !standsIn(part, within, quote)) return null;
  const { start, end, ...described } = describePlace(part, within);
  return { ...described, start: start + from, end: end + from, anchor: 'exact', warnings: [] };
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * A range of a text, without white space at its ends. What lies beyond the text is left out.
 * @throws DossierError invalid where nothing is left
 */
export function placeRange(text: string, range: Range): Range & QuoteSelector {
  const slice = text.slice(range.start, range.end);
  const start = range.start + slice.length - slice.trimStart().length;
  const end = start + slice.trim().length;
  if (end <= start) throw new DossierError('invalid', { what: 'quote', reason: 'empty' });
  return describePlace(text, { start, end });
}

function describePlace(text: string, range: Range): Range & QuoteSelector {
  const { start, end } = wholeCharacters(text, range);
  return { start, end, ...describeRange(text, start, end) };
}

const MOVED: Warning = {
  code: 'context-differs',
  message: 'The quotation occurs once, but not beside the prefix and suffix that were given.',
};
