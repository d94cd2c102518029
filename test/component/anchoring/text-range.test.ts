import { describe, expect, it } from 'vitest';
import { intersect, trimRange } from '../../../src-renderer/anchoring/text-range.ts';

describe('trimRange', () => {
  it('drops white space at both ends, no-break spaces too', () => {
    expect(trimRange('ab \u00A0cd\u202F\n ef', { start: 2, end: 9 })).toEqual({ start: 4, end: 6 });
  });

  it('is null for white space alone and for an empty range', () => {
    expect(trimRange('a \n\n b', { start: 1, end: 5 })).toBeNull();
    expect(trimRange('abc', { start: 1, end: 1 })).toBeNull();
  });

  it('clamps a range that reaches outside the text or runs backwards', () => {
    expect(trimRange('abc', { start: -4, end: 99 })).toEqual({ start: 0, end: 3 });
    expect(trimRange('abc', { start: 3, end: 1 })).toEqual({ start: 1, end: 3 });
  });
});

describe('intersect', () => {
  it('gives the common part, and null where ranges only touch', () => {
    expect(intersect({ start: 0, end: 5 }, { start: 3, end: 9 })).toEqual({ start: 3, end: 5 });
    expect(intersect({ start: 0, end: 3 }, { start: 3, end: 9 })).toBeNull();
  });
});
