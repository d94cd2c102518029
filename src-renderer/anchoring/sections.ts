import type { TextRange } from './text-range.ts';

/**
 * Blocks in one section. Per block, `content-visibility` costs more than it saves (79 long frames in the
 * measurement against none); one section for all would save nothing.
 */
export const SECTION_SIZE = 50;

/** A run of top-level blocks that is mounted, laid out and skipped as one. */
export interface Section extends TextRange {
  readonly index: number;
  /** Indexes of its blocks: `first` is in it, `last` is not. */
  readonly first: number;
  readonly last: number;
}

export function divideIntoSections(blocks: readonly TextRange[], size = SECTION_SIZE): readonly Section[] {
  const sections: Section[] = [];
  for (let first = 0; first < blocks.length; first += size) {
    const last = Math.min(blocks.length, first + size);
    const start = blocks[first]?.start ?? 0;
    const end = blocks[last - 1]?.end ?? start;
    sections.push({ index: sections.length, first, last, start, end });
  }
  return sections;
}

/** The section that holds `offset`, else the nearest before it; 0 where there are none. */
export function sectionAt(sections: readonly Section[], offset: number): number {
  const after = sections.findIndex((section) => section.start > offset);
  return Math.max(0, after < 0 ? sections.length - 1 : after - 1);
}
