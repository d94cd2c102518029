/** Find in the article: accents, capitals, kinds of space, quotes and apostrophes make no difference. */
import { type OffsetText, foldWithOffsets } from '../../../src-main/common/language/folding.ts';
import type { TextRange } from '../../anchoring/text-range.ts';

/** More are not counted: nobody steps through them, and painting stays quick. */
export const MATCH_LIMIT = 5000;

/** Searches one text; it is folded once, at the first question. */
export class Finder {
  #folded: OffsetText | null = null;

  constructor(private readonly text: string) {}

  /**
   * Every place of `query`, in the order of the text, without overlaps.
   * @param isWhole only where no word goes on beyond it
   */
  find(query: string, isWhole = false): readonly TextRange[] {
    const needle = foldForFind(query).text;
    if (needle.trim() === '') return [];
    const { text, offsets } = (this.#folded ??= foldForFind(this.text));
    const found: TextRange[] = [];
    let at = text.indexOf(needle);
    while (at >= 0 && found.length < MATCH_LIMIT) {
      const stop = at + needle.length;
      const isFound = !isWhole || (isBoundary(text, at) && isBoundary(text, stop));
      if (isFound) found.push({ start: offsets[at] ?? 0, end: endAt(offsets, stop) });
      at = text.indexOf(needle, isFound ? stop : at + 1);
    }
    return found;
  }
}

/** Whether no word stands on both sides of `at`. Letters outside the basic plane are two units: either is of a letter. */
function isBoundary(text: string, at: number): boolean {
  return !WORD_END.test(text.slice(Math.max(0, at - 2), at)) || !WORD_START.test(text.slice(at, at + 2));
}

const WORD_END = /[\p{L}\p{M}\p{N}]$/u;
const WORD_START = /^[\p{L}\p{M}\p{N}]/u;

/** Half a character that folds to two (œ) takes the whole. */
function endAt(offsets: Uint32Array, stop: number): number {
  const last = offsets[stop - 1];
  let next = stop;
  while (next < offsets.length - 1 && offsets[next] === last) next += 1;
  return offsets[next] ?? 0;
}

/** Each replacement is one unit for one unit, so that the offsets hold. */
function foldForFind(text: string): OffsetText {
  const { text: folded, offsets } = foldWithOffsets(text);
  const even = folded
    .replace(/\s/g, ' ')
    .replace(/[‘’ʼ′]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑]/g, '-');
  return { text: even, offsets };
}
