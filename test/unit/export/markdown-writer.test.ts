/** What is written directly is held against parsers: CommonMark's, and that of GFM, which most readers of notes have. */
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, it } from 'vitest';
import {
  bullets,
  heading,
  joined,
  link,
  paragraph,
  picture,
  prose,
  quotation,
  serialize,
  strong,
  text,
  type MarkdownBlock,
} from '../../../src-main/core/export/markdown/write.ts';

const parsers = {
  CommonMark: (markdown: string) => fromMarkdown(markdown),
  GFM: (markdown: string) =>
    fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }),
} as const;

/** What a parser makes of it, without places; neighbouring texts are one, and an address that GFM finds is its words. */
function shape(node: Nodes): unknown {
  if (node.type === 'text') return node.value;
  if (node.type === 'break') return '\n';
  if (node.type === 'image') return { image: node.url, alt: node.alt };
  if (!('children' in node)) return { [node.type]: 'value' in node ? node.value : '' };
  const children = node.children.flatMap((child) => {
    const isFound =
      child.type === 'link' && textOf(child) === child.url.replace(/^(?:mailto:|http:\/\/)/, '');
    const isSame = child.type === 'link' && textOf(child) === child.url;
    return isFound || isSame ? [textOf(child)] : [shape(child)];
  });
  const kind = node.type === 'heading' ? `heading ${node.depth}` : node.type;
  return { [kind]: mergeTexts(children) };
}

function mergeTexts(children: readonly unknown[]): unknown[] {
  const merged: unknown[] = [];
  for (const child of children) {
    const last = merged.at(-1);
    if (typeof child === 'string' && typeof last === 'string') merged[merged.length - 1] = last + child;
    else merged.push(child);
  }
  return merged;
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function read(blocks: readonly MarkdownBlock[], parser: keyof typeof parsers): unknown {
  return shape(parsers[parser](serialize(blocks)));
}

/** Signs that mean something to Markdown, words, blanks, and anything else. */
const sign = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'#*_`<>[]()!&|~\\-+=:.;"\'$^{}/@1') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('a', 'b ', ' ', '  ', 'amp;', '#35;', 'www.a.b', 'http://a.b', '1. ', '\t'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }) },
);
const raw = fc.array(sign, { maxLength: 14 }).map((parts) => parts.join('').toWellFormed());
/** As it is shown: what a line cannot hold is not asked for, nor blanks at its ends. */
const words = raw
  .map((value) => value.replace(/[\r\n\u2028\u2029\0]/g, '').trim())
  .filter((value) => value !== '');

const each = Object.keys(parsers) as (keyof typeof parsers)[];

it.each(each)('a paragraph is the words it was made of (%s)', (parser) => {
  fc.assert(
    fc.property(words, (value) => {
      expect(read([paragraph(text(value))], parser)).toEqual({ root: [{ paragraph: [value] }] });
    }),
    { numRuns: 500 },
  );
});

it.each(each)('so are a heading, and lines one below the other (%s)', (parser) => {
  fc.assert(
    fc.property(words, words, words, (first, second, third) => {
      expect(read([heading(2, first)], parser)).toEqual({ root: [{ 'heading 2': [first] }] });
      const lines = `${first}\n${second}\r\n${third}`;
      const paragraphs = { paragraph: [[first, second, third].join('\n')] };
      expect(read(prose(lines), parser)).toEqual({ root: [paragraphs] });
      expect(read([quotation(lines)], parser)).toEqual({ root: [{ blockquote: [paragraphs] }] });
    }),
    { numRuns: 200 },
  );
});

it.each(each)('lists, links, pictures and strong words hold theirs (%s)', (parser) => {
  fc.assert(
    fc.property(words, words, words, (first, second, third) => {
      const inner = /^[\p{L}\p{N}]/u.test(first) && /[\p{L}\p{N}]$/u.test(first) ? first : `a${first}a`;
      const list = bullets([[paragraph(text(first)), ...prose(second)], [paragraph(text(third))]]);
      const item = (...parts: string[]): unknown => ({
        listItem: parts.map((part) => ({ paragraph: [part] })),
      });
      expect(read([list], parser)).toEqual({ root: [{ list: [item(first, second), item(third)] }] });
      const line = joined(strong(inner), text(second), link('a (b)/c.md', `x${third}`), null);
      expect(read([line], parser)).toEqual({
        root: [
          {
            paragraph: [{ strong: [inner] }, ` · ${second} · `, { link: [`x${third}`] }],
          },
        ],
      });
      expect(read([paragraph(picture('images/1.png', third))], parser)).toEqual({
        root: [{ paragraph: [{ image: 'images/1.png', alt: third }] }],
      });
    }),
    { numRuns: 200 },
  );
});

it('writes a megabyte of signs in one pass', { timeout: 5_000 }, () => {
  expect(serialize(prose('*_[<`\\ #\n'.repeat(120_000))).length).toBeGreaterThan(1_000_000);
});
