/** Where a draft quotes: words in quotation marks of both languages, and block quotations. */
import type { Span } from './spans.ts';
import { readWords } from './words.ts';

export interface DraftQuotation extends Span {
  /** The words between the marks, as the draft has them. */
  readonly text: string;
  /** The same with the marks. */
  readonly outer: Span;
}

/** Words in marks that are fewer are a term or a title, not something that was said. */
const LEAST_WORDS = 3;
/** Of one quotation, in units: beyond that its end was forgotten. */
const LONGEST = 8000;
/** Of one paragraph: looking for each end again and again would take the square of its length. */
const MOST_UNCLOSED = 50;
/** A quotation goes on over so many paragraphs at most. */
const MOST_PARAGRAPHS = 8;

const CLOSINGS: Readonly<Record<string, string>> = {
  '«': '»',
  '“': '”',
  '„': '“',
  '‹': '›',
  '"': '"',
  '‘': '’',
};
const isLetter = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign);
const isBlank = (sign: string): boolean => sign === '' || /\s/.test(sign);

export interface DraftQuotations {
  readonly quotations: readonly DraftQuotation[];
  /** Where marks open that never close. */
  readonly unclosed: readonly number[];
}

/** @param text as `plainDraft` gives it */
export function readQuotations(text: string): DraftQuotations {
  const found: DraftQuotation[] = [];
  const unclosed: number[] = [];
  const paragraphs = [...paragraphsOf(text)];
  /** Up to here the text belongs to a quotation that began in a paragraph before. */
  let done = 0;
  paragraphs.forEach(({ start, end }, at) => {
    const from = Math.max(start, done);
    if (from >= end) return;
    const block = from === start ? quoteBlock(text, start, end) : null;
    if (block) {
      found.push(...block);
      return;
    }
    for (const each of inParagraph(text, from, end)) {
      if (each.kind === 'quotation') found.push(each.quotation);
      else {
        const longer = acrossParagraphs(text, each.at, paragraphs.slice(at, at + MOST_PARAGRAPHS));
        if (longer) {
          found.push(longer);
          done = longer.outer.end;
          break;
        }
        if (TELLS_UNCLOSED.has(text.charAt(each.at))) unclosed.push(each.at);
      }
    }
  });
  const quotations = found.filter(({ text: words }) => readWords(words, LEAST_WORDS).length >= LEAST_WORDS);
  return { quotations, unclosed };
}

export const findQuotations = (text: string): readonly DraftQuotation[] => readQuotations(text).quotations;

/** The others are apostrophes and inches as often as marks. */
const TELLS_UNCLOSED: ReadonlySet<string> = new Set(['«', '“', '„']);

/**
 * A quotation of several paragraphs: each of them but the last is left open, and the next may begin with the mark
 * again, or the mark simply closes later. Null where another quotation begins first.
 */
function acrossParagraphs(text: string, open: number, paragraphs: readonly Span[]): DraftQuotation | null {
  const sign = text.charAt(open);
  const close = CLOSINGS[sign];
  if (close === undefined || sign === '‘') return null;
  let wasAgain: boolean | null = null;
  for (const { start, end } of paragraphs.slice(1)) {
    const again = /^\s{0,8}/.exec(text.slice(start, start + 9))?.[0].length ?? 0;
    const isAgain = text.charAt(start + again) === sign;
    // A straight mark that is alone may be anything; and a writer keeps to one way.
    if ((sign === close && !isAgain) || (wasAgain !== null && wasAgain !== isAgain)) return null;
    wasAgain = isAgain;
    for (let at = start + (isAgain ? again + 1 : 0); at < Math.min(end, open + LONGEST); at += 1) {
      const here = text.charAt(at);
      if (here === close && closes(text, at)) return quotationOf(text, open, at);
      if (here === sign) return null;
    }
    if (end >= open + LONGEST) return null;
  }
  return null;
}

function quotationOf(text: string, open: number, close: number): DraftQuotation {
  const inner = trimSpan(text, open + 1, close);
  return { ...inner, text: text.slice(inner.start, inner.end), outer: { start: open, end: close + 1 } };
}

export function* paragraphsOf(text: string): Generator<Span> {
  let from = 0;
  for (const { index, 0: gap } of text.matchAll(/\n[^\S\n]{0,200}(?:\n[^\S\n]{0,200}){1,200}/g)) {
    if (index > from) yield { start: from, end: index };
    from = index + gap.length;
  }
  if (from < text.length) yield { start: from, end: text.length };
}

const MARK = /^[^\S\n]{0,3}>[^\S\n]?/;

/** Null where the paragraph is no block quotation. Marks within it are the quoted text's own, unless they are around all of it. */
function quoteBlock(text: string, start: number, end: number): DraftQuotation[] | null {
  const lines = text.slice(start, end).split('\n');
  if (!lines.every((line) => MARK.test(line))) return null;
  let at = start;
  let last = start;
  let words = '';
  for (const line of lines) {
    const blanks = ' '.repeat(MARK.exec(line)?.[0].length ?? 0);
    const quoted = line.slice(blanks.length);
    // A line that begins with a dash says who said it.
    if (words.trim() !== '' && /^\s*(?:—|–|--)\s*\S/.test(quoted)) break;
    words += `${blanks}${quoted}\n`;
    at += line.length + 1;
    last = at - 1;
  }
  const body = words.slice(0, -1);
  const trimmed = trimSpan(body, 0, body.length);
  const marks = /^[«“"„]\s*([\s\S]*?)\s*[»”"“]$/.exec(body.slice(trimmed.start, trimmed.end));
  const isMarked = marks !== null && !/[«»“”"„]/.test(marks[1] ?? '');
  const inner = isMarked ? trimSpan(body, trimmed.start + 1, trimmed.end - 1) : trimmed;
  return [
    {
      start: start + inner.start,
      end: start + inner.end,
      text: body.slice(inner.start, inner.end),
      outer: { start, end: Math.min(last, end) },
    },
  ];
}

type InParagraph =
  | { readonly kind: 'quotation'; readonly quotation: DraftQuotation }
  | { readonly kind: 'unclosed'; readonly at: number };

function* inParagraph(text: string, start: number, end: number): Generator<InParagraph> {
  let unclosed = 0;
  for (let at = start; at < end && unclosed < MOST_UNCLOSED; at += 1) {
    const close = CLOSINGS[text.charAt(at)];
    if (close === undefined || !opens(text, at)) continue;
    const stop = findClosing(text, at, Math.min(end, at + LONGEST), close);
    if (stop < 0) {
      unclosed += 1;
      yield { kind: 'unclosed', at };
      continue;
    }
    yield { kind: 'quotation', quotation: quotationOf(text, at, stop) };
    at = stop;
  }
}

/** A straight mark opens before a word and after none; a single one may be an apostrophe. */
function opens(text: string, at: number): boolean {
  const sign = text.charAt(at);
  if (sign !== '"' && sign !== '‘') return true;
  return !isLetter(text.charAt(at - 1)) && !isBlank(text.charAt(at + 1));
}

function findClosing(text: string, from: number, end: number, close: string): number {
  const open = text.charAt(from);
  let depth = 0;
  for (let at = from + 1; at < end; at += 1) {
    const sign = text.charAt(at);
    if (sign === close && closes(text, at)) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (sign === open && open !== close) depth += 1;
  }
  return -1;
}

function closes(text: string, at: number): boolean {
  const sign = text.charAt(at);
  if (sign === '’') return !isLetter(text.charAt(at + 1)) && !isBlank(text.charAt(at - 1));
  return sign !== '"' || !isBlank(text.charAt(at - 1)) || isBlank(text.charAt(at + 1));
}

function trimSpan(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charAt(start))) start += 1;
  while (end > start && isBlank(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
