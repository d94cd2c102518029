/** A note in parts: whatever is written, each part is read quickly, and nothing is lost. */
import { describe, expect, it } from 'vitest';
import { readNote } from '../../../src-main/common/markdown/note-tree.ts';
import { splitMarkdown } from '../../../src-main/common/markdown/split.ts';

const HOSTILE: readonly (readonly [string, string])[] = [
  ['a million asterisks', '*'.repeat(1_000_000)],
  ['a million asterisks with letters', '*a'.repeat(500_000)],
  ['a million brackets', '['.repeat(1_000_000)],
  ['nested quotations', '> '.repeat(200_000)],
  ['nested lists', Array.from({ length: 800 }, (_, depth) => `${' '.repeat(2 * depth)}- x`).join('\n')],
  ['a million backticks', '`'.repeat(1_000_000)],
  ['angle brackets', '<'.repeat(1_000_000)],
  ['ampersands', '&a'.repeat(500_000)],
  ['a wide table', `${'|a'.repeat(5000)}|\n${'|-'.repeat(5000)}|\n${'|b\n'.repeat(3000)}`],
  ['one long line', 'word '.repeat(400_000)],
  ['an endless listing', `\`\`\`\n${'x\n'.repeat(500_000)}`],
  ['addresses', 'https://example.org/'.repeat(50_000)],
  ['links', '[a](dossier:note/1)'.repeat(50_000)],
  ['definitions', Array.from({ length: 20_000 }, (_, at) => `[${at}]: /x`).join('\n')],
  ['open emphasis in many lines', '*a **b _c\n'.repeat(90_000)],
  ['nulls and lone surrogates', '\u0000\ud800x\n\n'.repeat(100_000)],
];

describe('hostile Markdown', () => {
  it.each(HOSTILE)('of %s is cut into parts of bounded size, each of which is read', (_what, markdown) => {
    const parts = splitMarkdown(markdown);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(3 * 16_384);
    expect(Math.max(...parts.map((part) => part.split('\n').length))).toBeLessThanOrEqual(1203);
    for (const part of [parts[0], parts.at(-1)]) expect(readNote(part ?? '').type).toBe('root');
  });
});

describe('a long note', () => {
  it('loses no letter where it is cut, and is not cut within a listing', () => {
    const listing = `\`\`\`\n${'code\n\n'.repeat(150)}\`\`\``;
    const text = Array.from({ length: 300 }, (_, at) => `Paragraph ${at} ${'word '.repeat(60)}`).join('\n\n');
    const whole = `${text}\n\n${listing}\n\n${text}`;
    const parts = splitMarkdown(whole);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.join('\n')).toBe(whole);
    expect(parts.every((part) => part.split('```').length % 2 === 1)).toBe(true);
  });

  it('has all of its paragraphs in its parts', () => {
    const whole = Array.from({ length: 2000 }, (_, at) => `Paragraph ${at} ${'word '.repeat(20)}`).join(
      '\n\n',
    );
    const blocks = splitMarkdown(whole).map((part) => readNote(part).children.length);
    expect(blocks.reduce((sum, count) => sum + count, 0)).toBe(2000);
  });

  it('goes on with a listing that had to be cut', () => {
    const last = splitMarkdown(`~~~js\n${'x\n'.repeat(5000)}~~~\n\nThe end.`).at(-1) ?? '';
    expect(readNote(last).children.map(({ type }) => type)).toEqual(['code', 'paragraph']);
  });
});
