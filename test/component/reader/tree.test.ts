import { render, screen } from '@testing-library/svelte';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { layoutText } from '../../../src-main/common/document/canonical.ts';
import type { Block, Inline, Root } from '../../../src-main/common/document/tree.ts';
import { LeafIndex } from '../../../src-renderer/anchoring/leaf-index.ts';
import ArticleOnPage from './ArticleOnPage.svelte';

const text = (value: string): Inline => ({ type: 'text', value });
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });

function show(nodes: readonly Block[]): { readonly article: HTMLElement; readonly asked: string[] } {
  const asked: string[] = [];
  const onask = vi.fn((what: string) => void asked.push(what));
  render(ArticleOnPage, { nodes, onask });
  return { article: screen.getByTestId('article'), asked };
}

/** Every kind of block, with text before and after what has none. */
const everything: readonly Block[] = [
  { type: 'heading', depth: 1, children: [text('Title')] },
  paragraph(
    text('Plain '),
    { type: 'emphasis', children: [text('soft '), { type: 'strong', children: [text('loud')] }] },
    text(' '),
    { type: 'inlineCode', value: ' code ' },
    { type: 'break' },
    text('next'),
    { type: 'footnoteReference', identifier: 'n', label: '1' },
    { type: 'image', alt: 'A picture', blob: null },
    { type: 'link', url: 'https://example.org/a', children: [text('link')] },
    { type: 'sub', children: [text('2')] },
    { type: 'sup', children: [text('e')] },
    { type: 'delete', children: [text('gone')] },
  ),
  { type: 'blockquote', children: [paragraph(text('Quoted'))] },
  {
    type: 'list',
    ordered: true,
    start: 4,
    children: [{ type: 'listItem', children: [paragraph(text('Item')), paragraph(text('more'))] }],
  },
  { type: 'code', lang: null, value: '\nlet a;\n\nlet b;' },
  { type: 'thematicBreak' },
  {
    type: 'table',
    align: ['left', 'right'],
    children: [
      {
        type: 'tableRow',
        children: [
          { type: 'tableCell', header: true, children: [text('Year')] },
          { type: 'tableCell', header: true, children: [] },
        ],
      },
      {
        type: 'tableRow',
        children: [
          { type: 'tableCell', header: false, children: [text('2024')] },
          { type: 'tableCell', header: false, children: [text('46,7')] },
        ],
      },
    ],
  },
  {
    type: 'figure',
    children: [
      paragraph({ type: 'image', alt: '', blob: null }),
      { type: 'caption', children: [text('Caption')] },
    ],
  },
  { type: 'footnoteDefinition', identifier: 'n', label: '1', children: [paragraph(text('Note'))] },
];

const words = fc.string({ minLength: 1, maxLength: 12 }).map(text);
const inlines = fc.array(
  fc.oneof(
    words,
    fc.record({ type: fc.constantFrom('emphasis' as const, 'strong' as const), children: fc.array(words) }),
  ),
  { maxLength: 6 },
);
const articles = fc.array(
  inlines.map((children) => paragraph(...children)),
  { maxLength: 8 },
);

describe('the article on the page', () => {
  it('shows every leaf of every kind of block as one text node in order', () => {
    const { article } = show(everything);
    const root: Root = { type: 'root', children: everything };
    const layout = layoutText(root);
    const index = new LeafIndex(layout.leaves);
    const attached = index.attach(article, { start: 0, end: layout.text.length });
    expect(attached).toBe([...layout.leaves.keys()].filter((leaf) => leaf.value !== '').length);
    for (const [leaf, start] of layout.leaves) {
      const range = index.toDomRange({ start, end: start + leaf.value.length });
      expect(range?.toString()).toBe(leaf.value);
    }
  });

  it('keeps the characters of any text, white space too', () => {
    fc.assert(
      fc.property(articles, (nodes) => {
        const { article } = show(nodes);
        const layout = layoutText({ type: 'root', children: nodes });
        const index = new LeafIndex(layout.leaves);
        expect(index.attach(article, { start: 0, end: layout.text.length })).toBe(layout.leaves.size);
        article.remove();
      }),
      { numRuns: 60 },
    );
  });

  it('asks before it opens a link, and gives the address with it', () => {
    const { asked } = show(everything);
    const link = screen.getByRole('link', { name: 'link' });
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    link.click();
    expect(asked).toEqual(['link https://example.org/a']);
  });

  it('shows the text of a link that leads nowhere safe, without the link', () => {
    const url = ['java', 'script:alert(1)'].join('');
    show([paragraph({ type: 'link', url, children: [text('press me')] })]);
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByText('press me')).toBeTruthy();
  });

  it('leads from a call to its footnote and back', () => {
    const { asked } = show(everything);
    screen.getByRole('doc-noteref', { name: 'Footnote 1' }).click();
    screen.getByRole('button', { name: 'Back to the text from footnote 1' }).click();
    expect(asked).toEqual(['footnote n', 'back from n']);
  });

  it('describes pictures that were not taken, and says where there is no description', () => {
    show(everything);
    expect(screen.getByRole('img', { name: 'A picture' })).toBeTruthy();
    expect(screen.getByRole('img', { name: 'Picture without a description' })).toBeTruthy();
  });

  it('begins its headings at the second level, below the page’s title', () => {
    show(everything);
    expect(screen.getByRole('heading', { level: 2, name: 'Title' }).id).toBe('heading-1');
  });
});
