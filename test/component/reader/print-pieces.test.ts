import { describe, expect, it } from 'vitest';
import type { Excerpt } from '../../../src-main/common/contract/entities.ts';
import { Intervals } from '../../../src-renderer/anchoring/intervals.ts';
import { cutIntoPieces, numberNotes } from '../../../src-renderer/features/reader/print-pieces.ts';

const excerpt = (id: string, start: number, end: number, change: Partial<Excerpt> = {}): Excerpt =>
  ({ id, start, end, color: 'yellow', note: '', tags: [], claims: [], ...change }) as unknown as Excerpt;

describe('notes on paper', () => {
  it('are numbered in the order of the text; highlights that say nothing have no number', () => {
    const numbered = numberNotes([
      excerpt('late', 10, 20, { note: 'Who counted?' }),
      excerpt('mute', 0, 5),
      excerpt('early', 2, 8, { tags: ['jobs'] }),
    ]);
    expect(numbered.map(({ excerpt: { id }, number }) => [id, number])).toEqual([
      ['early', 1],
      ['late', 2],
    ]);
  });
});

describe('a text on paper', () => {
  const cut = (...excerpts: readonly Excerpt[]) =>
    cutIntoPieces('abcdefghij', 100, new Intervals(excerpts), new Map([['n', 1]]));

  it('is cut where highlights begin and end, and is the same text', () => {
    const pieces = cut(excerpt('n', 102, 106), excerpt('b', 104, 108, { color: 'blue' }));
    expect(pieces).toEqual([
      { text: 'ab', colors: [], notes: [] },
      { text: 'cd', colors: ['yellow'], notes: [] },
      { text: 'ef', colors: ['yellow', 'blue'], notes: [1] },
      { text: 'gh', colors: ['blue'], notes: [] },
      { text: 'ij', colors: [], notes: [] },
    ]);
  });

  it('carries the number only where the highlight ends, whatever texts it runs through', () => {
    expect(cut(excerpt('n', 50, 200))).toEqual([{ text: 'abcdefghij', colors: ['yellow'], notes: [] }]);
    expect(cut(excerpt('n', 50, 110))).toEqual([{ text: 'abcdefghij', colors: ['yellow'], notes: [1] }]);
  });

  it('is one piece where nothing is highlighted, and none where it is empty', () => {
    expect(cut()).toEqual([{ text: 'abcdefghij', colors: [], notes: [] }]);
    expect(cutIntoPieces('', 3, new Intervals<Excerpt>([]), new Map())).toEqual([]);
  });
});
