import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FoldedText } from '../../../src-main/common/document/folded-text.ts';
import { findQuotation } from '../../../src-main/common/document/quote-match.ts';
import { describeRange } from '../../../src-main/common/document/selectors.ts';

/** The text that stands where the quotation was found. */
function found(text: string, quote: string): string | null {
  const match = findQuotation(text, { quote });
  return match.kind === 'found' ? text.slice(match.start, match.end) : null;
}

describe('findQuotation', () => {
  it.each([
    ['spaces', 'près de 300\u202f000\u00a0GPU\n\nH20', '300 000 GPU H20'],
    ['quotation marks', 'a dit «\u00a0oui, bien sûr\u00a0» hier', '"oui, bien sûr" hier'],
    ['curly quotation marks', 'said “yes, ‘indeed’” then', '"yes, \'indeed\'"'],
    ['apostrophes', 'l’exportation', "l'exportation"],
    ['composed letters', 'l\u2019e\u0301te\u0301 indien', "l'été indien"],
    ['decomposed letters', 'l’été indien', "l'e\u0301te\u0301 indien"],
    ['soft hyphens', 'l’expor\u00adtation', 'exportation'],
    ['Hangul letters', '한국어', '한국어'.normalize('NFD')],
  ])('ignores %s', (_, text, quote) => {
    expect(found(text, quote)).not.toBeNull();
  });

  it('takes no blank at the ends, and no invisible character', () => {
    expect(found('a bc\u00ad d', ' bc ')).toBe('bc');
    expect(found('dit « oui » et', '" oui "')).toBeNull();
    expect(found('dit « oui » et', '« oui »')).toBe('« oui »');
    expect(found('dit « oui » et', 'oui')).toBe('oui');
  });

  it('finds no letter without its accent', () => {
    expect(findQuotation('un cafe\u0301', { quote: 'cafe' })).toEqual({ kind: 'absent' });
    expect(findQuotation('un café', { quote: 'cafe' })).toEqual({ kind: 'absent' });
    expect(findQuotation('un café', { quote: '' })).toEqual({ kind: 'absent' });
    expect(findQuotation('un café', { quote: '  \n' })).toEqual({ kind: 'absent' });
  });

  it('chooses among several by what stands beside them', () => {
    const text = 'Le H20 est vendu. Le H20 est interdit. Un H20 attend.';
    expect(findQuotation(text, { quote: 'H20' })).toMatchObject({ kind: 'ambiguous', count: 3 });
    expect(findQuotation(text, { quote: 'H20', suffix: ' est interdit' })).toMatchObject({
      start: 21,
      anchor: 'exact',
    });
    expect(findQuotation(text, { quote: 'H20', prefix: 'vendu.\u00a0Le ' })).toMatchObject({
      start: 21,
      anchor: 'exact',
    });
    expect(findQuotation(text, { quote: 'H20', prefix: 'Un', suffix: 'nobody' })).toMatchObject({
      start: 42,
      anchor: 'moved',
    });
    expect(findQuotation(text, { quote: 'H20', prefix: 'Le' })).toMatchObject({
      kind: 'ambiguous',
      count: 2,
    });
    expect(findQuotation(text, { quote: 'H20', prefix: 'No' })).toMatchObject({
      kind: 'ambiguous',
      count: 3,
    });
  });

  it('takes a single occurrence in another context as moved', () => {
    expect(findQuotation('Le H20 est vendu.', { quote: 'H20', prefix: 'Un' })).toMatchObject({
      start: 3,
      anchor: 'moved',
    });
  });

  it('takes the nearest to where it should be', () => {
    expect(findQuotation('ab ab ab', { quote: 'ab', near: 4 })).toEqual({
      kind: 'found',
      start: 3,
      end: 5,
      anchor: 'exact',
    });
  });

  it('finds any range again by its own selector, however its text was written', () => {
    const unit = fc.constantFrom(
      'é',
      'e',
      'a',
      ' ',
      '\n',
      '’',
      '«',
      '»',
      '\u00a0',
      '\u00ad',
      '"',
      '𝒳',
      'ç',
      '한',
      'œ',
    );
    const retype = (text: string) =>
      text.normalize('NFD').replaceAll('’', "'").replaceAll('\n', ' \u202f').replaceAll('\u00ad', '');
    fc.assert(
      fc.property(
        fc.string({ unit, minLength: 1, maxLength: 120 }),
        fc.nat(),
        fc.nat(),
        (text, first, second) => {
          const [start = 0, end = 0] = [first % text.length, second % text.length].toSorted((a, b) => a - b);
          const { exact, prefix, suffix } = describeRange(text, start, end);
          fc.pre(exact.isWellFormed() && new FoldedText(exact).text.trim() !== '');
          const match = findQuotation(text, {
            quote: retype(exact),
            prefix: retype(prefix),
            suffix: retype(suffix),
            near: start,
          });
          expect(match).toMatchObject({ kind: 'found', anchor: 'exact' });
          if (match.kind !== 'found') return;
          const fold = (value: string) => new FoldedText(value).text.trim();
          expect(fold(text.slice(match.start, match.end))).toBe(fold(exact));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps one rising offset for each folded unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = new FoldedText(text);
        expect(new FoldedText(text.normalize('NFD')).text).toBe(folded.text);
        let last = 0;
        for (let at = 0; at <= folded.text.length; at += 1) {
          const { end } = folded.toOriginal(0, at);
          expect(end).toBeGreaterThanOrEqual(last === 0 ? 0 : last);
          last = end;
        }
        expect(new FoldedText(folded.text).text).toBe(folded.text);
      }),
    );
  });
});
