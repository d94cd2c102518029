/** The lines of a paragraph as one text with indices, footnote calls, and the places where pages begin. */
import { textOf, type Piece } from './model.ts';
import type { Paragraph } from './paragraphs.ts';
import { joinLines, type Compounds } from './words.ts';

export type InlineNode =
  | { readonly type: 'text'; value: string }
  | { readonly type: 'sup' | 'sub'; readonly children: readonly [{ readonly type: 'text'; value: string }] }
  | { readonly type: 'footnoteReference'; readonly identifier: string; readonly label: string };

export interface InlineText {
  readonly children: readonly InlineNode[];
  /** UTF-16 units that it adds to the canonical text: calls of footnotes add none. */
  readonly length: number;
  /** The pages whose lines it has, with the offset of the first of them. */
  readonly pages: readonly { readonly page: number; readonly offset: number }[];
}

/** The identifier of a page's note where the page has one of that label, else null. */
export type FindNote = (page: number, label: string) => string | null;

class InlineWriter {
  readonly children: InlineNode[] = [];
  readonly pages: { page: number; offset: number }[] = [];
  length = 0;
  #last = '';

  constructor(
    readonly compounds: Compounds,
    readonly findNote: FindNote,
  ) {}

  add(pieces: readonly Piece[], page: number): void {
    const text = pieces.map((piece) => piece.text).join('');
    if (this.#last !== '') this.#join(text);
    if (this.pages.at(-1)?.page !== page) this.pages.push({ page, offset: this.length });
    for (const piece of pieces) this.#addPiece(piece, page);
    this.#last = text;
  }

  #join(text: string): void {
    const { cut, between } = joinLines(this.#last, text, this.compounds);
    const leaf = this.#leaf();
    if (cut > 0 && leaf) {
      leaf.value = leaf.value.slice(0, -cut);
      this.length -= cut;
    }
    this.#write(between);
  }

  #addPiece({ text, raise }: Piece, page: number): void {
    const label = text.trim();
    const identifier = raise === 1 && this.children.length > 0 ? this.findNote(page, label) : null;
    if (identifier !== null) {
      this.children.push({ type: 'footnoteReference', identifier, label });
      if (/\s$/.test(text)) this.#write(' ');
      return;
    }
    if (raise === 0 || label === '') {
      this.#write(text);
      return;
    }
    const [before = '', after = ''] = [/^\s*/.exec(text)?.[0], /\s*$/.exec(text)?.[0]];
    this.#write(before);
    this.children.push({ type: raise === 1 ? 'sup' : 'sub', children: [{ type: 'text', value: label }] });
    this.length += label.length;
    this.#write(after);
  }

  /** The text that the last characters stand in. */
  #leaf(): { value: string } | null {
    const last = this.children.at(-1);
    if (!last || last.type === 'footnoteReference') return null;
    return last.type === 'text' ? last : last.children[0];
  }

  /** Never two spaces in a row, nor one at the start: the article tree would drop them, and offsets would be wrong. */
  #write(text: string): void {
    const isAfterSpace = this.length === 0 || this.#endsInSpace();
    const value = isAfterSpace ? text.replace(/^\s+/, '') : text;
    if (value === '') return;
    const last = this.children.at(-1);
    if (last?.type === 'text') last.value += value;
    else this.children.push({ type: 'text', value });
    this.length += value.length;
  }

  #endsInSpace(): boolean {
    const last = this.children.findLast((child) => child.type !== 'footnoteReference');
    return last?.type === 'text' && /\s$/.test(last.value);
  }
}

/** The pieces of a line without so many of its first characters. */
function skip(pieces: readonly Piece[], count: number): readonly Piece[] {
  let left = count;
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const text = piece.text.slice(left);
    left = Math.max(0, left - piece.text.length);
    if (text !== '') kept.push({ ...piece, text });
  }
  return kept;
}

/** A paragraph's text, without the `marker` that its first line begins with. */
export function writeInline(
  { lines }: Paragraph,
  marker: string,
  compounds: Compounds,
  findNote: FindNote,
): InlineText {
  const writer = new InlineWriter(compounds, findNote);
  for (const [at, { line, page }] of lines.entries()) {
    const pieces = at === 0 && marker !== '' ? skip(line.pieces, marker.length) : line.pieces;
    if (textOf({ ...line, pieces }).trim() !== '') writer.add(pieces, page);
  }
  const { children, length, pages } = writer;
  return { children, length, pages };
}
