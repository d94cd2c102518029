/** Random article trees for property tests: every node type, empty leaves and empty blocks included. */
import * as fc from 'fast-check';
import type { Block, Inline, ListItem, Root, TableRow } from '../../../src-main/common/document/tree.ts';

const WORDS = fc.constantFrom(
  '',
  'a',
  ' ',
  'Été 46,7',
  'l’« œuvre »',
  'fin. Et puis',
  '🏳️‍🌈 x',
  '中文没有空格',
  'e\u0301',
);

const inlineLeaf: fc.Arbitrary<Inline> = fc.oneof(
  WORDS.map((value): Inline => ({ type: 'text', value })),
  WORDS.map((value): Inline => ({ type: 'inlineCode', value })),
  fc.constant<Inline>({ type: 'break' }),
  fc.constant<Inline>({ type: 'image', alt: 'a cat', blob: null }),
  fc.constant<Inline>({ type: 'footnoteReference', identifier: '1', label: '1' }),
);

const inlines = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: inlineLeaf },
    fc.array(inlineLeaf, { maxLength: 3 }).map((children): Inline => ({ type: 'emphasis', children })),
    fc
      .array(inlineLeaf, { maxLength: 3 })
      .map((children): Inline => ({ type: 'link', url: 'https://example.org/', children })),
  ),
  { maxLength: 4 },
);

const flatBlock: fc.Arbitrary<Block> = fc.oneof(
  inlines.map((children): Block => ({ type: 'paragraph', children })),
  inlines.map((children): Block => ({ type: 'heading', depth: 2, children })),
  WORDS.map((value): Block => ({ type: 'code', lang: null, value })),
  fc.constant<Block>({ type: 'thematicBreak' }),
  fc
    .array(fc.array(inlines, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((rows): Block => ({
      type: 'table',
      align: [],
      children: rows.map((cells): TableRow => ({
        type: 'tableRow',
        children: cells.map((children) => ({ type: 'tableCell', header: false, children })),
      })),
    })),
);

const blocks = fc.array(flatBlock, { maxLength: 3 });

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 2, arbitrary: flatBlock },
  blocks.map((children): Block => ({ type: 'blockquote', children })),
  fc.array(blocks, { minLength: 1, maxLength: 3 }).map((items): Block => ({
    type: 'list',
    ordered: false,
    start: null,
    children: items.map((children): ListItem => ({ type: 'listItem', children })),
  })),
  fc.tuple(blocks, inlines).map(([children, caption]): Block => ({
    type: 'figure',
    children: [...children, { type: 'caption', children: caption }],
  })),
  blocks.map((children): Block => ({ type: 'footnoteDefinition', identifier: '1', label: '1', children })),
);

export const TREE: fc.Arbitrary<Root> = fc
  .array(block, { maxLength: 6 })
  .map((children): Root => ({ type: 'root', children }));
