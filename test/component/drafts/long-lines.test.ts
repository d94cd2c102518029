import { expect, it } from 'vitest';
import { hasLongLine } from '../../../src-renderer/features/drafts/long-lines.ts';

const lines = (length: number, count: number): string => Array(count).fill('a'.repeat(length)).join('\n');

it.each([
  ['nothing', '', false],
  ['a long text of ordinary paragraphs', lines(900, 2000), false],
  ['lines as long as they may be', lines(20_000, 3), false],
  ['one line that is longer', lines(20_001, 1), true],
  ['a long line after others', `${lines(900, 40)}\n${'b'.repeat(20_001)}`, true],
  ['a long line before others', `${'b'.repeat(40_000)}\n${lines(900, 40)}`, true],
])('knows whether there is a long line in %s', (_, text, expected) => {
  expect(hasLongLine(text)).toBe(expected);
});
