/** Titles and texts come from anyone, and exports are made on the thread that also writes: nothing may be quadratic. */
import { expect, it } from 'vitest';
import { safeName } from '../../../src-main/core/export/file-names.ts';
import { oneLine } from '../../../src-main/core/export/markdown/write.ts';

const LONG = 500_000;

it(
  'makes one line of a long run of blanks, and of a long run of line ends, in no time',
  { timeout: 2_000 },
  () => {
    expect(oneLine(`a${' '.repeat(LONG)}b`)).toHaveLength(LONG + 2);
    expect(oneLine(`a${' \r\n'.repeat(LONG)}b`)).toBe('a b');
    expect(oneLine(' a \n\n\u2028 b\u00a0\r\nc ')).toBe('a b c');
  },
);

it('makes a name of a long run of dots in no time', { timeout: 2_000 }, () => {
  expect(safeName(`a${'.'.repeat(LONG)}b`, 'untitled')).toBe('a');
  expect(safeName('.'.repeat(LONG), 'untitled')).toBe('untitled');
});
