/** A passage that is looked for in another text: its folded words, and what stood beside them. */
import { FoldedText } from '../folded-text.ts';
import { Pattern } from './approximate.ts';

export interface Passage {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Where it stands in the text before, in that text's offsets; null where that is not known. */
  readonly place: { readonly start: number; readonly end: number } | null;
}

/** Folded units on either side by which places are told apart: more than an excerpt stores, where the text is there. */
const CONTEXT = 48;
/** Units beside an edge that are compared to see whether it is the right one. */
const EDGE = 12;

/** How much of what stood on either side stands there now: 0 to 1, null where nothing stood there. */
export interface Sides {
  readonly left: number | null;
  readonly right: number | null;
}

export class Wanted {
  readonly pattern: Pattern;
  readonly left: Pattern;
  readonly right: Pattern;
  /** Folded place in the text before. */
  readonly place: { readonly start: number; readonly end: number } | null;

  private constructor(words: string, left: string, right: string, place: Wanted['place']) {
    this.pattern = new Pattern(words);
    this.left = new Pattern(left);
    this.right = new Pattern(right);
    this.place = place;
  }

  /** A passage as an excerpt describes it, with more of what stands beside it where the text before is there. */
  static find(passage: Passage, before: FoldedText | null): Wanted {
    const words = new FoldedText(passage.quote).text.trim();
    const place = placeIn(before, passage, words);
    if (before && place) return Wanted.of(before, place);
    const [left, right] = [passage.prefix, passage.suffix].map((side) => new FoldedText(side).text);
    return new Wanted(words, left ?? '', right ?? '', null);
  }

  /** A folded stretch of a text. */
  static of({ text }: FoldedText, { start, end }: { readonly start: number; readonly end: number }): Wanted {
    const left = text.slice(Math.max(0, start - CONTEXT), start);
    return new Wanted(text.slice(start, end), left, text.slice(end, end + CONTEXT), { start, end });
  }

  get text(): string {
    return this.pattern.text;
  }

  /** How well an edge fits what stood beside it: units in a row. */
  judgeIn(text: string): { start: (edge: number) => number; end: (edge: number) => number } {
    const { text: left } = this.left;
    const { text: right } = this.right;
    return {
      start: (edge) => {
        let same = 0;
        while (same < EDGE && same < left.length && left.at(-1 - same) === text[edge - 1 - same]) same += 1;
        return same;
      },
      end: (edge) => {
        let same = 0;
        while (same < EDGE && same < right.length && right[same] === text[edge + same]) same += 1;
        return same;
      },
    };
  }

  sidesIn(text: string, start: number, end: number): Sides {
    return { left: this.#leftOf(text, start), right: this.#rightOf(text, end) };
  }

  #leftOf(text: string, start: number): number | null {
    const { text: left } = this.left;
    if (left.trim() === '') return null;
    if (text.startsWith(left, start - left.length) && start >= left.length) return 1;
    return 1 - this.left.errorsBefore(text, start, left.length + EDGE) / left.length;
  }

  #rightOf(text: string, end: number): number | null {
    const { text: right } = this.right;
    if (right.trim() === '') return null;
    if (text.startsWith(right, end)) return 1;
    return 1 - this.right.errorsAfter(text, end, right.length + EDGE) / right.length;
  }
}

/** Null also where other words stand there than are quoted. */
function placeIn(before: FoldedText | null, { place }: Passage, quote: string) {
  if (!before || !place) return null;
  const { start, end } = before.toFolded(place.start, place.end);
  // What is left out at an edge (a soft hyphen) may have folded to a blank of its neighbours.
  const lead = /^\s*/.exec(before.text.slice(start, end))?.[0].length ?? 0;
  const found = before.text.startsWith(quote, start + lead);
  return found && quote !== '' ? { start: start + lead, end: start + lead + quote.length } : null;
}
