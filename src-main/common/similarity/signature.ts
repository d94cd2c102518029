/**
 * Signatures: a sample of a text's shingles that is the same sample for every text (MinHash with a bound instead of a
 * number: of all hashes, those below 2³² / 2^scale). Unlike a fixed number of smallest hashes, two samples can be
 * compared whatever the lengths of the texts, so that a dispatch is found within an article ten times its length; and
 * finding what shares some is a look-up for each hash kept.
 */
import { hashRun, hashShingles } from './shingles.ts';
import type { Words } from './words.ts';

/** Of how signatures are made: whoever stores them makes those of another version anew. */
export const SIGNATURE_VERSION = 1;

export interface Signature {
  readonly words: number;
  /** One shingle in 2^scale is kept. */
  readonly scale: number;
  /** Ascending, each once. */
  readonly hashes: Uint32Array;
}

/** Shorter texts are compared whole: their shingles are too few to say anything. */
export const SHORTEST = 50;
/** Fewer would say too little of a text, where it has them. */
const FEWEST_HASHES = 32;
/** As few are enough where the text repeats itself. */
const LEAST_HASHES = 8;
/** Nor is a sample sparser than one in 16: of a passage of 60 words some are kept, however long the text around. */
const SPARSEST = 4;
/** Unless a text is endless, or was made so that all of its shingles are kept. */
const MOST_HASHES = 4096;

const SPACE = 2 ** 32;

/** A short text has one hash, of all of it: it is only ever found by its equal. */
export function makeSignature({ count, terms }: Words): Signature {
  if (count === 0) return { words: 0, scale: 0, hashes: new Uint32Array() };
  if (count < SHORTEST) {
    return { words: count, scale: 0, hashes: Uint32Array.of(hashRun(terms, 0, count)) };
  }
  const shingles = hashShingles(terms);
  let scale = 0;
  while (scale < SPARSEST && shingles.length / 2 ** (scale + 1) >= FEWEST_HASHES) scale += 1;
  let hashes = keepDistinct(shingles, scale);
  // A text that says the same again and again has few different ones.
  while (hashes.length < LEAST_HASHES && scale > 0) hashes = keepDistinct(shingles, --scale);
  while (hashes.length > MOST_HASHES) hashes = keepDistinct(hashes, ++scale);
  return { words: count, scale, hashes };
}

function keepDistinct(shingles: Uint32Array, scale: number): Uint32Array {
  const limit = SPACE / 2 ** scale;
  return shingles
    .filter((hash) => hash < limit)
    .sort()
    .filter((hash, at, kept) => at === 0 || hash !== kept[at - 1]);
}

export interface Overlap {
  /** Hashes of either that the other would have kept too if it had the shingle, and how many of them it has. */
  readonly one: number;
  readonly other: number;
  readonly shared: number;
}

/** Compares two samples as far as both reach. */
export function overlapOf(one: Signature, other: Signature): Overlap {
  const limit = SPACE / 2 ** Math.max(one.scale, other.scale);
  const [a, b] = [below(one.hashes, limit), below(other.hashes, limit)];
  let shared = 0;
  for (let i = 0, j = 0; i < a && j < b;) {
    const difference = (one.hashes[i] ?? 0) - (other.hashes[j] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return { one: a, other: b, shared };
}

/** What part of all their shingles two texts share (Jaccard), judged by their samples. */
export function estimateJaccard({ one, other, shared }: Overlap): number {
  return shared / Math.max(1, one + other - shared);
}

function below(hashes: Uint32Array, limit: number): number {
  const first = hashes.findIndex((hash) => hash >= limit);
  return first < 0 ? hashes.length : first;
}
