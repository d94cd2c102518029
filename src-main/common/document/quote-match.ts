/** Finding a quotation in a canonical text. */
import { FoldedText } from './folded-text.ts';

export interface Quotation {
  readonly quote: string;
  /** What stands just before and just after; they choose among several occurrences. */
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  /** Where it is thought to begin; chooses the nearest where several are left. */
  readonly near?: number | undefined;
}

export interface Place {
  readonly start: number;
  readonly end: number;
}

export type QuotationMatch =
  /** `moved`: found, but what should stand beside it does not. */
  | {
      readonly kind: 'found';
      readonly start: number;
      readonly end: number;
      readonly anchor: 'exact' | 'moved';
    }
  /** `places` are the first twenty of `count`. */
  | { readonly kind: 'ambiguous'; readonly count: number; readonly places: readonly Place[] }
  | { readonly kind: 'absent' };

const SHOWN_PLACES = 20;

/** One side of the context, folded; empty when not given. */
class Context {
  readonly #before: string;
  readonly #after: string;

  constructor({ prefix = '', suffix = '' }: Quotation) {
    this.#before = new FoldedText(prefix).text.trim();
    this.#after = new FoldedText(suffix).text.trim();
  }

  /** How many sides were given, and how many of them stand beside a range. */
  get given(): number {
    return Number(this.#before !== '') + Number(this.#after !== '');
  }

  count(text: string, start: number, end: number): number {
    // One more unit than the context has: the space between it and the quotation.
    const before = text.slice(Math.max(0, start - this.#before.length - 1), start).trimEnd();
    const after = text.slice(end, end + this.#after.length + 1).trimStart();
    const stands = Number(this.#before !== '' && before.endsWith(this.#before));
    return stands + Number(this.#after !== '' && after.startsWith(this.#after));
  }
}

/** Starts with the most context beside them, and how many sides that was. */
function bestStarts(folded: FoldedText, needle: string, context: Context) {
  let starts: number[] = [];
  let best = 0;
  for (const start of folded.occurrences(needle)) {
    const sides = context.given === 0 ? 0 : context.count(folded.text, start, start + needle.length);
    if (sides > best) {
      starts = [];
      best = sides;
    }
    if (sides === best) starts.push(start);
  }
  return { starts, sides: best };
}

function nearest(places: readonly Place[], near: number): Place | undefined {
  let chosen = places[0];
  for (const place of places) {
    if (chosen && Math.abs(place.start - near) < Math.abs(chosen.start - near)) chosen = place;
  }
  return chosen;
}

/**
 * Looks for a quotation, ignoring what `FoldedText` makes equal; the range found is that of the original text.
 * Give a `FoldedText` where more than one quotation is looked for in the same text.
 */
export function findQuotation(text: string | FoldedText, quotation: Quotation): QuotationMatch {
  const folded = typeof text === 'string' ? new FoldedText(text) : text;
  const needle = new FoldedText(quotation.quote).text.trim();
  const context = new Context(quotation);
  const { starts, sides } = bestStarts(folded, needle, context);
  const places = starts.map((start) => folded.toOriginal(start, start + needle.length));
  const place = quotation.near === undefined ? places[0] : nearest(places, quotation.near);
  if (!place) return { kind: 'absent' };
  if (places.length > 1 && quotation.near === undefined) {
    return { kind: 'ambiguous', count: places.length, places: places.slice(0, SHOWN_PLACES) };
  }
  return { kind: 'found', ...place, anchor: sides === context.given ? 'exact' : 'moved' };
}
