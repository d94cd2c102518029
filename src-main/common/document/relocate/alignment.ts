/**
 * What of one text stands in another, in the same order: stretches that are equal, found by runs of letters that each
 * text has only once (as in patience diff), and between those again with shorter runs. Linear in both texts.
 *
 * It says of a passage where it went even where its words stand in many places, and of a place in the new text what
 * stood there before: a passage that was always there is not the one that is missing.
 */
import { eachGram, GramTable } from './grams.ts';

/** `length` units that are equal, at `old` of the one text and at `start` of the other. */
export interface Run {
  readonly old: number;
  readonly start: number;
  readonly length: number;
}

interface Gap {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly from: number;
  readonly to: number;
}

/** Runs of the first round are long, and one in eight of them is looked at; those of the next are short. */
const ROUNDS = [
  { size: 24, sample: 8 },
  { size: 12, sample: 1 },
  { size: 8, sample: 1 },
] as const;

type Round = (typeof ROUNDS)[number];

export class Alignment {
  /** In the order of both texts; none overlap. */
  readonly runs: readonly Run[];

  constructor(
    private readonly old: string,
    private readonly text: string,
  ) {
    this.runs = this.#alignGap({ oldFrom: 0, oldTo: old.length, from: 0, to: text.length }, 0);
  }

  /** Runs that share something with a stretch of the old text. */
  fromOld(start: number, end: number): readonly Run[] {
    return this.#overlapping((run) => run.old, start, end);
  }

  /** Runs that share something with a stretch of the new text. */
  fromNew(start: number, end: number): readonly Run[] {
    return this.#overlapping((run) => run.start, start, end);
  }

  /** The last run that begins before an offset of the old text, and the first that does not. */
  around(old: number): { readonly before: Run | null; readonly after: Run | null } {
    const at = this.#firstFrom((run) => run.old, old);
    return { before: this.runs[at - 1] ?? null, after: this.runs[at] ?? null };
  }

  #overlapping(side: (run: Run) => number, start: number, end: number): readonly Run[] {
    const found: Run[] = [];
    let at = Math.max(0, this.#firstFrom(side, start) - 1);
    for (let run = this.runs[at]; run && side(run) < end; run = this.runs[(at += 1)]) {
      if (side(run) + run.length > start) found.push(run);
    }
    return found;
  }

  #firstFrom(side: (run: Run) => number, offset: number): number {
    let low = 0;
    let high = this.runs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const run = this.runs[middle];
      if (run && side(run) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #alignGap(gap: Gap, depth: number): Run[] {
    const round = ROUNDS[depth];
    if (!round || Math.min(gap.oldTo - gap.oldFrom, gap.to - gap.from) < round.size) return [];
    const pairs = longestRise(this.#pairsOf(gap, round));
    const runs = this.#extend(gap, pairs, depth === 0);
    return gapsBetween(gap, runs).flatMap((between, at) => {
      const run = runs[at];
      const inner = this.#alignGap(between, depth + 1);
      return run ? [...inner, run] : inner;
    });
  }

  /** Places of what both have only once, in the order of the old text. */
  #pairsOf(gap: Gap, { size, sample }: Round): Pair[] {
    const limit = 2 ** 32 / sample;
    const oldRange = { from: gap.oldFrom, to: gap.oldTo, size };
    const newRange = { from: gap.from, to: gap.to, size };
    const mine = this.#tableOf(this.old, oldRange, limit);
    const theirs = this.#tableOf(this.text, newRange, limit);
    const pairs: Pair[] = [];
    eachGram(this.old, oldRange, (old, hash) => {
      if (hash >= limit || mine.only(hash) !== old) return;
      const start = theirs.only(hash);
      if (start >= 0 && this.#isEqual(old, start, size)) pairs.push({ old, start });
    });
    return pairs;
  }

  #tableOf(text: string, range: { from: number; to: number; size: number }, limit: number): GramTable {
    // A sample may be larger than it should be where a text is made so.
    let count = limit < 2 ** 32 ? 0 : range.to - range.from;
    if (count === 0) {
      eachGram(text, range, (_at, hash) => {
        if (hash < limit) count += 1;
      });
    }
    const table = new GramTable(count);
    eachGram(text, range, (at, hash) => {
      if (hash < limit) table.add(hash, at);
    });
    return table;
  }

  #isEqual(old: number, start: number, length: number): boolean {
    for (let at = 0; at < length; at += 1) {
      if (this.old.charCodeAt(old + at) !== this.text.charCodeAt(start + at)) return false;
    }
    return true;
  }

  /** Each pair as far as the texts are equal around it. Of a whole text what both begin and end with counts too. */
  #extend(gap: Gap, pairs: readonly Pair[], isWhole: boolean): Run[] {
    const edges = isWhole ? [{ old: gap.oldFrom, start: gap.from }] : [];
    const last = isWhole ? [{ old: gap.oldTo, start: gap.to }] : [];
    const runs: Run[] = [];
    let oldEnd = gap.oldFrom;
    let end = gap.from;
    for (const pair of [...edges, ...pairs, ...last]) {
      if (pair.old < oldEnd || pair.start < end) continue;
      let { old, start } = pair;
      while (old > oldEnd && start > end && this.#sameAt(old - 1, start - 1)) {
        old -= 1;
        start -= 1;
      }
      oldEnd = pair.old;
      end = pair.start;
      while (oldEnd < gap.oldTo && end < gap.to && this.#sameAt(oldEnd, end)) {
        oldEnd += 1;
        end += 1;
      }
      if (end > start) runs.push({ old, start, length: end - start });
    }
    return runs;
  }

  #sameAt(old: number, start: number): boolean {
    return this.old.charCodeAt(old) === this.text.charCodeAt(start);
  }
}

interface Pair {
  readonly old: number;
  readonly start: number;
}

/** One more than there are runs: before each, and after the last. */
function gapsBetween(gap: Gap, runs: readonly Run[]): readonly Gap[] {
  let { oldFrom, from } = gap;
  const gaps = runs.map((run): Gap => {
    const between = { oldFrom, oldTo: run.old, from, to: run.start };
    oldFrom = run.old + run.length;
    from = run.start + run.length;
    return between;
  });
  return [...gaps, { oldFrom, oldTo: gap.oldTo, from, to: gap.to }];
}

/** The longest part of the pairs that is in the order of both texts. */
function longestRise(pairs: readonly Pair[]): readonly Pair[] {
  const tails: number[] = [];
  const previous = new Int32Array(pairs.length);
  pairs.forEach(({ start }, at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pairs[tails[middle] ?? 0]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    previous[at] = tails[low - 1] ?? -1;
    tails[low] = at;
  });
  const rise: Pair[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair) rise.push(pair);
  }
  return rise.reverse();
}
