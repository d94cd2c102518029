import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Intervals } from '../../../src-renderer/anchoring/intervals.ts';

const ranges = fc.array(
  fc.record({ start: fc.nat(60), length: fc.integer({ min: 1, max: 30 }) }).map(({ start, length }) => ({
    start,
    end: start + length,
  })),
);

describe('Intervals', () => {
  it('finds exactly the ranges that a look at each of them finds', () => {
    fc.assert(
      fc.property(ranges, fc.nat(95), fc.integer({ min: 1, max: 20 }), (items, start, length) => {
        const asked = { start, end: start + length };
        const expected = items.filter((item) => item.start < asked.end && item.end > asked.start);
        const found = new Intervals(items).overlapping(asked);
        expect(found).toHaveLength(expected.length);
        expect(new Set(found)).toEqual(new Set(expected));
      }),
    );
  });

  it('answers in the order of the text, the longer first where two start together', () => {
    const short = { start: 3, end: 5 };
    const long = { start: 3, end: 9 };
    const early = { start: 0, end: 4 };
    expect(new Intervals([short, long, early]).at(3)).toEqual([early, long, short]);
  });

  it('does not hold the character after its end', () => {
    expect(new Intervals([{ start: 2, end: 4 }]).at(4)).toEqual([]);
  });
});
