/**
 * Builders for the Markdown that exports write, from the small end: phrases are strings that are escaped already, blocks
 * are whole lines. What they write is plain CommonMark.
 */
import { escapeInline, escapeLineEnd, escapeLineStart } from './escape.ts';

/** Escaped, within a line. */
export type Phrase = string & { readonly phrase: unique symbol };
/** Whole lines, without the line end of the last. */
export type MarkdownBlock = string & { readonly block: unique symbol };

export function serialize(blocks: readonly MarkdownBlock[]): string {
  const filled = blocks.filter((block) => block !== '');
  return filled.length === 0 ? '' : `${filled.join('\n\n')}\n`;
}

/** One line: line ends would close a heading or a link. */
export function oneLine(text: string): string {
  // Not one expression with the blanks around: it would look at a long run of them again from each of them.
  const lines = text.split(/[\r\n\u2028\u2029]+/).map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

/** What depends on which signs mean something to whoever reads it. */
export interface MarkdownWriter {
  text(value: string): Phrase;
  strong(value: string): Phrase;
  /** A link to a file of the same export; `path` is written with forward slashes. */
  link(path: string, label: string): Phrase;
  /** A picture in a file of the same export. */
  picture(path: string, alt: string): Phrase;
  heading(depth: 1 | 2 | 3, value: string): MarkdownBlock;
  /** Paragraphs at empty lines; every other line end is kept as a break. */
  prose(value: string): MarkdownBlock[];
  quotation(value: string): MarkdownBlock;
}

/** @param escape of text within a line */
export function createWriter(escape: (text: string) => string): MarkdownWriter {
  const prose = (value: string): MarkdownBlock[] =>
    value
      .replace(/\r\n?/g, '\n')
      .split(/\n[^\S\n]*\n\s*/)
      .filter((part) => part.trim() !== '')
      .map((part) => lines(part.trim(), escape) as MarkdownBlock);
  // Within brackets only: what opens none closes none.
  const label = (value: string): string => escape(oneLine(value)).replaceAll(']', '\\]');
  return {
    prose,
    text: (value) => escape(value) as Phrase,
    strong: (value) => (value === '' ? '' : `**${escape(value)}**`) as Phrase,
    link: (path, name) => `[${label(name)}](${encodePath(path)})` as Phrase,
    picture: (path, alt) => `![${label(alt)}](${encodePath(path)})` as Phrase,
    heading: (depth, value) => headingLine(depth, escape(oneLine(value))) as MarkdownBlock,
    quotation: (value) => prefixLines(prose(value).join('\n\n'), '> ', '>') as MarkdownBlock,
  };
}

function lines(value: string, escape: (text: string) => string): string {
  return value
    .split('\n')
    .map((line, at, all) => {
      const escaped = escape(line.trim());
      return escapeLineStart(at < all.length - 1 ? escapeLineEnd(escaped) : escaped);
    })
    .join('\\\n');
}

function headingLine(depth: number, line: string): string {
  // Signs at the end would close it, and vanish.
  const open = /(?:^|[ \t])#+$/.test(line) ? `${line.slice(0, -1)}\\#` : line;
  return `${'#'.repeat(depth)}${open === '' ? '' : ` ${open}`}`;
}

/** Brackets may stand in an address only in pairs. */
function encodePath(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/[()*!~']/g, encodeSign))
    .join('/');
}

const encodeSign = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

/** Keys consist of signs that mean nothing to Markdown, `_` aside. */
const plainKey = (key: string): string => key.replace(/[^A-Za-z0-9_:./+-]/g, '');

/** As pandoc cites: `[@key, p. 12]`. */
export function citekey(key: string, page: string | null): Phrase {
  return `[@${plainKey(key)}${page === null ? '' : `, ${escapeInline(oneLine(page))}`}]` as Phrase;
}

/** Calls the footnote that says what a key stands for, to whoever has no bibliography beside the text. */
export const footnoteCall = (key: string): Phrase => `[^${plainKey(key)}]` as Phrase;

/** As pandoc, GitHub and most editors read it: stands at the end of a file, once for each key that is called. */
export const footnote = (key: string, words: string): MarkdownBlock =>
  `${footnoteCall(key)}: ${escapeInline(oneLine(words))}` as MarkdownBlock;

/** A link to an address on the web. */
export function webLink(address: string, label: string): Phrase {
  const encoded = address.replace(/[\s()<>\\]/gu, (sign) =>
    encodeURIComponent(sign).replace(/[()]/g, encodeSign),
  );
  return `[${escapeInline(oneLine(label))}](${encoded})` as Phrase;
}

/** Plain CommonMark. */
export const { text, strong, link, picture, heading, prose, quotation } = createWriter(escapeInline);

export function paragraph(...phrases: readonly Phrase[]): MarkdownBlock {
  return escapeLineStart(phrases.join('').trim()) as MarkdownBlock;
}

/** A list; an item may hold further blocks, which stand close together. */
export function bullets(items: readonly (readonly MarkdownBlock[])[]): MarkdownBlock {
  return items.map((blocks) => item(blocks)).join('\n') as MarkdownBlock;
}

function item(blocks: readonly MarkdownBlock[]): string {
  const content = blocks.filter((block) => block !== '').join('\n\n');
  return content === '' ? '-' : `- ${prefixLines(content, '  ', '').slice(2)}`;
}

function prefixLines(block: string, prefix: string, empty: string): string {
  return block
    .split('\n')
    .map((line) => (line === '' ? empty : prefix + line))
    .join('\n');
}

const BETWEEN = ' · ' as Phrase;

/** Parts between middle dots; what is absent is left out. */
export function joined(...parts: readonly (Phrase | null)[]): MarkdownBlock {
  const present = parts.filter((part) => part !== null);
  return paragraph(...present.flatMap((part, at) => (at === 0 ? [part] : [BETWEEN, part])));
}
