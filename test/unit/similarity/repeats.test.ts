import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutText } from '../../../src-main/common/document/canonical.ts';
import { closeTree } from '../../../src-main/common/document/close-tree.ts';
import type { Root } from '../../../src-main/common/document/tree.ts';
import { removeRanges } from '../../../src-main/common/document/without-ranges.ts';
import { findRepeats, type Repeat } from '../../../src-main/common/similarity/repeats.ts';
import { TextMaker } from '../../support/text-families.ts';

const text = (value: string) => ({ type: 'text', value });
const paragraph = (value: string) => ({ type: 'paragraph', children: [text(value)] });
const heading = (value: string) => ({ type: 'heading', depth: 2, children: [text(value)] });
const picture = (alt: string) => ({ type: 'paragraph', children: [{ type: 'image', alt, blob: null }] });
const tree = (...children: unknown[]): Root => closeTree({ type: 'root', children });

function repeatsOf(
  root: Root,
): { kind: Repeat['kind']; first: string; second: string; similarity: number }[] {
  const layout = layoutText(root);
  return findRepeats(layout).map(({ kind, first, second, similarity }) => ({
    kind,
    similarity,
    first: layout.text.slice(first.start, first.end),
    second: layout.text.slice(second.start, second.end),
  }));
}

function withoutRepeats(root: Root): string {
  const ranges = findRepeats(layoutText(root)).map(({ second }) => second);
  return layoutText(removeRanges(root, ranges)).text;
}

describe('text that stands twice', () => {
  const maker = new TextMaker(11);
  const [a, b, c, d] = [maker.sentence(40), maker.sentence(25), maker.sentence(60), maker.sentence(30)];

  it('is told as one run of paragraphs, with the headings between them', () => {
    const body = [
      heading('Costs'),
      paragraph(a),
      heading('Dates'),
      paragraph(b),
      paragraph('Short.'),
      paragraph(c),
    ];
    const root = tree(...body, paragraph(d), ...body);
    const [repeat, ...others] = repeatsOf(root);
    expect(others).toEqual([]);
    expect(repeat).toMatchObject({ kind: 'copy', similarity: 1 });
    expect(repeat?.second).toBe(['Costs', a, 'Dates', b, 'Short.', c].join('\n\n'));
    expect(withoutRepeats(root)).toBe(layoutText(tree(...body, paragraph(d))).text);
  });

  it('is found where a word was changed here and there, and says how much is the same', () => {
    const changed = c.replace(/^\S+ \S+/, 'Another beginning');
    const [repeat] = repeatsOf(tree(paragraph(c), paragraph(b), paragraph(changed)));
    expect(repeat?.second).toBe(changed);
    expect(repeat?.similarity).toBeGreaterThanOrEqual(0.9);
    expect(repeat?.similarity).toBeLessThan(1);
    expect(repeatsOf(tree(paragraph(c), paragraph(b), paragraph(maker.edited(c, 0.4))))).toEqual([]);
  });

  it('is a quotation where a sentence of a longer paragraph is set apart, before it or after', () => {
    const long = `${a} ${b} ${c}`;
    for (const root of [
      tree(paragraph(long), paragraph(b), paragraph(d)),
      tree(paragraph(b), paragraph(d), paragraph(long)),
    ]) {
      expect(repeatsOf(root)).toMatchObject([{ kind: 'quote', second: b }]);
      expect(withoutRepeats(root)).toContain(long);
    }
  });

  it('leaves the first of three, and takes out the others', () => {
    const root = tree(paragraph(a), paragraph(d), paragraph(a), paragraph(b), paragraph(a));
    expect(repeatsOf(root).map(({ second }) => second)).toEqual([a, a]);
    expect(withoutRepeats(root)).toBe([a, d, b].join('\n\n'));
  });

  it('is not what comes again by itself: headings, short lines, figures of a table, a chorus within a line', () => {
    const row = (value: string) => ({
      type: 'tableRow',
      children: [{ type: 'tableCell', header: false, children: [text(value)] }],
    });
    const figures = '10 20 30 40 50 60 70 80 90 100 110 120 130 140';
    const table = { type: 'table', align: [], children: [row(figures), row(figures)] };
    const long = 'A heading of more than twelve words that stands in this text two times over';
    expect(
      repeatsOf(
        tree(
          ...[heading(long), paragraph(a), heading(long), paragraph('Read more.'), paragraph(b)],
          ...[paragraph('Read more.'), table, paragraph('la la la la la la la la la la la la la la la la')],
        ),
      ),
    ).toEqual([]);
  });

  it('keeps a picture that stands nowhere else, and empties nothing else', () => {
    const root = tree(
      ...[paragraph(a), picture('first'), paragraph(b), paragraph(d)],
      ...[paragraph(a), picture('first'), picture('only'), paragraph(b)],
    );
    const rest = removeRanges(
      root,
      findRepeats(layoutText(root)).map(({ second }) => second),
    );
    const pictures = JSON.stringify(rest).match(/"alt":"[a-z]+"/g);
    expect(pictures).toEqual(['"alt":"first"', '"alt":"only"']);
    expect(layoutText(rest).text).toBe([a, b, d].join('\n\n'));
  });

  it('lies within units, never overlaps, and what is left has no more of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.array(fc.nat(4), { maxLength: 14 }), (seed, order) => {
        const made = new TextMaker(seed);
        const pieces = [
          made.sentence(30),
          made.sentence(14),
          made.sentence(70),
          'Short one.',
          made.sentence(20),
        ];
        const root = tree(...order.map((at) => (at === 3 ? heading('Short') : paragraph(pieces[at] ?? ''))));
        const layout = layoutText(root);
        const repeats = findRepeats(layout);
        repeats.forEach(({ first, second }, at) => {
          expect(second.start).toBeGreaterThanOrEqual(repeats[at - 1]?.second.end ?? 0);
          expect(first.end <= second.start || first.start >= second.end).toBe(true);
          expect(layout.units.some(({ start }) => start === second.start)).toBe(true);
          expect(layout.units.some(({ end }) => end === second.end)).toBe(true);
        });
        const rest = removeRanges(
          root,
          repeats.map(({ second }) => second),
        );
        const left = new Set(layoutText(rest).text.split('\n\n'));
        for (const piece of layout.text.split('\n\n'))
          if (piece !== 'Short') expect(left.has(piece)).toBe(true);
        expect(findRepeats(layoutText(rest))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is looked for in time that grows as the text does', () => {
    const time = (words: number): number => {
      const same = maker.sentence(words / 40);
      const layout = layoutText(tree(...Array.from({ length: 40 }, () => paragraph(same))));
      const start = performance.now();
      findRepeats(layout);
      return performance.now() - start;
    };
    time(4000);
    expect(time(80_000)).toBeLessThan(Math.max(50, 60 * time(8000)));
  });
});
