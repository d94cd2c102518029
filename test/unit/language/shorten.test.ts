import { expect, it } from 'vitest';
import { shorten } from '../../../src-main/common/language/shorten.ts';

it.each([
  ['leaves what fits', 'abc', 3, 'abc'],
  ['cuts what does not', 'abcd', 3, 'ab…'],
  ['leaves no space before the ellipsis', 'ab cd', 4, 'ab…'],
  ['cuts no character in two', 'a😀bc', 3, 'a…'],
])('%s', (_what, text, limit, expected) => {
  expect(shorten(text, limit)).toBe(expected);
});
