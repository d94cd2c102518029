/** Where an end of a highlight goes when it is moved. Pure. */
import { type CaretDirection, type CaretUnit, moveCaret } from '../../anchoring/caret-moves.ts';
import { type TextRange, trimRange } from '../../anchoring/text-range.ts';

export type End = 'start' | 'end';

/** The range with one end at `offset`; null where nothing but white space would be left, or it would turn around. */
export function withEnd(text: string, range: TextRange, end: End, offset: number): TextRange | null {
  const next = { ...range, [end]: Math.max(0, Math.min(text.length, offset)) };
  return next.start < next.end ? trimRange(text, next) : null;
}

export interface Step {
  readonly direction: CaretDirection;
  readonly unit: CaretUnit;
  /** Decides what a word is. */
  readonly locale: string | undefined;
}

/** One step outwards or inwards, to the edge of a word or letter on that side. */
export function moveEnd(
  text: string,
  range: TextRange,
  end: End,
  { direction, unit, locale }: Step,
): TextRange | null {
  let at = moveCaret(text, range[end], unit, direction, locale);
  // An inward step ends beside a word and not beside the space that parted it from the next.
  const isSpace = (index: number): boolean => /\s/u.test(text[index] ?? '');
  while (end === 'end' && direction === 'backward' && at > range.start && isSpace(at - 1)) at -= 1;
  while (end === 'start' && direction === 'forward' && at < range.end && isSpace(at)) at += 1;
  const next = withEnd(text, range, end, at);
  const isSame = next?.start === range.start && next.end === range.end;
  if (!next || !isSame) return next;
  // The step only crossed white space: one more takes what lies behind it.
  const further = moveCaret(text, at, unit, direction, locale);
  return further === at ? null : withEnd(text, range, end, further);
}

export interface Difference {
  readonly words: string;
  readonly isAdded: boolean;
}

/** What came to the range or left it, as it is said aloud. */
export function difference(text: string, before: TextRange, after: TextRange): Difference {
  const isAdded = after.end - after.start > before.end - before.start;
  const [inner, outer] = isAdded ? [before, after] : [after, before];
  const parts = [text.slice(outer.start, inner.start), text.slice(inner.end, outer.end)];
  return { words: parts.join(' ').replace(/\s+/g, ' ').trim(), isAdded };
}
