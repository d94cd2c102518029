import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeRange } from '../../../src-main/common/document/selectors.ts';

describe('describeRange', () => {
  it('takes 32 units on either side, fewer at the ends', () => {
    const text = `${'a'.repeat(40)}quote${'b'.repeat(10)}`;
    expect(describeRange(text, 40, 45)).toEqual({
      exact: 'quote',
      prefix: 'a'.repeat(32),
      suffix: 'b'.repeat(10),
    });
  });

  it('cuts no surrogate pair of the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '𝒳', 'é'), { minLength: 40, maxLength: 90 }),
        (characters) => {
          const text = characters.join('');
          const start = characters.slice(0, 35).join('').length;
          const { prefix, suffix } = describeRange(text, start, start);
          expect(prefix.isWellFormed() && suffix.isWellFormed()).toBe(true);
          expect(text.slice(0, start).endsWith(prefix) && text.slice(start).startsWith(suffix)).toBe(true);
        },
      ),
    );
  });
});
