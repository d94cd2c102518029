/** Passages: the units of search, figures and echoes; about a paragraph each. */
import type { TextLayout, Unit } from './canonical.ts';

export interface Passage {
  /** UTF-16 offsets into the canonical text. */
  readonly start: number;
  readonly end: number;
}

/** List items and table rows are merged up to about so many words: alone they say too little to be found by. */
const MERGED_WORDS = 120;
/** A longer paragraph is divided at sentence ends, or a hit in it would point nowhere in particular. */
const LONGEST_WORDS = 250;
/** A run without a sentence end is cut after so many characters, whatever stands there. */
const LONGEST_SENTENCE = 2000;

const SENTENCES = new Intl.Segmenter('fr', { granularity: 'sentence' });

const isSpace = (code: number) => code <= 0x20 || code === 0xa0 || code === 0x202f || code === 0x3000;
const isWordlessScript = (code: number) =>
  (code >= 0x3040 && code <= 0x9fff) || (code >= 0xe00 && code <= 0xedf);

/** Words by their spaces; in scripts without spaces two characters count as a word. Cheap, and good enough to cut by. */
function countRoughly(text: string, start: number, end: number): number {
  // At least one in sixteen characters, so that a run without any space is divided too.
  const least = (end - start) / 16;
  let words = 0;
  let inside = false;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (isWordlessScript(code)) words += 0.5;
    const space = isSpace(code);
    if (!space && !inside) words += 1;
    inside = !space;
  }
  return Math.max(words, least);
}

/** Ends of the sentences of a range, none further apart than `LONGEST_SENTENCE`; the last is the range's end. */
function* sentenceEnds(text: string, start: number, end: number): Generator<number> {
  // By slices: one segmenter run over tens of megabytes would hold them all a second time.
  for (let from = start; from < end;) {
    const to = Math.min(end, from + LONGEST_SENTENCE);
    let last = from;
    for (const { index, segment } of SENTENCES.segment(text.slice(from, to))) {
      const stop = from + index + segment.length;
      if (stop === to && to < end && last > from) break;
      last = cutAtSpace(text, from + index, stop, stop === to && to < end);
      yield last;
    }
    from = last;
  }
}

/** Where an endless sentence is cut: after its last space, or at least not within a surrogate pair. */
function cutAtSpace(text: string, start: number, stop: number, forced: boolean): number {
  if (!forced) return stop;
  for (let at = stop; at > start + LONGEST_SENTENCE / 2; at -= 1) {
    if (isSpace(text.charCodeAt(at - 1))) return at;
  }
  const splitsPair = (text.charCodeAt(stop - 1) & 0xfc00) === 0xd800;
  return splitsPair ? stop - 1 : stop;
}

/** Divides a long range into pieces of whole sentences that follow each other without a gap. */
function divide(text: string, start: number, end: number, words: number): Passage[] {
  const pieces = Math.ceil(words / LONGEST_WORDS);
  const wanted = words / pieces;
  const passages: Passage[] = [];
  let from = start;
  let held = 0;
  let last = start;
  for (const stop of sentenceEnds(text, start, end)) {
    const sentence = countRoughly(text, last, stop);
    if (held > 0 && held + sentence > Math.max(wanted * 1.2, MERGED_WORDS)) {
      passages.push({ start: from, end: last });
      from = last;
      held = 0;
    }
    held += sentence;
    last = stop;
  }
  passages.push({ start: from, end });
  return passages;
}

class Passages {
  readonly done: Passage[] = [];
  #open: { start: number; end: number; group: number; words: number } | null = null;
  #heading = -1;

  constructor(readonly text: string) {}

  add(unit: Unit): void {
    if (unit.role === 'heading') {
      this.#close();
      if (this.#heading < 0) this.#heading = unit.start;
      return;
    }
    const words = countRoughly(this.text, unit.start, unit.end);
    const open = this.#open;
    if (open && unit.group >= 0 && unit.group === open.group && open.words + words <= MERGED_WORDS) {
      open.end = unit.end;
      open.words += words;
      return;
    }
    this.#close();
    this.#begin(unit, words);
  }

  /** `end` of the last heading is what closes a text that ends in one. */
  finish(end: number): readonly Passage[] {
    this.#close();
    if (this.#heading >= 0) this.done.push({ start: this.#heading, end });
    return this.done;
  }

  #begin(unit: Unit, words: number): void {
    const start = this.#heading < 0 ? unit.start : this.#heading;
    this.#heading = -1;
    if (words <= LONGEST_WORDS) {
      this.#open = { start, end: unit.end, group: unit.group, words };
      return;
    }
    const [first, ...rest] = divide(this.text, unit.start, unit.end, words);
    if (first) this.done.push({ start, end: first.end }, ...rest);
  }

  #close(): void {
    if (this.#open) this.done.push({ start: this.#open.start, end: this.#open.end });
    this.#open = null;
  }
}

/**
 * Divides a canonical text into passages, in order and without overlap; every leaf's characters are in one (a leaf
 * of a long paragraph may be in several). Headings go with what follows them.
 */
export function splitPassages(layout: Pick<TextLayout, 'text' | 'units'>): readonly Passage[] {
  const passages = new Passages(layout.text);
  for (const unit of layout.units) passages.add(unit);
  return passages.finish(layout.units.at(-1)?.end ?? 0);
}
