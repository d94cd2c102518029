import { describe, expect, it } from 'vitest';
import { divideIntoSections, findOpening, sectionAt } from '../../../src-renderer/anchoring/sections.ts';

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
    expect(divideIntoSections([], findOpening([], 0, 900))).toEqual([]);
  });

  it('makes the blocks that are seen first a section of their own, wherever they lie', () => {
    const spansWith = (first: number, last: number) =>
      divideIntoSections(blocks, { first, last }).map((section) => [section.first, section.last]);
    expect(spansWith(0, 7)).toEqual([
      [0, 7],
      [7, 57],
      [57, 107],
      [107, 120],
    ]);
    expect(spansWith(40, 110)).toEqual([
      [0, 40],
      [40, 110],
      [110, 120],
    ]);
    expect(spansWith(118, 120).at(-1)).toEqual([118, 120]);
  });
});

describe('findOpening', () => {
  const paragraphs = Array.from({ length: 400 }, (_, at) => ({ start: at * 302, end: at * 302 + 300 }));

  it('fills the screen and some more, and stays a small part of the text', () => {
    const { first, last } = findOpening(paragraphs, 0, 900);
    expect(first).toBe(0);
    expect(last).toBeGreaterThan(8);
    expect(last).toBeLessThan(16);
  });

  it('begins above the place, where the screen may show some lines before it', () => {
    const { first, last } = findOpening(paragraphs, 200 * 302 + 150, 900);
    expect(first).toBeLessThan(200);
    expect(first).toBeGreaterThan(190);
    expect(last).toBeGreaterThan(208);
  });

  it('ends with the text, and takes many short lines', () => {
    expect(findOpening(paragraphs, 399 * 302 + 10, 900).last).toBe(400);
    const lines = Array.from({ length: 400 }, (_, at) => ({ start: at * 12, end: at * 12 + 10 }));
    expect(findOpening(lines, 0, 900).last).toBeGreaterThan(60);
  });

  it('holds a block however long it is', () => {
    const long = [
      { start: 0, end: 10 },
      { start: 12, end: 1_000_000 },
      { start: 1_000_002, end: 1_000_010 },
    ];
    expect(findOpening(long, 500_000, 900)).toEqual({ first: 1, last: 2 });
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
