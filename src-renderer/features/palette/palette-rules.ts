/** What the palette finds for what is typed, best first. */
import { foldName } from '../../ui/tag-names.ts';

export interface Findable {
  readonly text: string;
}

export interface Found<Item> {
  readonly item: Item;
  /** The text in pieces; `hit` marks what was typed. */
  readonly pieces: readonly { readonly text: string; readonly hit: boolean }[];
}

/** At its beginning, at a word's beginning, inside; -1 where a typed word is not there at all. */
function rank(text: string, words: readonly string[]): number {
  const places = words.map((word) => {
    const at = text.indexOf(word);
    if (at < 0) return -1;
    if (at === 0) return 0;
    return text.split(/[^\p{L}\p{N}]+/u).some((each) => each.startsWith(word)) ? 1 : 2;
  });
  if (places.includes(-1)) return -1;
  return Math.max(0, ...places);
}

/** Those that hold every typed word, in any order, case and accents aside. Equals keep their order. */
export function findItems<Item extends Findable>(
  items: readonly Item[],
  typed: string,
  limit: number,
): readonly Found<Item>[] {
  const words = foldName(typed).split(/\s+/).filter(Boolean);
  return items
    .map((item) => ({ item, rank: rank(foldName(item.text), words) }))
    .filter((each) => each.rank >= 0)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ item }) => ({ item, pieces: markWords(item.text, words) }));
}

/** Folding may change lengths (é in two code units), so places are found letter by letter. */
export function markWords(text: string, words: readonly string[]): Found<Findable>['pieces'] {
  const letters = [...text];
  const folded = letters.map(foldName);
  const starts: number[] = [];
  let length = 0;
  for (const letter of folded) {
    starts.push(length);
    length += letter.length;
  }
  const whole = folded.join('');
  const hits = new Array<boolean>(letters.length).fill(false);
  for (const word of words) {
    const at = whole.indexOf(word);
    if (at < 0) continue;
    starts.forEach((start, index) => {
      if (start >= at && start < at + word.length) hits[index] = true;
    });
  }
  return joinPieces(letters, hits);
}

function joinPieces(letters: readonly string[], hits: readonly boolean[]): Found<Findable>['pieces'] {
  const pieces: { text: string; hit: boolean }[] = [];
  letters.forEach((letter, index) => {
    const hit = hits[index] ?? false;
    const last = pieces.at(-1);
    if (last && last.hit === hit) last.text += letter;
    else pieces.push({ text: letter, hit });
  });
  return pieces;
}
