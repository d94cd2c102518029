import { describe, expect, it } from 'vitest';
import { diffWords } from '../../../src-main/common/language/word-diff.ts';
import { seededRandom } from '../../../src-main/worker/synthetic.ts';

const told = (before: string, after: string): string =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');

describe('the difference of two texts', () => {
  it.each([
    ['', '', ''],
    ['', 'a', '{+a+}'],
    ['a b c', 'a c', 'a [-b -]c'],
    ['It costs 412 million.', 'It costs 468 million.', 'It costs [-412-]{+468+} million.'],
    ['one\ntwo\nthree\n', 'one\n2\nthree\n', 'one\n[-two-]{+2+}\nthree\n'],
    ['l’été', 'l’hiver', 'l’[-été-]{+hiver+}'],
  ])('of %j and %j is %j', (before, after, expected) => {
    expect(told(before, after)).toBe(expected);
  });

  it('gives both texts back, whatever they are', () => {
    const random = seededRandom(7);
    const text = (): string =>
      Array.from(
        { length: Math.floor(random() * 40) },
        () => ['a', 'b', 'c ', '\n', ' d', '.'][Math.floor(random() * 6)],
      ).join('');
    for (let round = 0; round < 400; round++) {
      const [before, after] = [text(), text()];
      const pieces = diffWords(before, after);
      const side = (left: string): string =>
        pieces
          .filter(({ kind }) => kind !== left)
          .map((each) => each.text)
          .join('');
      expect([side('added'), side('removed')]).toEqual([before, after]);
    }
  });

  it('of texts of a megabyte that have nothing in common is told as a whole', () => {
    const pieces = diffWords('ab '.repeat(350_000), 'cd\n'.repeat(350_000));
    expect(pieces.map(({ kind }) => kind)).toContain('removed');
    expect(pieces.length).toBeLessThan(10);
  });
});
