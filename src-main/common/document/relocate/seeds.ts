/** Places in a text that share runs of letters with a passage and with what stood beside it. */
import type { FoldedText } from '../folded-text.ts';
import { Alignment } from './alignment.ts';
import { LONG } from './aligned.ts';
import { Pattern } from './approximate.ts';
import { eachGram, type GramIndex } from './grams.ts';
import { judgeHit, type Hit } from './hit.ts';
import type { Wanted } from './wanted.ts';

/** Units of a run: shorter ones stand everywhere, and fewer of longer ones survive an edit. */
export const SEED = 12;
/** Runs of a passage that are looked up. */
const MOST_SEEDS = 48;
/** A run that stands in more places says nothing of where the passage is. */
const MOST_PLACES = 24;
/** Seeds that must agree on a place: of a passage with one word in four changed, more do. */
const FEWEST_VOTES = 3;
/** Places of a passage that is shorter than a seed, or repeats itself. */
const MOST_OCCURRENCES = 40;
/** The edges of a long passage are looked for by so much of it. */
const EDGE_LENGTH = 256;

/** @param most places that are looked at closely, beside those where the words stand as they are */
export function findAnywhere(wanted: Wanted, after: FoldedText, grams: GramIndex, most: number): Hit[] {
  const exact = exactStarts(wanted.text, after, grams);
  const { length } = wanted.text;
  const isOnly = exact.length === 1;
  const hits = exact.map((start) =>
    judgeHit(wanted, after.text, { start, end: start + length, errors: 0 }, { isOnly }),
  );
  if (most === 0) return hits;
  for (const start of seedStarts(wanted, grams, most)) {
    if (hits.some((hit) => start < hit.end && start + length > hit.start)) continue;
    const found = length > LONG ? closeLong(wanted, after.text, start) : close(wanted, after.text, start);
    const isKnown = !found || hits.some((hit) => found.start < hit.end && found.end > hit.start);
    if (!isKnown) hits.push(judgeHit(wanted, after.text, found));
  }
  return hits.toSorted((a, b) => b.score - a.score);
}

/** Where the words stand as they are. */
function exactStarts(words: string, after: FoldedText, grams: GramIndex): readonly number[] {
  const rarest = rarestPlaces(words, grams);
  const found: number[] = [];
  if (rarest) {
    for (const start of rarest) {
      if (after.text.startsWith(words, start) && after.isWhole(start, start + words.length))
        found.push(start);
    }
    return found;
  }
  for (const start of after.occurrences(words)) {
    found.push(start);
    if (found.length > MOST_OCCURRENCES) break;
  }
  return found;
}

/** Where the words may begin, by the run of them that stands in the fewest places; null where none says anything. */
function rarestPlaces(words: string, grams: GramIndex): readonly number[] | null {
  let rarest: readonly number[] | null = null;
  eachSeed(words, MOST_SEEDS / 4, (offset, hash) => {
    if (rarest?.length === 0) return;
    const places = grams.places(words.slice(offset, offset + SEED), hash, MOST_OCCURRENCES);
    if (places && (rarest === null || places.length < rarest.length)) {
      rarest = places.map((place) => place - offset);
    }
  });
  return rarest;
}

function eachSeed(words: string, most: number, visit: (offset: number, hash: number) => void): void {
  const step = Math.max(1, Math.ceil((words.length - SEED + 1) / most));
  eachGram(words, { from: 0, to: words.length, size: SEED }, (offset, hash) => {
    if (offset % step === 0) visit(offset, hash);
  });
}

/** Where the passage may begin: places that several runs agree on, those with the most first. */
function seedStarts({ left, text, right }: Wanted, grams: GramIndex, most: number): readonly number[] {
  const starts: number[] = [];
  const collect = (words: string, before: number, most: number): void => {
    eachSeed(words, most, (offset, hash) => {
      const places = grams.places(words.slice(offset, offset + SEED), hash, MOST_PLACES) ?? [];
      for (const place of places) starts.push(place - offset - before);
    });
  };
  collect(left.text, -left.text.length, MOST_SEEDS / 4);
  collect(text, 0, MOST_SEEDS);
  collect(right.text, text.length, MOST_SEEDS / 4);
  starts.sort((a, b) => a - b);
  return groupNear(starts, SEED + text.length / 10)
    .filter((group) => group.length >= FEWEST_VOTES)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, most)
    .map((group) => group[group.length >> 1] ?? 0);
}

function groupNear(sorted: readonly number[], distance: number): number[][] {
  const groups: number[][] = [];
  let last = -Infinity;
  for (const each of sorted) {
    if (each - last > distance) groups.push([]);
    groups.at(-1)?.push(each);
    last = each;
  }
  return groups;
}

function close(wanted: Wanted, text: string, start: number) {
  const slack = 24 + wanted.text.length / 4;
  const from = Math.max(0, Math.floor(start - slack));
  const to = Math.min(text.length, Math.ceil(start + wanted.text.length + slack));
  return wanted.pattern.search(text, from, to, wanted.judgeIn(text));
}

/** Its beginning and its end by themselves; how much is equal between them says how good it is. */
function closeLong(wanted: Wanted, text: string, at: number) {
  const words = wanted.text;
  const judge = wanted.judgeIn(text);
  const flat = () => 0;
  const slack = Math.min(4000, words.length / 4);
  const near = (pattern: Pattern, start: number, edges: typeof judge) =>
    pattern.search(
      text,
      Math.max(0, Math.floor(start - slack)),
      Math.min(text.length, Math.ceil(start + EDGE_LENGTH + slack)),
      edges,
    );
  const head = near(new Pattern(words.slice(0, EDGE_LENGTH)), at, { ...judge, end: flat });
  const tail = near(new Pattern(words.slice(-EDGE_LENGTH)), at + words.length - EDGE_LENGTH, {
    ...judge,
    start: flat,
  });
  if (!head || !tail || tail.end <= head.start) return null;
  const { runs } = new Alignment(words, text.slice(head.start, tail.end));
  const equal = runs.reduce((sum, run) => sum + run.length, 0);
  const { start } = head;
  return { start, end: tail.end, errors: Math.max(words.length, tail.end - start) - equal };
}
