import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutText } from '../../../src-main/common/document/canonical.ts';
import type { Block, Inline, Root } from '../../../src-main/common/document/tree.ts';
import { TREE } from './arbitrary-tree.ts';

const text = (value: string): Inline => ({ type: 'text', value });
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });
const root = (...children: Block[]): Root => ({ type: 'root', children });
const textOf = (...children: Block[]) => layoutText(root(...children)).text;

describe('layoutText', () => {
  it('separates paragraphs by an empty line and keeps breaks', () => {
    expect(textOf(paragraph(text('a'), { type: 'break' }, text('b')), paragraph(text('c')))).toBe(
      'a\nb\n\nc',
    );
  });

  it('separates list items by a line feed, nested ones too', () => {
    const inner: Block = {
      type: 'list',
      ordered: false,
      start: null,
      children: [{ type: 'listItem', children: [paragraph(text('b'))] }],
    };
    const outer: Block = {
      type: 'list',
      ordered: true,
      start: 1,
      children: [
        { type: 'listItem', children: [paragraph(text('a')), inner] },
        { type: 'listItem', children: [paragraph(text('c'))] },
      ],
    };
    expect(textOf(paragraph(text('x')), outer, paragraph(text('y')))).toBe('x\n\na\nb\nc\n\ny');
  });

  it('separates cells by tabs and keeps the column of empty ones', () => {
    const row = (...cells: string[]) => ({
      type: 'tableRow' as const,
      children: cells.map((cell) => ({ type: 'tableCell' as const, header: false, children: [text(cell)] })),
    });
    const table: Block = {
      type: 'table',
      align: [],
      children: [row('', '2024', '2025'), row('', ''), row('GPU', '', '46,7')],
    };
    expect(textOf(paragraph(text('x')), table, paragraph(text('y')))).toBe(
      'x\n\n\t2024\t2025\nGPU\t\t46,7\n\ny',
    );
  });

  it('leaves out pictures, calls of footnotes and blocks without text', () => {
    const picture = paragraph({ type: 'image', alt: 'a cat', blob: null });
    const called = paragraph(
      text('a'),
      { type: 'footnoteReference', identifier: 'n', label: '3' },
      text(' b'),
    );
    const layout = layoutText(root(picture, called, { type: 'thematicBreak' }, paragraph(text('c'))));
    expect(layout.text).toBe('a b\n\nc');
    expect(layout.blocks.map(({ start, end }) => [start, end])).toEqual([
      [0, 0],
      [0, 3],
      [3, 3],
      [5, 6],
    ]);
  });

  it('survives nesting that would overflow recursion', () => {
    let block: Block = paragraph(text('deep'));
    for (let depth = 0; depth < 20_000; depth += 1) block = { type: 'blockquote', children: [block] };
    expect(layoutText(root(block)).text).toBe('deep');
  });

  it('knows the offset of every leaf', () => {
    fc.assert(
      fc.property(TREE, (tree) => {
        const layout = layoutText(tree);
        for (const [leaf, offset] of layout.leaves) {
          expect(layout.text.slice(offset, offset + leaf.value.length)).toBe(leaf.value);
        }
      }),
    );
  });

  it('gives blocks and units in order, without overlap', () => {
    fc.assert(
      fc.property(TREE, (tree) => {
        const layout = layoutText(tree);
        expect(layout.blocks.map(({ node }) => node)).toEqual(tree.children);
        for (const ranges of [layout.blocks, layout.units]) {
          let last = 0;
          for (const { start, end } of ranges) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThanOrEqual(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(layout.text.length);
        }
      }),
    );
  });
});
