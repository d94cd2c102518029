/** Notes as trees: nothing in them runs, whatever is written, and no note takes long. */
import { describe, expect, it } from 'vitest';
import { readMarkdown, splitMarkdown } from '../../src-main/core/notes/markdown.ts';
import type { Root } from '../../src-main/common/document/tree.ts';

let rests = 0;
async function read(markdown: string, from = 0): Promise<Root> {
  rests = 0;
  const { tree } = await readMarkdown(markdown, from, () => {
    rests += 1;
    return Promise.resolve();
  });
  return tree;
}
const json = async (markdown: string): Promise<string> => JSON.stringify(await read(markdown));

describe('a note', () => {
  it('is read as Markdown, tables and tasks too', async () => {
    const tree = await read('# T\n\n- [x] done\n- [ ] open\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n~~gone~~');
    expect(tree.children.map(({ type }) => type)).toEqual(['heading', 'list', 'table', 'paragraph']);
    expect(JSON.stringify(tree)).toContain('☑ ');
    expect(JSON.stringify(tree)).toContain('"header":true');
  });

  it.each([
    ['[x](javascript:alert(1))', 'javascript:'],
    ['[x](data:text/html,x)', 'data:'],
    ['<javascript:alert(1)>', 'link'],
    ['[x](dossier:note/../../etc)', 'link'],
    ['![x](https://example.org/a.png)', 'https:'],
  ])('keeps %s from being an address', async (markdown, forbidden) => {
    const tree = await json(markdown);
    expect(tree).not.toContain(`"url":"${forbidden}`);
    if (forbidden === 'link') expect(tree).not.toContain('"type":"link"');
  });

  it('shows tags as words', async () => {
    expect(await json('a <script>alert(1)</script> b')).toContain('<script>');
    expect(await json('<div onclick="x">\n\nb')).toContain('onclick');
  });

  it('links to things of the notebook and to the web', async () => {
    const tree = await json('[a](dossier:claim/0190) [b](https://example.org/)');
    expect(tree).toContain('"url":"dossier:claim/0190"');
    expect(tree).toContain('"url":"https://example.org/"');
  });
});

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
  it.each(HOSTILE)('of %s becomes a tree, in parts of bounded size', async (_what, markdown) => {
    const parts = splitMarkdown(markdown);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(3 * 16_384);
    expect(Math.max(...parts.map((part) => part.split('\n').length))).toBeLessThanOrEqual(1203);
    expect((await read(markdown)).type).toBe('root');
    expect(rests).toBeLessThan(6);
    expect((await read(markdown, parts.length - 1)).type).toBe('root');
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

  it('is told in parts, to its end', async () => {
    const whole = Array.from({ length: 4000 }, (_, at) => `Paragraph ${at} ${'word '.repeat(20)}`).join(
      '\n\n',
    );
    let said = 0;
    for (let from: number | null = 0; from !== null;) {
      const { tree, next } = await readMarkdown(whole, from, () => Promise.resolve());
      said += tree.children.length;
      from = next;
    }
    expect(said).toBe(4000);
  });

  it('goes on with a listing that had to be cut', async () => {
    const last = splitMarkdown(`~~~js\n${'x\n'.repeat(5000)}~~~\n\nThe end.`).at(-1);
    expect(JSON.stringify((await read(last ?? '')).children.map(({ type }) => type))).toBe(
      '["code","paragraph"]',
    );
  });
});
