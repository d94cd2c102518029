/** The words of a quotation that ought to stand in the source, and where it says itself that it left some out. */
import { findIncises } from './sayings.ts';
import type { Span } from './spans.ts';
import { readWords, type Word } from './words.ts';

export interface Reading {
  /** As long as the quotation, blank where its words are the draft's own. */
  readonly text: string;
  readonly words: readonly Word[];
  readonly gaps: ReadonlySet<number>;
  /** What was taken for words of the draft's own. */
  readonly incises: readonly Span[];
}

/** « […] », « (…) », an ellipsis within, and what the draft puts in brackets to explain. */
const LEFT_OUT = /\[[^\][]{0,200}\]|\((?:\.{3}|…)\)|…|\.{3}/g;

/** Of one quotation: what is longer is compared by its beginning. */
const MOST_WORDS = 600;

/** As it stands, and without incises where it has some. */
export function readQuotation(text: string): readonly Reading[] {
  const whole = read(text, []);
  const incises = findIncises(text);
  return incises.length === 0 ? [whole] : [whole, read(text, incises)];
}

function read(text: string, incises: readonly Span[]): Reading {
  let clean = text;
  for (const { start, end } of incises) clean = blankOut(clean, start, end);
  const gapsAt: number[] = [];
  for (const { index, 0: left } of clean.matchAll(LEFT_OUT)) {
    gapsAt.push(index);
    clean = blankOut(clean, index, index + left.length);
  }
  const words = readWords(clean, MOST_WORDS);
  const gaps = new Set(gapsAt.map((at) => words.filter(({ start }) => start < at).length));
  return { text: clean, words, gaps, incises };
}

const blankOut = (text: string, start: number, end: number): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
