import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutText } from '../../../src-main/common/document/canonical.ts';
import { closeTree } from '../../../src-main/common/document/close-tree.ts';
import { MAX_DEPTH, type Node, type Root } from '../../../src-main/common/document/tree.ts';

const t = (value: string) => ({ type: 'text', value });
const n = (type: string, ...children: unknown[]) => ({ type, children });
const closed = (...children: unknown[]) => closeTree(n('root', ...children)).children;

const BLOCKS = [
  'paragraph',
  'heading',
  'blockquote',
  'list',
  'code',
  'thematicBreak',
  'table',
  'figure',
  'footnoteDefinition',
];
const INLINES = [
  'text',
  'inlineCode',
  'break',
  'link',
  'image',
  'emphasis',
  'strong',
  'delete',
  'sub',
  'sup',
  'footnoteReference',
];
const CONTENT: Readonly<Record<string, readonly string[]>> = {
  root: BLOCKS,
  blockquote: BLOCKS,
  listItem: BLOCKS,
  footnoteDefinition: BLOCKS,
  figure: [...BLOCKS, 'caption'],
  list: ['listItem'],
  table: ['tableRow'],
  tableRow: ['tableCell'],
};
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  text: ['value'],
  inlineCode: ['value'],
  code: ['lang', 'value'],
  link: ['children', 'url'],
  image: ['alt', 'blob'],
  heading: ['children', 'depth'],
  list: ['children', 'ordered', 'start'],
  table: ['align', 'children'],
  tableCell: ['children', 'header'],
  break: [],
  thematicBreak: [],
  footnoteReference: ['identifier', 'label'],
  footnoteDefinition: ['children', 'identifier', 'label'],
};

/** Checks what the types of tree.ts promise, and that nothing is empty. */
function expectClosed(root: Root): void {
  const queue: { node: Node; depth: number }[] = [{ node: root, depth: 0 }];
  for (let entry = queue.pop(); entry; entry = queue.pop()) {
    const { node, depth } = entry;
    expect(depth).toBeLessThan(MAX_DEPTH);
    const fields = Object.keys(node)
      .filter((key) => key !== 'type')
      .toSorted();
    expect(fields).toEqual(FIELDS[node.type] ?? ['children']);
    if (node.type === 'text') expect(node.value).not.toBe('');
    if (!('children' in node)) continue;
    if (node.type !== 'tableCell' && node.type !== 'root') expect(node.children.length).toBeGreaterThan(0);
    for (const [index, child] of node.children.entries()) {
      expect(CONTENT[node.type] ?? INLINES).toContain(child.type);
      const next = node.children[index + 1];
      expect(child.type === 'text' && next?.type === 'text').toBe(false);
      queue.push({ node: child, depth: depth + 1 });
    }
  }
}

const TYPES = [
  ...BLOCKS,
  ...INLINES,
  'listItem',
  'tableRow',
  'tableCell',
  'caption',
  'html',
  'script',
  'root',
];
const ANYTHING = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.record({
      type: fc.constant('text'),
      value: fc.constantFrom('a', ' ', 'b \n c', '\u00a0', 'É', '\u0000\ud800'),
    }),
    fc.record({
      type: fc.constantFrom(...TYPES),
      url: fc.constantFrom(
        'https://example.org/',
        'javascript:alert(1)',
        ' JAVASCRIPT:x',
        'data:text/html,x',
        7,
      ),
      value: fc.constantFrom('v', '', '<script>'),
      alt: fc.constantFrom('', 'a cat'),
      depth: fc.integer(),
      onclick: fc.constant('x'),
      children: fc.array(tie('node'), { maxLength: 4 }),
    }),
    fc.anything(),
  ),
})).node;

describe('closeTree', () => {
  it('rebuilds any input as a tree that keeps the content model', () => {
    fc.assert(
      fc.property(ANYTHING, (input) => expectClosed(closeTree(input))),
      { numRuns: 500 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(ANYTHING, (input) => {
        const once = closeTree(input);
        expect(closeTree(once)).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the text of a block inside a paragraph, with the spans around it', () => {
    expect(closed(n('paragraph', n('emphasis', t('a'), n('heading', t('b')), t('c'))))).toEqual([
      n('paragraph', n('emphasis', t('a'))),
      { type: 'heading', depth: 6, children: [n('emphasis', t('b'))] },
      n('paragraph', n('emphasis', t('c'))),
    ]);
  });

  it('turns block boundaries in a cell into breaks', () => {
    const [table] = closed(
      n('table', n('tableRow', n('tableCell', n('paragraph', t('a')), n('paragraph', t('b'))))),
    );
    expect(table).toMatchObject({
      children: [{ children: [{ children: [t('a'), { type: 'break' }, t('b')] }] }],
    });
  });

  it('makes a paragraph of a cell at the root and an item of stray text in a list', () => {
    expect(closed(n('tableCell', t('a')), n('list', t('b'), n('listItem', t('c'))))).toEqual([
      n('paragraph', t('a')),
      {
        type: 'list',
        ordered: false,
        start: null,
        children: [n('listItem', n('paragraph', t('b'))), n('listItem', n('paragraph', t('c')))],
      },
    ]);
  });

  it('ends a stray cell where the next row begins', () => {
    const [table] = closed(n('table', t('a'), n('tableRow', n('tableCell', t('b')))));
    expect(table).toMatchObject({ children: [{ children: [{}] }, { children: [{}] }] });
  });

  it('collapses white space across leaves, trims lines and keeps no-break spaces', () => {
    expect(closed(n('paragraph', t(' a \n'), n('strong', t(' b ')), t(' 300\u00a0000 \t')))).toEqual([
      n('paragraph', t('a '), n('strong', t('b ')), t('300\u00a0000')),
    ]);
  });

  it('divides a paragraph at two breaks, keeps one and drops those at the ends', () => {
    const br = { type: 'break' };
    expect(closed(n('paragraph', br, t('a'), br, t('b'), br, t(' '), br, t('c'), br))).toEqual([
      n('paragraph', t('a'), br, t('b')),
      n('paragraph', t('c')),
    ]);
  });

  it('keeps the text of a link that is not http, https or mailto', () => {
    const link = (url: string) => ({ type: 'link', url, children: [t('x')] });
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//e.org',
      'https://e.org/\u0000a',
      'java\nscript:x',
    ]) {
      expect(closed(n('paragraph', link(url)))).toEqual([n('paragraph', t('x'))]);
    }
    expect(closed(n('paragraph', link('mailto:a@e.org')))).toEqual([n('paragraph', link('mailto:a@e.org'))]);
  });

  it('puts a caption last and leaves a figure without one', () => {
    expect(closed(n('figure', n('caption', t('c')), n('paragraph', t('p'))))).toEqual([
      n('figure', n('paragraph', t('p')), n('caption', t('c'))),
    ]);
    expect(closed(n('figure', n('paragraph', t('p'))))).toEqual([n('paragraph', t('p'))]);
  });

  it('drops control characters, half surrogate pairs and empty blocks', () => {
    expect(closed(n('paragraph', t('a\u0000b\ud800')), n('paragraph', t('\u00a0')), n('blockquote'))).toEqual(
      [n('paragraph', t('ab\ufffd'))],
    );
  });

  it.each(['blockquote', 'emphasis', 'list', 'table', 'unknown'])('clamps 20,000 levels of %s', (type) => {
    let node: unknown = t('deep');
    for (let depth = 0; depth < 20_000; depth += 1) node = n(type, node);
    const root = closeTree(n('root', node, n('paragraph', t('after'))));
    expectClosed(root);
    expect(layoutText(root).text).toBe('deep\n\nafter');
  });
});
