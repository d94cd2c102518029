import { beforeEach, describe, expect, it } from 'vitest';
import { layoutText } from '../../../src-main/common/document/canonical.ts';
import type { Root } from '../../../src-main/common/document/tree.ts';
import { APART, LeafIndex } from '../../../src-renderer/anchoring/leaf-index.ts';
import { readSelection, writeSelection } from '../../../src-renderer/anchoring/selection.ts';

const tree: Root = {
  type: 'root',
  children: [
    {
      type: 'paragraph',
      children: [
        { type: 'text', value: 'One ' },
        { type: 'strong', children: [{ type: 'text', value: 'two' }] },
        { type: 'footnoteReference', identifier: 'a', label: '1' },
        { type: 'text', value: ' three' },
      ],
    },
    { type: 'paragraph', children: [{ type: 'text', value: 'Four' }] },
  ],
};
const layout = layoutText(tree);

function element(tag: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}

function buildArticle(): HTMLElement {
  // Its label reads like the leaf that follows, so that only its mark can tell them apart.
  const call = element('sup', ' three');
  call.setAttribute(APART, '');
  const first = element('p', 'One ', element('strong', 'two'), call, ' three');
  return element('div', ' ', first, '\n', element('p', 'Four'));
}

describe('LeafIndex', () => {
  let article: HTMLElement;
  let index: LeafIndex;

  beforeEach(() => {
    article = buildArticle();
    document.body.replaceChildren(element('h1', 'Title'), article, element('footer', 'Foot'));
    index = new LeafIndex(layout.leaves);
    index.attach(article, { start: 0, end: layout.text.length });
  });

  it('pairs each leaf with its text node and passes over what is not the article’s text', () => {
    expect(layout.text).toBe('One two three\n\nFour');
    expect(index.offsetOf(article.querySelector('strong')?.firstChild ?? article, 1)).toBe(5);
    expect(index.offsetOf(article.querySelector('sup')?.firstChild ?? article, 0)).toBeNull();
    expect(index.positionFrom(8)?.node.parentElement?.tagName).toBe('P');
  });

  it('goes from every offset to the page and back', () => {
    for (let offset = 0; offset < layout.text.length; offset += 1) {
      const place = index.positionFrom(offset);
      const back = place && index.offsetOf(place.node, place.offset);
      expect(back).toBe(layout.text[offset] === '\n' ? layout.text.indexOf('Four') : offset);
    }
  });

  it('makes DOM ranges that hold exactly the text asked for', () => {
    const range = index.toDomRange({ start: 4, end: 7 });
    expect(range?.toString()).toBe('two');
    expect(index.toDomRange({ start: 13, end: 15 })).toBeNull();
  });

  it('draws what is on the page of a range that reaches into what is not', () => {
    index.detach({ start: 15, end: 19 });
    expect(index.toDomRange({ start: 8, end: 19 })?.toString()).toBe('three');
  });

  it('reads a selection back as the span that was written', () => {
    const selection = getSelection();
    if (!selection) throw new Error('no selection');
    writeSelection(index, selection, { anchor: 5, focus: 17 });
    expect(readSelection(index, article, selection)).toEqual({ anchor: 5, focus: 17 });
  });

  it('clamps a selection that begins above the article or ends below it', () => {
    const selection = getSelection();
    const title = document.querySelector('h1')?.firstChild;
    const foot = document.querySelector('footer')?.firstChild;
    const inside = article.querySelector('strong')?.firstChild;
    if (!selection || !title || !foot || !inside) throw new Error('not set up');
    selection.setBaseAndExtent(title, 2, inside, 3);
    expect(readSelection(index, article, selection)).toEqual({ anchor: 0, focus: 7 });
    selection.setBaseAndExtent(inside, 0, foot, 2);
    expect(readSelection(index, article, selection)).toEqual({ anchor: 4, focus: layout.text.length });
  });

  it('reads nothing from a selection beside the article', () => {
    const selection = getSelection();
    const title = document.querySelector('h1')?.firstChild;
    if (!selection || !title) throw new Error('not set up');
    selection.setBaseAndExtent(title, 0, title, 3);
    expect(readSelection(index, article, selection)).toBeNull();
  });
});
