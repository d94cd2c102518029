import type { TextRange } from './text-range.ts';

/**
 * Blocks in one section. Per block, `content-visibility` costs more than it saves (79 long frames in the
 * measurement against none); one section for all would save nothing.
 */
export const SECTION_SIZE = 50;
/** Pixels for a character and for a block, at the middle size: only a first guess, the browser remembers better. */
const PER_CHARACTER = 0.45;
const PER_BLOCK = 14;
/**
 * Screens of text around the place where reading begins: nothing else is laid out before the first frame. Guessed at the
 * middle size, half a screen more than one fills it at the smallest too.
 */
const BEFORE = 0.6;
const AFTER = 1.5;

/** Indexes of blocks: `first` is of them, `last` is not. */
export interface BlockSpan {
  readonly first: number;
  readonly last: number;
}

/** A run of top-level blocks that is mounted, laid out and skipped as one. */
export interface Section extends TextRange, BlockSpan {
  readonly index: number;
  /** Pixels that its text lets expect. */
  readonly height: number;
}

/** @param opening blocks that are a section of their own, however few they are */
export function divideIntoSections(
  blocks: readonly TextRange[],
  opening: BlockSpan = { first: 0, last: 0 },
  size = SECTION_SIZE,
): readonly Section[] {
  const sections: Section[] = [];
  for (let first = 0; first < blocks.length; first = sections.at(-1)?.last ?? blocks.length) {
    const next = [opening.first, opening.last].find((edge) => edge > first) ?? blocks.length;
    const isOpening = first === opening.first && next === opening.last;
    const last = isOpening ? next : Math.min(first + size, next);
    const start = blocks[first]?.start ?? 0;
    const end = blocks[last - 1]?.end ?? start;
    const height = Math.round((end - start) * PER_CHARACTER + (last - first) * PER_BLOCK);
    sections.push({ index: sections.length, first, last, start, end, height });
  }
  return sections;
}

/** The blocks that fill the screen when reading begins at `offset`, `screen` pixels high, with some to spare. */
export function findOpening(blocks: readonly TextRange[], offset: number, screen: number): BlockSpan {
  const after = blocks.findIndex(({ start }) => start > offset);
  const at = Math.max(0, after < 0 ? blocks.length - 1 : after - 1);
  let first = at;
  for (
    let left = screen * BEFORE - guessHeight(blocks[at]?.start, offset);
    first > 0 && left > 0;
    first -= 1
  ) {
    left -= guessHeight(blocks[first - 1]?.start, blocks[first - 1]?.end);
  }
  let last = Math.min(blocks.length, at + 1);
  for (let left = screen * AFTER - guessHeight(offset, blocks[at]?.end); last < blocks.length && left > 0;) {
    left -= guessHeight(blocks[last]?.start, blocks[last]?.end);
    last += 1;
  }
  return { first, last };
}

const guessHeight = (start = 0, end = start): number => PER_BLOCK + Math.max(0, end - start) * PER_CHARACTER;

/** The section that holds `offset`, else the nearest before it; 0 where there are none. */
export function sectionAt(sections: readonly Section[], offset: number): number {
  const after = sections.findIndex((section) => section.start > offset);
  return Math.max(0, after < 0 ? sections.length - 1 : after - 1);
}
