/**
 * Moves of a caret over the canonical text by letter, word, sentence and paragraph. Lines are not here: only the
 * page knows where they break. Blocks are separated by line feeds; a caret never rests between two of them.
 */
export type CaretUnit = 'letter' | 'word' | 'sentence' | 'paragraph';
export type CaretDirection = 'forward' | 'backward';

/** The segmenter is given one paragraph, and of a longer one this much around the caret. */
const REACH = 4000;

/** The offset after one move; the same offset at the text's own end. `locale` decides what a word is. */
export function moveCaret(
  text: string,
  offset: number,
  unit: CaretUnit,
  direction: CaretDirection,
  locale: string | undefined,
): number {
  return direction === 'forward'
    ? moveForward(text, offset, unit, locale)
    : moveBackward(text, offset, unit, locale);
}

function moveForward(text: string, offset: number, unit: CaretUnit, locale: string | undefined): number {
  const lineEnd = endOfLine(text, offset);
  if (offset >= lineEnd) return startOfNext(text, offset);
  if (unit === 'paragraph') return lineEnd;
  const from = unit === 'letter' ? offset : startOfLine(text, offset);
  const end = Math.min(lineEnd, offset + REACH);
  for (const part of segmentsOf(text.slice(from, end), unit, locale)) {
    const stop = from + part.index + part.segment.length;
    if (stop > offset && part.isStop) return unit === 'sentence' ? skipSpaces(text, stop, lineEnd) : stop;
  }
  return end;
}

function moveBackward(text: string, offset: number, unit: CaretUnit, locale: string | undefined): number {
  const lineStart = startOfLine(text, offset);
  if (offset <= lineStart) return endOfPrevious(text, offset);
  if (unit === 'paragraph') return lineStart;
  const parts = [...segmentsOf(text.slice(lineStart, offset), unit, locale)];
  return lineStart + (parts.findLast((part) => part.isStop)?.index ?? 0);
}

interface Part {
  readonly index: number;
  readonly segment: string;
  /** A caret that moves by this unit stops at its edge (a space is no word). */
  readonly isStop: boolean;
}

function* segmentsOf(line: string, unit: CaretUnit, locale: string | undefined): Generator<Part> {
  const granularity = unit === 'word' ? 'word' : unit === 'sentence' ? 'sentence' : 'grapheme';
  for (const { index, segment, isWordLike } of new Intl.Segmenter(locale, { granularity }).segment(line)) {
    yield { index, segment, isStop: unit !== 'word' || isWordLike === true };
  }
}

/** Start of the paragraph that holds the caret, at most `REACH` back. */
function startOfLine(text: string, offset: number): number {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  return Math.max(start, offset - REACH);
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

function startOfNext(text: string, offset: number): number {
  let next = offset;
  while (next < text.length && text[next] === '\n') next += 1;
  return next < text.length ? next : offset;
}

function endOfPrevious(text: string, offset: number): number {
  let next = offset;
  while (next > 0 && text[next - 1] === '\n') next -= 1;
  return next > 0 ? next : offset;
}

function skipSpaces(text: string, offset: number, end: number): number {
  let next = offset;
  while (next < end && /\s/u.test(text[next] ?? '')) next += 1;
  return next;
}
