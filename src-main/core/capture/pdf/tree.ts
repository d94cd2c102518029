/** Paragraphs as the blocks of an article tree, and where each page of the PDF begins in it. */
import type { PageInTree } from '../details/details.ts';
import type { Measures, Paragraph } from './paragraphs.ts';
import { markerOf } from './paragraphs.ts';
import { findHeadings } from './headings.ts';
import { writeInline, type FindNote, type InlineText } from './inline.ts';
import { textOf } from './model.ts';
import type { Compounds } from './words.ts';

interface Block {
  readonly type: string;
  readonly children: unknown[];
  readonly [field: string]: unknown;
}

const NOTE_MARK = /^(\d{1,3}|[*†‡§¶]+)[.)]?\s*/u;

/** A note's label, and how many characters the mark takes up; null where it begins with none. */
function noteMark({ lines }: Paragraph): { readonly label: string; readonly length: number } | null {
  const first = lines[0]?.line;
  const mark = first ? NOTE_MARK.exec(textOf(first)) : null;
  return mark?.[1] === undefined ? null : { label: mark[1], length: mark[0].length };
}

/** Labels that stand raised in the text of each page: only what is called can be a footnote. */
function findCalls(paragraphs: readonly Paragraph[]): ReadonlySet<string> {
  const calls = new Set<string>();
  for (const { kind, lines } of paragraphs) {
    if (kind === 'note') continue;
    for (const { line, page } of lines) {
      for (const { raise, text } of line.pieces) if (raise === 1) calls.add(`${page} ${text.trim()}`);
    }
  }
  return calls;
}

/** The labels of the notes of each page that something on it calls. */
function findNotes(paragraphs: readonly Paragraph[]): ReadonlySet<string> {
  const calls = findCalls(paragraphs);
  const notes = new Set<string>();
  for (const paragraph of paragraphs) {
    const mark = paragraph.kind === 'note' ? noteMark(paragraph) : null;
    const key = `${paragraph.lines[0]?.page ?? -1} ${mark?.label ?? ''}`;
    if (mark && calls.has(key)) notes.add(key);
  }
  return notes;
}

const identify = (page: number, label: string) => `p${page + 1}-${label}`;

class TreeWriter {
  readonly blocks: Block[] = [];
  readonly starts = new Map<number, { block: number; offset: number }>();
  readonly #headings: ReadonlyMap<Paragraph, number>;
  readonly #notes: ReadonlySet<string>;
  readonly #findNote: FindNote;
  #listLength = 0;
  #listMarker = '';

  constructor(
    readonly paragraphs: readonly Paragraph[],
    measures: Measures,
    readonly compounds: Compounds,
  ) {
    this.#headings = findHeadings(paragraphs, measures);
    this.#notes = findNotes(paragraphs);
    this.#findNote = (page, label) => (this.#notes.has(`${page} ${label}`) ? identify(page, label) : null);
  }

  /** `missing` are the pages without text, in order: each gets a line of its own where it would be read. */
  write(missing: readonly MissingPage[]): void {
    let next = 0;
    for (const paragraph of this.paragraphs) {
      const first = paragraph.lines[0]?.page ?? 0;
      for (let page = missing[next]; page && page.index < first; page = missing[(next += 1)])
        this.#writeMissing(page);
      const depth = this.#headings.get(paragraph);
      if (depth !== undefined) this.#writeBlock(paragraph, { type: 'heading', depth });
      else if (paragraph.kind === 'item') this.#writeItem(paragraph);
      else if (paragraph.kind === 'note') this.#writeNote(paragraph);
      else this.#writeBlock(paragraph, { type: 'paragraph' });
    }
    for (const page of missing.slice(next)) this.#writeMissing(page);
  }

  #writeMissing({ index, label }: MissingPage): void {
    this.starts.set(index, { block: this.blocks.length, offset: 0 });
    const children = [{ type: 'text', value: `[Page ${label}]` }];
    this.blocks.push({ type: 'paragraph', children: [{ type: 'emphasis', children }] });
  }

  #writeBlock(paragraph: Paragraph, node: { readonly type: string; readonly depth?: number }): void {
    const text = this.#inline(paragraph, '');
    if (text.length === 0) return;
    this.#mark(text, this.blocks.length, 0);
    this.blocks.push({ ...node, children: [...text.children] });
  }

  #writeItem(paragraph: Paragraph): void {
    const marker = markerOf(paragraph.lines[0] ? textOf(paragraph.lines[0].line) : '') ?? '';
    const number = /^\(?(\d{1,3})[.)]/.exec(marker)?.[1];
    const isSymbol = /^[^\p{L}\p{N}(]/u.test(marker);
    // Letters and Roman numerals would be lost in a list, which knows bullets and numbers alone.
    if (!isSymbol && number === undefined) {
      this.#writeBlock(paragraph, { type: 'paragraph' });
      return;
    }
    const text = this.#inline(paragraph, marker);
    if (text.length === 0) return;
    const list = this.#openList(isSymbol ? marker.trim() : '#', number === undefined ? null : Number(number));
    const offset = this.#listLength + (list.children.length > 0 ? 1 : 0);
    this.#mark(text, this.blocks.length - 1, offset);
    const item = { type: 'listItem', children: [{ type: 'paragraph', children: [...text.children] }] };
    list.children.push(item);
    this.#listLength = offset + text.length;
  }

  /** The list that the last block is, if this item goes on with it, else a new one. */
  #openList(marker: string, number: number | null): Block {
    const last = this.blocks.at(-1);
    const expected = last?.['ordered'] === true ? Number(last['start']) + last.children.length : null;
    if (last?.type === 'list' && this.#listMarker === marker && expected === number) return last;
    const list: Block = { type: 'list', ordered: number !== null, start: number, children: [] };
    this.blocks.push(list);
    this.#listMarker = marker;
    this.#listLength = 0;
    return list;
  }

  #writeNote(paragraph: Paragraph): void {
    const mark = noteMark(paragraph);
    const page = paragraph.lines[0]?.page ?? 0;
    if (!mark || !this.#notes.has(`${page} ${mark.label}`)) {
      this.#writeBlock(paragraph, { type: 'paragraph' });
      return;
    }
    const text = this.#inline(paragraph, ' '.repeat(mark.length));
    if (text.length === 0) return;
    const children = [{ type: 'paragraph', children: [...text.children] }];
    const { label } = mark;
    this.blocks.push({ type: 'footnoteDefinition', identifier: identify(page, label), label, children });
  }

  #inline(paragraph: Paragraph, marker: string): InlineText {
    return writeInline(paragraph, marker, this.compounds, this.#findNote);
  }

  /** A page begins where the first of its lines stands; its notes come after its text in any case. */
  #mark({ pages }: InlineText, block: number, offset: number): void {
    for (const start of pages) {
      if (!this.starts.has(start.page)) this.starts.set(start.page, { block, offset: offset + start.offset });
    }
  }
}

export interface PdfTree {
  readonly tree: { readonly type: 'root'; readonly children: readonly unknown[] };
  readonly pages: readonly PageInTree[];
}

export interface MissingPage {
  readonly index: number;
  readonly label: string;
}

interface Place {
  readonly block: number;
  readonly offset: number;
}

const isAfter = (a: Place, b: Place) => a.block > b.block || (a.block === b.block && a.offset > b.offset);

/** A tree that only names the pages, each by a heading: « Page » is the same word in English and French. */
export function writePageNames(labels: readonly string[]): PdfTree {
  const headings = labels.map((label) => ({
    type: 'heading',
    depth: 2,
    children: [{ type: 'text', value: `Page ${label}` }],
  }));
  return {
    tree: { type: 'root', children: headings },
    pages: labels.map((label, block) => ({ label, block, offset: 0 })),
  };
}

/** `labels` are those of all pages; one of which nothing stands in the text begins where the next one does. */
export function writeTree(
  paragraphs: readonly Paragraph[],
  measures: Measures,
  compounds: Compounds,
  labels: readonly string[],
  missing: readonly MissingPage[],
): PdfTree {
  const writer = new TreeWriter(paragraphs, measures, compounds);
  writer.write(missing);
  const { blocks, starts } = writer;
  let next: Place = { block: blocks.length, offset: 0 };
  const pages = labels.map((label, index) => ({ label, index })).toReversed();
  const found = pages.map(({ label, index }) => {
    const start = starts.get(index);
    // A paragraph may go on over a page without text, whose own line then stands after it.
    if (start && !isAfter(start, next)) next = start;
    return { label, ...next };
  });
  return { tree: { type: 'root', children: blocks }, pages: found.toReversed() };
}
