import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldAny, foldText, foldWithOffsets } from '../../../src-main/common/language/folding.ts';

describe('foldText', () => {
  it.each([
    ['ÉTÉ', 'ete'],
    ['Cœur ŒUVRE', 'coeur oeuvre'],
    ['İstanbul', 'istanbul'],
    ['Łódź', 'lodz'],
    ['한국어', '한국어'],
    ['สวัสดี', 'สวัสดี'],
    ['が', 'が'],
  ])('%s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('is the same for composed and decomposed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
      }),
    );
  });
});

describe('the fast way for Latin text', () => {
  it('folds as any text is folded, and so do its characters one by one', () => {
    const character = fc.oneof(fc.integer({ min: 0, max: 0x24f }), fc.integer({ min: 0x2000, max: 0x206f }));
    const text = fc.array(character, { maxLength: 12 }).map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(text, (each) => {
        expect(foldText(each)).toBe(foldAny(each));
        expect(foldWithOffsets(each).text).toBe(foldAny(each));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('foldWithOffsets', () => {
  it('keeps the places of ligatures and decomposed letters', () => {
    const { text, offsets } = foldWithOffsets('Œe\u0301x');
    expect(text).toBe('oeex');
    expect([...offsets]).toEqual([0, 0, 1, 3, 4]);
  });

  it('has one rising offset for each unit and one for the end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (original) => {
        const { text, offsets } = foldWithOffsets(original);
        expect(offsets).toHaveLength(text.length + 1);
        expect(offsets.at(-1)).toBe(original.length);
        expect([...offsets]).toEqual([...offsets].toSorted((a, b) => a - b));
      }),
    );
  });
});
