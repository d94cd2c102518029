/**
 * A text in the form in which quotations are compared, with the way back to its own offsets.
 *
 * Made equal: NFC and NFD; runs of white space of any kind; straight and typographic quotation marks and
 * apostrophes, with the space that French sets inside « »; soft hyphens and other invisible characters.
 * Not made equal: case, accents, dashes: who quotes those differently quotes something else.
 */

import { occurrencesOf } from './occurrences.ts';

const IGNORED = String.raw`\u00ad\u200b-\u200d\u2060\ufeff`;
/** Bounded, like every repetition here: an open one runs out of stack on a run of some megabytes. */
const BLANKS = String.raw`[\s${IGNORED}]{0,4096}`;
/** Most spaces are themselves already, and going past them here saves most of the matches. */
const LONE_SPACE = String.raw`(?! [^\s${IGNORED}»›\p{M}])`;
/** Copied as they are. Not complete: only what makes long texts in these scripts cheap. */
const INERT = String.raw`\0-\x7f\u0430-\u0438\u043a-\u044f\u2010-\u2015\u2022\u2026\u4e00-\u9fff`;

/** What has to change, tried in this order; everything between two matches is copied. */
const CHANGES = new RegExp(
  [
    `(["“”„‟″]|«${BLANKS}|${BLANKS}»)`,
    `(['‘’‚‛ʼ′＇]|‹${BLANKS}|${BLANKS}›)`,
    `(${LONE_SPACE}\\s${BLANKS})`,
    `([${IGNORED}]{1,64})`,
    String.raw`(?:[^\p{M}]\p{M}{1,64}|\p{M}{1,64}|[^${INERT}])`,
  ].join('|'),
  'gu',
);
const BLANK = new RegExp(`[\\s${IGNORED}]`);

class OffsetList {
  #items: Uint32Array;
  length = 0;

  constructor(capacity: number) {
    this.#items = new Uint32Array(capacity);
  }

  push(offset: number): void {
    if (this.length === this.#items.length) {
      const larger = new Uint32Array(this.#items.length * 2 + 16);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.length] = offset;
    this.length += 1;
  }

  at(index: number): number {
    return this.#items[index] ?? 0;
  }
}

/** Groups by number: an object of named ones for every match of a long text costs more than the rest. */
function replacement([matched, double, single, space, ignored]: RegExpExecArray): string {
  if (double !== undefined) return '"';
  if (single !== undefined) return "'";
  if (space !== undefined) return ' ';
  if (ignored !== undefined) return '';
  // Decomposed, not composed: decomposing needs no look at the neighbours, Hangul included.
  return matched.normalize('NFD');
}

/** Built once per text, in linear time, and used for any number of quotations. */
export class FoldedText {
  readonly text: string;
  readonly #offsets: OffsetList;

  constructor(readonly original: string) {
    const parts: string[] = [];
    this.#offsets = new OffsetList(original.length + 16);
    let done = 0;
    for (const match of original.matchAll(CHANGES)) {
      const changed = replacement(match);
      this.#copy(parts, done, match.index);
      parts.push(changed);
      for (let unit = 0; unit < changed.length; unit += 1) this.#offsets.push(match.index);
      done = match.index + match[0].length;
    }
    this.#copy(parts, done, original.length);
    this.#offsets.push(original.length);
    this.text = parts.join('');
  }

  /** Starts of `needle`, which must be folded itself, where it begins and ends at whole characters. */
  *occurrences(needle: string): Generator<number> {
    for (const at of occurrencesOf(this.text, needle)) {
      if (this.isWhole(at, at + needle.length)) yield at;
    }
  }

  /** Whether a folded range begins and ends at whole characters. */
  isWhole(from: number, to: number): boolean {
    return this.#isBoundary(from) && this.#isBoundary(to);
  }

  /** A folded range as a range of the original, without blanks at its ends. */
  toOriginal(from: number, to: number): { readonly start: number; readonly end: number } {
    let start = this.#offsets.at(from);
    let end = this.#offsets.at(to);
    while (start < end && BLANK.test(this.original.charAt(start))) start += 1;
    while (end > start && BLANK.test(this.original.charAt(end - 1))) end -= 1;
    return { start, end };
  }

  /** A range of the original as a folded one; what is left out at its ends is left out. */
  toFolded(start: number, end: number): { readonly start: number; readonly end: number } {
    return { start: this.#firstFrom(start), end: this.#firstFrom(end) };
  }

  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.text.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#offsets.at(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #copy(parts: string[], from: number, to: number): void {
    if (from === to) return;
    parts.push(this.original.slice(from, to));
    for (let at = from; at < to; at += 1) this.#offsets.push(at);
  }

  /** False between a letter and its accent: « cafe » must not be found in « café ». */
  #isBoundary(at: number): boolean {
    return at === 0 || at === this.text.length || this.#offsets.at(at) !== this.#offsets.at(at - 1);
  }
}
