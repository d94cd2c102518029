/**
 * Edit distances by Myers' bit vectors (1999, in blocks after Hyyrö 2003): one step for 32 letters of the pattern, so
 * that a quotation of a few hundred letters is looked for in its surroundings in some hundredths of a millisecond.
 */

const WORD = 32;

/** One pass of a text along a pattern. `errors` is that of the whole pattern against what was read so far. */
class Pass {
  readonly #pv: Int32Array;
  readonly #mv: Int32Array;
  readonly #top: number;
  errors: number;

  /** @param isAnchored what is read counts from its first letter; else the pattern may begin anywhere in it */
  constructor(
    private readonly masks: ReadonlyMap<number, Int32Array>,
    length: number,
    private readonly isAnchored: boolean,
  ) {
    const blocks = Math.ceil(length / WORD);
    this.#pv = new Int32Array(blocks).fill(-1);
    this.#mv = new Int32Array(blocks);
    this.#top = 1 << ((length - 1) % WORD);
    this.errors = length;
  }

  read(unit: number): void {
    const masks = this.masks.get(unit);
    const last = this.#pv.length - 1;
    let carry = this.isAnchored ? 1 : 0;
    for (let block = 0; block <= last; block += 1) {
      const pv = this.#pv[block] ?? 0;
      const mv = this.#mv[block] ?? 0;
      const mask = masks?.[block] ?? 0;
      const equal = carry < 0 ? mask | 1 : mask;
      const xv = mask | mv;
      const xh = ((((equal & pv) + pv) | 0) ^ pv) | equal;
      let ph = mv | ~(xh | pv);
      let mh = pv & xh;
      const top = block === last ? this.#top : 1 << (WORD - 1);
      const out = (ph & top) !== 0 ? 1 : (mh & top) !== 0 ? -1 : 0;
      ph = (ph << 1) | (carry > 0 ? 1 : 0);
      mh = (mh << 1) | (carry < 0 ? 1 : 0);
      this.#pv[block] = mh | ~(xv | ph);
      this.#mv[block] = ph & xv;
      carry = out;
    }
    this.errors += carry;
  }
}

/** A stretch of a text, as good as `errors` says; fewer are better. */
export interface Approximation {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/** Whether a place is a good one for the pattern's edge; larger is better. One error weighs as much as 3. */
export type Judgement = (edge: number) => number;
const ERROR_WEIGHT = 3;
/** Edges that are this much worse may still be the right ones, where what stands beside them says so. */
const TOLERATED = 2;
/** Any two texts of a language are about as like each other: where it begins and ends would be chance. */
const HOPELESS = 0.7;

export class Pattern {
  readonly #forward: ReadonlyMap<number, Int32Array>;
  #backward: ReadonlyMap<number, Int32Array> | null = null;

  constructor(readonly text: string) {
    this.#forward = masksOf(text, false);
  }

  /**
   * The stretch of `text` between `from` and `to` that is most like the pattern; of several that are about equally
   * like it, the one whose edges are judged best. Null where nothing there is like it.
   */
  search(
    text: string,
    from: number,
    to: number,
    judge: { readonly start: Judgement; readonly end: Judgement },
  ): Approximation | null {
    const { length } = this.text;
    if (length === 0 || to <= from) return null;
    const pass = new Pass(this.#forward, length, false);
    const ends = new Int32Array(to - from);
    for (let at = from; at < to; at += 1) {
      pass.read(text.charCodeAt(at));
      ends[at - from] = pass.errors;
    }
    const end = from + 1 + bestOf(ends, (index) => judge.end(from + 1 + index));
    if ((ends[end - from - 1] ?? 0) > length * HOPELESS) return null;
    const reach = Math.min(end - from, length + (ends[end - from - 1] ?? 0) + TOLERATED);
    const starts = this.#backwards(text, end, reach);
    const back = 1 + bestOf(starts, (index) => judge.start(end - 1 - index));
    return { start: end - back, end, errors: starts[back - 1] ?? length };
  }

  /** Fewest errors between the pattern and any stretch of `text` that ends at `end` (at most `reach` long). */
  errorsBefore(text: string, end: number, reach: number): number {
    return this.#backwards(text, end, reach).reduce(
      (least, errors) => Math.min(least, errors),
      this.text.length,
    );
  }

  /** The same for a stretch that begins at `start`. */
  errorsAfter(text: string, start: number, reach: number): number {
    let least = this.text.length;
    if (least === 0) return 0;
    const pass = new Pass(this.#forward, this.text.length, true);
    const end = Math.min(text.length, start + reach);
    for (let at = start; at < end; at += 1) {
      pass.read(text.charCodeAt(at));
      least = Math.min(least, pass.errors);
    }
    return least;
  }

  /** Errors between the pattern and all of `text` between `start` and `end`. */
  errorsWithin(text: string, start: number, end: number): number {
    if (this.text.length === 0) return end - start;
    const pass = new Pass(this.#forward, this.text.length, true);
    for (let at = start; at < end; at += 1) pass.read(text.charCodeAt(at));
    return pass.errors;
  }

  /** Errors of each stretch that ends at `end`, by its length less one. */
  #backwards(text: string, end: number, reach: number): Int32Array {
    const count = Math.min(end, reach);
    const all = new Int32Array(count);
    if (this.text.length === 0) return all;
    this.#backward ??= masksOf(this.text, true);
    const pass = new Pass(this.#backward, this.text.length, true);
    for (let length = 1; length <= count; length += 1) {
      pass.read(text.charCodeAt(end - length));
      all[length - 1] = pass.errors;
    }
    return all;
  }
}

/** For each letter of the pattern, the bits of where it stands. */
function masksOf(pattern: string, isReversed: boolean): ReadonlyMap<number, Int32Array> {
  const masks = new Map<number, Int32Array>();
  const { length } = pattern;
  for (let at = 0; at < length; at += 1) {
    const unit = pattern.charCodeAt(isReversed ? length - 1 - at : at);
    let bits = masks.get(unit);
    if (!bits) masks.set(unit, (bits = new Int32Array(Math.ceil(length / WORD))));
    const block = Math.floor(at / WORD);
    bits[block] = (bits[block] ?? 0) | (1 << (at % WORD));
  }
  return masks;
}

function bestOf(errors: Int32Array, judge: (index: number) => number): number {
  const least = errors.reduce((min, each) => Math.min(min, each), Infinity);
  let best = 0;
  let most = -Infinity;
  errors.forEach((each, index) => {
    if (each > least + TOLERATED) return;
    const value = judge(index) - ERROR_WEIGHT * (each - least);
    if (value < most) return;
    best = index;
    most = value;
  });
  return best;
}
