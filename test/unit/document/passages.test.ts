import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutText } from '../../../src-main/common/document/canonical.ts';
import { splitPassages } from '../../../src-main/common/document/passages.ts';
import type { Block, Root } from '../../../src-main/common/document/tree.ts';
import { TREE } from './arbitrary-tree.ts';

const paragraph = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] });
const heading = (value: string): Block => ({
  type: 'heading',
  depth: 2,
  children: [{ type: 'text', value }],
});
const list = (items: readonly string[]): Block => ({
  type: 'list',
  ordered: false,
  start: null,
  children: items.map((item) => ({ type: 'listItem', children: [paragraph(item)] })),
});
const words = (count: number) => Array.from({ length: count }, (_, index) => `mot${index}`).join(' ');

function passagesOf(...children: Block[]): string[] {
  const tree: Root = { type: 'root', children };
  const layout = layoutText(tree);
  return splitPassages(layout).map(({ start, end }) => layout.text.slice(start, end));
}

describe('splitPassages', () => {
  it('makes one passage of each paragraph, with the headings before it', () => {
    expect(passagesOf(heading('A'), heading('B'), paragraph('one'), paragraph('two'), heading('C'))).toEqual([
      'A\n\nB\n\none',
      'two',
      'C',
    ]);
  });

  it('merges list items up to about 120 words, but never two lists', () => {
    const passages = passagesOf(list([words(70), words(40), words(30)]), list(['b']));
    expect(passages.map((passage) => passage.split(/\s+/).length)).toEqual([110, 30, 1]);
  });

  it('divides a long paragraph at sentence ends', () => {
    const sentence = `Voici ${words(40)}. `;
    const passages = passagesOf(paragraph(sentence.repeat(12).trim()));
    expect(passages).toHaveLength(2);
    for (const passage of passages) expect(passage.trim().endsWith('.')).toBe(true);
  });

  it('divides what has no sentence end or no space at all, and never a surrogate pair', () => {
    for (const endless of [words(5000), '中文'.repeat(20_000), '𝒳 '.repeat(9000), '𝒳'.repeat(60_001)]) {
      const passages = passagesOf(paragraph(endless));
      expect(passages.join('')).toBe(endless);
      expect(passages.length).toBeGreaterThan(10);
      for (const passage of passages) expect(passage.isWellFormed()).toBe(true);
    }
  });

  it('covers the text of every leaf, in order and without overlap', () => {
    fc.assert(
      fc.property(TREE, (tree) => {
        const layout = layoutText(tree);
        const covered = new Uint8Array(layout.text.length);
        let last = 0;
        for (const { start, end } of splitPassages(layout)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          covered.fill(1, start, end);
          last = end;
        }
        for (const [leaf, offset] of layout.leaves) {
          for (let at = offset; at < offset + leaf.value.length; at += 1) expect(covered[at]).toBe(1);
        }
      }),
    );
  });
});
