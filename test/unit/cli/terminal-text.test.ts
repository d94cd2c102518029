import { describe, expect, it } from 'vitest';
import {
  cut,
  jsonText,
  plain,
  plainLines,
  table,
  widthOf,
  wrap,
} from '../../../src-main/hosts/cli/terminal-text.ts';

describe('text for a terminal', () => {
  it('knows how many columns a text takes', () => {
    expect(widthOf('déjà')).toBe(4);
    expect(widthOf('de\u0301ja\u0300')).toBe(4);
    expect(widthOf('日本')).toBe(4);
    expect(widthOf('👩‍👩‍👧')).toBe(2);
  });

  it('lines columns up in any script', () => {
    const lines = table(
      [{ title: 'A' }, { title: 'N', align: 'right' }],
      [
        ['日本', '1'],
        ['cafe\u0301', '1 000'],
      ],
    ).split('\n');
    expect(lines).toEqual(['A         N', '日本      1', 'cafe\u0301  1 000']);
  });

  it('cuts between characters and says that it did', () => {
    expect(cut('日本語の本', 5)).toBe('日本…');
    expect(cut('short', 5)).toBe('short');
  });

  it('writes JSON that says the same and steers no terminal', () => {
    const value = { title: 'a\u009b31m\u202eb\u2066 é\n\u001b', list: ['\u200f'] };
    const text = jsonText(value, 2);
    expect(JSON.parse(text)).toEqual(value);
    expect(text).toContain('\\u009b31m\\u202eb\\u2066 é');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
    expect(text.split('\n')).toHaveLength(6);
  });

  it('takes control and direction characters out, and line ends where one line is wanted', () => {
    expect(plain('a\n\u001b[2Jb\u202e')).toBe('a [2Jb');
    expect(plainLines('a\r\nb\u0007\tc')).toBe('a\nb\tc');
  });

  it('wraps at spaces and never at a no-break one', () => {
    expect(wrap('un prix de 46\u00A0000 euros', 12, '  ')).toBe('  un prix de\n  46\u00A0000\n  euros');
  });
});
