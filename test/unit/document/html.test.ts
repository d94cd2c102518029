import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutText } from '../../../src-main/common/document/canonical.ts';
import { closeTree } from '../../../src-main/common/document/close-tree.ts';
import { escapeHtml, renderHtml } from '../../../src-main/common/document/html.ts';
import type { Block, Root } from '../../../src-main/common/document/tree.ts';
import { TREE } from './arbitrary-tree.ts';

const root = (...children: Block[]): Root => ({ type: 'root', children });

describe('renderHtml', () => {
  it('escapes text, descriptions, addresses and labels', () => {
    const evil = `"><script>alert('1')</script>&`;
    const html = renderHtml(
      root(
        {
          type: 'paragraph',
          children: [
            { type: 'text', value: evil },
            { type: 'inlineCode', value: evil },
            { type: 'image', alt: evil, blob: null },
            { type: 'link', url: `https://example.org/${evil}`, children: [{ type: 'text', value: 'x' }] },
            { type: 'footnoteReference', identifier: evil, label: evil },
          ],
        },
        { type: 'code', lang: evil, value: evil },
        { type: 'footnoteDefinition', identifier: evil, label: evil, children: [] },
      ),
    );
    expect(html).not.toContain('<script');
    expect(html.match(/<[a-z]+ [^>]*"/g)?.every((tag) => /^<[a-z]+(?: [a-z]+="[^"<>]*")+$/.test(tag))).toBe(
      true,
    );
  });

  it('writes no address that could run', () => {
    const link = {
      type: 'link' as const,
      url: 'javascript:alert(1)',
      children: [{ type: 'text' as const, value: 'x' }],
    };
    expect(renderHtml(root({ type: 'paragraph', children: [link] }))).toBe('<p>x</p>\n');
  });

  it('writes lists, tables, figures and quotations', () => {
    const text = (value: string) => ({ type: 'text', value });
    const tree = closeTree({
      type: 'root',
      children: [
        { type: 'list', ordered: true, start: 3, children: [{ type: 'listItem', children: [text('a')] }] },
        {
          type: 'figure',
          children: [
            {
              type: 'table',
              align: ['right'],
              children: [
                { type: 'tableRow', children: [{ type: 'tableCell', header: true, children: [text('b')] }] },
              ],
            },
            { type: 'caption', children: [text('c')] },
          ],
        },
      ],
    });
    expect(renderHtml(tree)).toBe(
      '<ol start="3"><li><p>a</p>\n</li>\n</ol>\n' +
        '<figure><table><tr><th class="align-right">b</th></tr>\n</table>\n<figcaption>c</figcaption>\n</figure>\n',
    );
  });

  it('hands every leaf with its offset to the hook, in order', () => {
    fc.assert(
      fc.property(TREE, (tree) => {
        const { text, leaves } = layoutText(tree);
        const offsets: number[] = [];
        renderHtml(tree, {
          leaf: (value, offset) => {
            expect(text.slice(offset, offset + value.length)).toBe(value);
            offsets.push(offset);
            return escapeHtml(value);
          },
        });
        expect(offsets).toEqual([...leaves.values()]);
      }),
    );
  });

  it('survives nesting that would overflow recursion', () => {
    let block: Block = { type: 'thematicBreak' };
    for (let depth = 0; depth < 20_000; depth += 1) block = { type: 'blockquote', children: [block] };
    expect(renderHtml(root(block))).toContain('<hr>');
  });
});
