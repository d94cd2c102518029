/** Lines to paragraphs, across lines, columns and pages. */
import { mostCommon, textOf, type Line, type Region } from './model.ts';

/** Lines that belong together, and the page each stands on. */
export interface Paragraph {
  readonly lines: { readonly line: Line; readonly page: number }[];
  readonly kind: 'text' | 'item' | 'row' | 'note';
  /** Above its first line more is blank than within the text. */
  readonly isSetOff: boolean;
  readonly region: Region;
}

/** What is usual in a document: sizes and distances in points. */
export interface Measures {
  readonly size: number;
  readonly font: string;
  /** From baseline to baseline within paragraphs, in units of the size. */
  readonly leading: number;
}

const MARKER =
  /^(?:[•▪●○◦‣➢✓*]|[-–—](?=\s)|\(?\d{1,3}[.)](?=\s)|\(?[a-z][.)](?=\s)|\([ivx]{1,5}\)(?=\s))\s*(?=\S)/u;
const NOTE_START = /^(?:\d{1,3}|[*†‡§¶a-z])[.)]?\s*(?=\S)/u;
/** Ends a sentence, perhaps with what closes a quotation. */
const SENTENCE_END = /[.!?…:;。！？][)\]"'’”»\s\d]*$/u;
const FEWEST_LINES = 4;
const USUAL_LEADING = 1.2;
/** In units of the size. */
const INDENT = 0.8;
/** A letter's width, in units of the size. */
const AVERAGE_LETTER = 0.5;

/** The bullet or number that a list item begins with, with the space after it. */
export function markerOf(text: string): string | null {
  return MARKER.exec(text)?.[0] ?? null;
}

export function measure(pages: readonly (readonly Region[])[]): Measures {
  const sizes: [number, number][] = [];
  const leadings: [number, number][] = [];
  const fonts = new Map<string, number>();
  for (const { lines } of pages.flat()) {
    for (const [at, line] of lines.entries()) {
      const { length } = textOf(line);
      sizes.push([Math.round(line.size * 2) / 2, length]);
      fonts.set(line.font, (fonts.get(line.font) ?? 0) + length);
      const next = lines[at + 1];
      const gap = next ? (next.y - line.y) / line.size : 0;
      if (next && gap > 0.9 && gap < 3) leadings.push([Math.round(gap * 10) / 10, length]);
    }
  }
  const font = [...fonts].reduce((best, next) => (next[1] > best[1] ? next : best), ['', 0] as [
    string,
    number,
  ])[0];
  // Of a handful of lines each may well be a paragraph.
  const leading = leadings.length < FEWEST_LINES ? USUAL_LEADING : mostCommon(leadings);
  return { size: mostCommon(sizes) || 10, font, leading };
}

/** Whether a line ends about where the others do. */
function isFull(line: Line, { left, right, slack }: Region): boolean {
  return right - line.x1 < Math.max((right - left) * 0.08, line.size * 3, slack * 2);
}

/** Whether the first word of the next line would have stood on this one, which must then end its paragraph. */
function hasRoom(line: Line, next: Line, { right }: Region): boolean {
  const word = textOf(next).split(' ')[0]?.length ?? 0;
  return right - line.x1 > word * AVERAGE_LETTER * line.size;
}

const indentOf = (line: Line, { left }: Region) => (line.x0 - left) / line.size;
const sameSize = (a: Line, b: Line) => Math.abs(a.size - b.size) <= Math.max(a.size, b.size) * 0.08;
const endsSentence = (line: Line) => SENTENCE_END.test(textOf(line));

/** The first of a region's last lines that are footnotes: smaller than the text, and begun with a mark. */
function noteStart({ lines }: Region, { size }: Measures, isFirst: boolean): number {
  let at = lines.length;
  while (at > 0 && (lines[at - 1]?.size ?? size) < size * 0.93) at -= 1;
  while (at < lines.length && !NOTE_START.test(textOf(lines[at] as Line))) at += 1;
  return at > 0 || !isFirst ? at : lines.length;
}

class ParagraphBuilder {
  readonly done: Paragraph[] = [];
  #notes: Paragraph[] = [];
  #open: Paragraph | null = null;

  constructor(
    readonly measures: Measures,
    readonly indents: boolean,
  ) {}

  addRegion(region: Region, page: number, isFirst: boolean): void {
    const { lines } = region;
    const notes = noteStart(region, this.measures, isFirst);
    for (const [at, line] of lines.entries()) {
      const previous = lines[at - 1] ?? null;
      if (at >= notes) this.#addNote(region, line, page, at === notes);
      else if (!this.#open || this.#begins(region, at, page)) this.#begin(region, line, page, previous);
      else this.#open.lines.push({ line, page });
    }
  }

  finish(): readonly Paragraph[] {
    this.#close();
    return this.done;
  }

  #addNote(region: Region, line: Line, page: number, isFirst: boolean): void {
    const open = this.#notes.at(-1);
    if (open && !isFirst && !isNoteMark(line)) open.lines.push({ line, page });
    else this.#notes.push({ lines: [{ line, page }], kind: 'note', isSetOff: true, region });
  }

  #begin(region: Region, line: Line, page: number, previous: Line | null): void {
    this.#close();
    const gap = previous ? (line.y - previous.y) / line.size : Infinity;
    const isSetOff = gap > this.measures.leading * 1.25;
    const kind = line.isTabular ? 'row' : markerOf(textOf(line)) === null ? 'text' : 'item';
    this.#open = { lines: [{ line, page }], kind, isSetOff, region };
  }

  #close(): void {
    if (this.#open) this.done.push(this.#open);
    this.#open = null;
    this.#flushNotes();
  }

  #flushNotes(): void {
    this.done.push(...this.#notes);
    this.#notes = [];
  }

  /** Whether a line begins a paragraph rather than going on with the open one. */
  #begins(region: Region, at: number, page: number): boolean {
    const line = region.lines[at];
    const open = this.#open;
    const last = open?.lines.at(-1)?.line;
    if (!line || !open || !last) return true;
    if (line.isTabular || last.isTabular || !sameSize(line, last)) return true;
    if (markerOf(textOf(line)) !== null) return this.#beginsItem(line, last, open, at === 0);
    return at === 0
      ? this.#beginsRegion(region, line, open, page)
      : this.#beginsWithin(region, at, last, open);
  }

  /** « 1990. » at the start of a line is a number of the sentence where the line before is full and unfinished. */
  #beginsItem(line: Line, last: Line, open: Paragraph, isApart: boolean): boolean {
    const isSymbol = /^[•▪●○◦‣➢✓]/u.test(textOf(line));
    if (isSymbol || endsSentence(last) || !isFull(last, open.region)) return true;
    return (
      !isApart && open.kind === 'item' && Math.abs(line.x0 - (open.lines[0]?.line.x0 ?? 0)) < line.size * 0.3
    );
  }

  #beginsRegion(region: Region, line: Line, open: Paragraph, page: number): boolean {
    const { line: last, page: before } = open.lines.at(-1) as Paragraph['lines'][number];
    const isLower = /^\p{Ll}/u.test(textOf(line));
    if (this.#isHeadingLike(last) || this.#isHeadingLike(line) || this.#changesFont(line, last, open))
      return true;
    if (/[-\u2010\u00ad]$/.test(textOf(last)) && isLower) return false;
    // Over a page without text only what is plainly unfinished goes on.
    if (endsSentence(last))
      return page > before + 1 || !this.#fills(last, open, line) || indentOf(line, region) >= INDENT;
    return !isLower && !isFull(last, open.region);
  }

  /** Whether a line that ends a sentence may still be amid its paragraph: the last one of a paragraph is seldom full. */
  #fills(last: Line, { region }: Paragraph, next: Line): boolean {
    if (this.indents) return isFull(last, region);
    const isFlush = region.slack < last.size * 0.1;
    return isFlush ? region.right - last.x1 < last.size * 0.3 : !hasRoom(last, next, region);
  }

  #isHeadingLike(line: Line): boolean {
    return line.size > this.measures.size * 1.12;
  }

  #beginsWithin(region: Region, at: number, last: Line, open: Paragraph): boolean {
    const line = region.lines[at] as Line;
    const gap = (line.y - last.y) / line.size;
    if (gap > Math.max(this.measures.leading * 1.35, 1.3) && gap > this.#leadingOf(open) * 1.25) return true;
    if (line.font !== last.font && this.#changesFont(line, last, open)) return true;
    const step = (line.x0 - last.x0) / line.size;
    if (this.#isCentred(region, line, last)) return false;
    if (step > INDENT && (!isFull(last, region) || endsSentence(last))) return !this.#isHanging(region, at);
    if (step < -INDENT && open.lines.length > 1) return open.kind === 'text' && endsSentence(last);
    return (
      endsSentence(last) &&
      !isFull(last, region) &&
      hasRoom(last, line, region) &&
      /^[^\p{Ll}]/u.test(textOf(line))
    );
  }

  /** A whole short line in another font than the next whole line is a heading run against its text. */
  #changesFont(line: Line, last: Line, open: Paragraph): boolean {
    const isShort = open.lines.length <= 2 && !isFull(last, open.region);
    return isShort && last.font !== this.measures.font && line.font === this.measures.font;
  }

  #leadingOf(open: Paragraph): number {
    const [first, second] = open.lines;
    if (!first || !second || second.line.y <= first.line.y) return this.measures.leading;
    return (second.line.y - first.line.y) / second.line.size;
  }

  #isCentred({ left, right }: Region, line: Line, last: Line): boolean {
    const middle = (left + right) / 2;
    const isOff = ({ x0, x1, size }: Line) => Math.abs((x0 + x1) / 2 - middle) < size && x0 - left > size * 2;
    return isOff(line) && isOff(last);
  }

  /** All lines but the first stand further in: a bibliography, or an item. */
  #isHanging({ lines }: Region, at: number): boolean {
    const line = lines[at];
    const next = lines[at + 1];
    const isWithin = this.#open?.kind === 'item' && this.#open.lines.length === 1;
    if (!line || !next) return isWithin;
    return (
      isWithin || (Math.abs(next.x0 - line.x0) < line.size * 0.3 && !endsSentence(lines[at - 1] ?? line))
    );
  }
}

const isNoteMark = (line: Line) =>
  line.pieces[0]?.raise === 1 || /^(?:\d{1,3}|[*†‡§¶])[.)]?\s/u.test(textOf(line));

/** Whether paragraphs begin with an indent here: then a line without one goes on after a column's end. */
function usesIndents(pages: readonly (readonly Region[])[]): boolean {
  let indented = 0;
  let ended = 0;
  for (const region of pages.flat()) {
    for (const [at, line] of region.lines.entries()) {
      const previous = region.lines[at - 1];
      if (!previous || !endsSentence(previous) || isFull(previous, region)) continue;
      ended += 1;
      if (indentOf(line, region) > INDENT) indented += 1;
    }
  }
  return ended > 2 && indented > ended * 0.5;
}

/** Paragraphs in reading order; footnotes follow the paragraph that their page ends with. */
export function buildParagraphs(
  pages: readonly (readonly Region[])[],
  measures: Measures,
): readonly Paragraph[] {
  const builder = new ParagraphBuilder(measures, usesIndents(pages));
  for (const [page, regions] of pages.entries()) {
    for (const region of regions) builder.addRegion(region, page, region === regions[0]);
  }
  return builder.finish();
}
