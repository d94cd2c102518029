/** Thousands of elements without text in a row, which the converter would look past for each of them. */
import { expect, it } from 'vitest';
import type { Element, ElementContent } from 'hast';
import { dropHollow } from '../../../src-main/core/capture/html/hollow.ts';
import { capture } from './capture.ts';

const text = (value: string): ElementContent => ({ type: 'text', value });
const make = (tagName: string, ...children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});
const many = (count: number, each: () => ElementContent): ElementContent[] =>
  Array.from({ length: count }, each);
const swept = (...children: ElementContent[]): ElementContent[] => {
  const tree = make('p', ...children);
  dropHollow(tree);
  return tree.children;
};

it('leaves the white space of a long row without text, and nothing where there was none', () => {
  const [one, two] = [text('one'), text('two')];
  expect(swept(one, ...many(1000, () => make('a')), two)).toEqual([one, two]);
  expect(swept(one, ...many(60, () => make('b', text('\n'))), two)).toEqual([
    one,
    text('\n'.repeat(60)),
    two,
  ]);
});

it('counts what is within each other', () => {
  const nest = (depth: number): Element => (depth === 0 ? make('b') : make('b', nest(depth - 1), nest(0)));
  expect(swept(text('one'), nest(100))).toEqual([text('one')]);
});

it('keeps what is seen without text, a no-break space, and rows as pages have them', () => {
  for (const tag of ['img', 'br', 'td', 'dossier:call']) {
    const row = many(100, () => make(tag));
    expect(swept(...row)).toEqual(row);
  }
  const spaces = many(100, () => make('b', text('\u00a0')));
  expect(swept(...spaces)).toEqual(spaces);
  const few = many(20, () => make('a', text(' ')));
  expect(swept(...few)).toEqual(few);
});

it('takes the text after two thousand links that are within each other', async () => {
  const page = `<title>Deep</title><article><h1>Deep</h1>${'<a>'.repeat(2000)}A text that is worth reading.`;
  const { text: taken } = await capture(page, { fileName: 'deep.html' });
  expect(taken).toContain('A text that is worth reading.');
});
