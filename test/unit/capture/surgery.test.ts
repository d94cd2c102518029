import { describe, expect, it } from 'vitest';
import { nameOf, STAMP } from '../../../src-main/core/capture/html/blocks.ts';
import { buildPage } from '../../../src-main/core/capture/html/dom.ts';
import { findKept } from '../../../src-main/core/capture/html/kept.ts';
import { Surgery } from '../../../src-main/core/capture/html/surgery.ts';

const PIECES = 200;
const times = (html: string) => html.repeat(PIECES);

function open(html: string) {
  const { document, blocks } = buildPage(`<div id="content">${html}</div>`, true);
  const content = document.querySelector('#content') as Element;
  return { content, blocks, surgery: new Surgery(content, blocks, findKept(blocks, content)) };
}

/** How often all the words of an element are read. */
function countReadings(element: Element): () => number {
  let count = 0;
  const words = element.textContent;
  Object.defineProperty(element, 'textContent', { get: () => ((count += 1), words) });
  return () => count;
}

describe('pieces that are taken out of a page', () => {
  it('go with what is empty without them, as far out as it is', () => {
    const { content, blocks, surgery } = open(
      `<section><p>Text</p></section><section>${times('<div><div><p>x</p></div></div>')}</section>`,
    );
    surgery.remove(blocks.slice(1));
    expect(content.innerHTML).toBe(`<section><p ${STAMP}="0">Text</p></section>`);
  });

  it.each([
    ['side by side', '<p>x</p>'],
    ['each in a row of its own', '<div><p>x</p></div>'],
  ])('do not have all around them read for each of them: %s', (_how, piece) => {
    const { content, blocks, surgery } = open(`<section><p>Text</p>${times(piece)}</section>`);
    const readings = countReadings(content.firstElementChild as Element);
    surgery.remove(blocks.slice(1));
    expect(readings()).toBeLessThan(3);
  });
});

/** How often it is asked for a piece. */
class CountedMap extends Map<number, Element> {
  asked = 0;
  override get(id: number): Element | undefined {
    this.asked += 1;
    return super.get(id);
  }
}

describe('pieces that are put into a page', () => {
  it('stand in its order, before the next that is there and still in it', () => {
    const { content, blocks, surgery } = open('<div><p>a</p><p>b</p><p>c</p><p>d</p></div><p>e</p>');
    for (const at of [0, 2, 4]) content.querySelector(`[${STAMP}="${at}"]`)?.remove();
    surgery.insert([0, 2, 4].flatMap((at) => blocks[at] ?? []));
    expect(content.textContent).toBe('abcde');
  });

  it('do not have all below them looked through for each of them', () => {
    const { content, blocks } = open(`<div><p>Text</p>${times('<p>x</p>')}</div>`);
    const kept = new CountedMap([...findKept(blocks, content)].slice(0, 1));
    new Surgery(content, blocks, kept).insert(blocks.slice(1));
    expect(kept.asked).toBeLessThan(3 * PIECES);
  });
});

describe('the name of an element', () => {
  it('is only so long that each piece within can ask for it', () => {
    const { blocks } = open(`<div class="${'signature-'.repeat(100_000)}"><p>Text</p></div>`);
    expect(nameOf(blocks[0]?.holder.parent ?? null)).toHaveLength(1000);
  });
});
