import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeExcerpt, placeWhereSaid } from '../../../src-main/core/excerpts/placing.ts';

const word = fc.constantFrom('a', 'deux', 'mots', 'é', '汉', ' ', '\n\n');
const text = fc.array(word, { minLength: 1, maxLength: 200 }).map((words) => words.join(''));

describe('a quotation that stands where it is said to', () => {
  it('is placed from the text around it as from all of it', () => {
    const place = fc.tuple(text, fc.nat(), fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(place, ([all, at, length]) => {
        const start = at % all.length;
        const range = { start, end: Math.min(all.length, start + length) };
        const request = { quote: all.slice(range.start, range.end), range };
        fc.pre(request.quote.trim() !== '');
        const placed = placeWhereSaid(request, (from, to) => all.slice(from, to));
        expect(placed).toEqual(placeExcerpt(all, request));
        expect(placed?.anchor).toBe('exact');
      }),
    );
  });

  it.each([
    ['it stands elsewhere', { quote: 'two', range: { start: 0, end: 3 } }],
    ['the range goes on beyond the text', { quote: 'three', range: { start: 8, end: 80 } }],
    ['no range is said', { quote: 'two' }],
    ['it is only white space', { quote: ' ', range: { start: 3, end: 4 } }],
  ])('is looked for in the whole text where %s', (_reason, request) => {
    expect(placeWhereSaid(request, (from, to) => 'one two three'.slice(from, to))).toBeNull();
  });

  it('is looked for in the whole text where no part of it can be cut', () => {
    expect(placeWhereSaid({ quote: 'one', range: { start: 0, end: 3 } }, () => null)).toBeNull();
  });

  it('ends with the text where its range goes on beyond it', () => {
    const request = { quote: 'three', range: { start: 8, end: 80 } };
    expect(placeExcerpt('one two three', request)).toMatchObject({ start: 8, end: 13, exact: 'three' });
  });
});
