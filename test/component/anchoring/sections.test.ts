import { describe, expect, it } from 'vitest';
import { divideIntoSections, sectionAt } from '../../../src-renderer/anchoring/sections.ts';

const blocks = Array.from({ length: 120 }, (_, at) => ({ start: at * 10, end: at * 10 + 8 }));

describe('divideIntoSections', () => {
  it('takes about fifty blocks together and covers all of them', () => {
    const sections = divideIntoSections(blocks);
    expect(sections.map(({ first, last }) => [first, last])).toEqual([
      [0, 50],
      [50, 100],
      [100, 120],
    ]);
    expect(sections.at(-1)?.end).toBe(1198);
  });

  it('is empty for an article without blocks', () => {
    expect(divideIntoSections([])).toEqual([]);
  });
});

describe('sectionAt', () => {
  it('finds the section of an offset, and the one before for a gap between two', () => {
    const sections = divideIntoSections(blocks);
    expect([0, 499, 500, 5000].map((offset) => sectionAt(sections, offset))).toEqual([0, 0, 1, 2]);
  });

  it('is the first section where there are none', () => {
    expect(sectionAt([], 10)).toBe(0);
  });
});
