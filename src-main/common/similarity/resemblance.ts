/** How much of two texts is the same, and what that makes them to each other. */
import { hashShingles, SHINGLE } from './shingles.ts';
import { SHORTEST } from './signature.ts';
import { readWords, type Words } from './words.ts';

/** Of this text seen from here: the same with changes, the other one and more, or a part of the other one. */
export type ResemblanceKind = 'same' | 'contains' | 'within';

export interface Resemblance {
  readonly kind: ResemblanceKind;
  /** Of the words of both together, the part that stands in both: 0 to 1. */
  readonly similarity: number;
  /** What is told to people: of `contains` and `within` the part of the contained text, else `similarity`. */
  readonly share: number;
}

export interface Coverage {
  readonly words: number;
  /** Of those, how many stand in a shingle that the other text has too. */
  readonly covered: number;
}

/**
 * Below this, texts share phrases, sources and page furniture; an article of which three words in ten were changed is
 * at 0.6. Measured with `npm run bench -- repeats`.
 */
const SAME = 0.45;
/** A text is a part of another where so much of it stands there. */
const PART = 0.8;

/** A text made ready to be compared with any number of others. */
export class Comparand {
  readonly words: Words;
  readonly hashes: Uint32Array;
  readonly known: ReadonlySet<number>;

  constructor(text: string) {
    this.words = readWords(text);
    this.hashes = hashShingles(this.words.terms);
    this.known = new Set(this.hashes);
  }
}

/** @returns how much of `one` stands in `other` and of `other` in `one`, word by word */
export function compareTexts(one: Comparand, other: Comparand): readonly [Coverage, Coverage] {
  if (Math.min(one.words.count, other.words.count) < SHORTEST) return compareWhole(one.words, other.words);
  return [
    { words: one.words.count, covered: countCovered(one.hashes, other.known) },
    { words: other.words.count, covered: countCovered(other.hashes, one.known) },
  ];
}

function compareWhole(one: Words, other: Words): readonly [Coverage, Coverage] {
  const same = one.count === other.count && one.terms.every((term, at) => term === other.terms[at]);
  return [
    { words: one.count, covered: same ? one.count : 0 },
    { words: other.count, covered: same ? other.count : 0 },
  ];
}

/** Words in any shingle that is known: of a text with one word changed, all but that one. */
function countCovered(hashes: Uint32Array, known: ReadonlySet<number>): number {
  let covered = 0;
  let end = 0;
  hashes.forEach((hash, at) => {
    if (!known.has(hash)) return;
    covered += at + SHINGLE - Math.max(at, end);
    end = at + SHINGLE;
  });
  return covered;
}

/** Null where two texts are none of these to each other. */
export function judge(one: Coverage, other: Coverage): Resemblance | null {
  const similarity = (one.covered + other.covered) / Math.max(1, one.words + other.words);
  if (isPart(other, one)) return { kind: 'contains', similarity, share: shareOf(other) };
  if (isPart(one, other)) return { kind: 'within', similarity, share: shareOf(one) };
  return similarity >= SAME ? { kind: 'same', similarity, share: similarity } : null;
}

/** Of two texts of about one length neither is called a part of the other. */
function isPart(part: Coverage, whole: Coverage): boolean {
  return part.words < PART * whole.words && shareOf(part) >= PART;
}

function shareOf({ words, covered }: Coverage): number {
  return covered / Math.max(1, words);
}
