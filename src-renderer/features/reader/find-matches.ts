/** Find in the article: accents, capitals, kinds of space, quotes and apostrophes make no difference. */
import { type OffsetText, foldWithOffsets } from '../../../src-main/common/language/folding.ts';
import type { TextRange } from '../../anchoring/text-range.ts';

/** More are not counted: nobody steps through them, and painting stays quick. */
export const MATCH_LIMIT = 5000;

/** Searches one text; it is folded once, at the first question. */
export class Finder {
  #folded: OffsetText | null = null;

  constructor(private readonly text: string) {}

  /** Every place of `query`, in the order of the text, without overlaps. */
  find(query: string): readonly TextRange[] {
    const needle = foldForFind(query).text;
    if (needle.trim() === '') return [];
    const { text, offsets } = (this.#folded ??= foldForFind(this.text));
    const found: TextRange[] = [];
    let at = text.indexOf(needle);
    while (at >= 0 && found.length < MATCH_LIMIT) {
      const stop = at + needle.length;
      found.push({ start: offsets[at] ?? 0, end: endAt(offsets, stop) });
      at = text.indexOf(needle, stop);
    }
    return found;
  }
}

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
