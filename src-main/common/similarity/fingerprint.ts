/** What is kept of a text to compare it by. */
import type { TextLayout } from '../document/canonical.ts';
import { findRepeats } from './repeats.ts';
import { makeSignature, type Signature } from './signature.ts';
import { readWords } from './words.ts';

export interface Fingerprint {
  readonly signature: Signature;
  /** Words that stand in the text a second time. */
  readonly repeated: number;
}

/** About half a millisecond for a thousand words. */
export function readFingerprint(layout: Pick<TextLayout, 'text' | 'units'>): Fingerprint {
  const words = readWords(layout.text);
  const repeated = findRepeats(layout, words).reduce((sum, repeat) => sum + repeat.words, 0);
  return { signature: makeSignature(words), repeated: Math.min(repeated, words.count) };
}

/**
 * Of a version: one without words, as the names of a scan's pages are, has nothing to be compared by.
 * @param words that the version is said to have
 */
export function fingerprintOf(layout: Pick<TextLayout, 'text' | 'units'>, words: number): Fingerprint {
  return readFingerprint(words === 0 ? { text: '', units: [] } : layout);
}

/**
 * The part of the text that stands there twice, as far as it is worth a word: a quotation set apart in a long article
 * is not. 0 to 1, and 0 below that.
 */
export function notableRepeats({
  words,
  repeated,
}: {
  readonly words: number;
  readonly repeated: number;
}): number {
  const share = repeated / Math.max(1, words);
  return share >= NOTABLE_SHARE || repeated >= NOTABLE_WORDS ? share : 0;
}

const NOTABLE_SHARE = 0.04;
const NOTABLE_WORDS = 100;
