import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashShingles } from '../../../src-main/common/similarity/shingles.ts';
import {
  estimateJaccard,
  makeSignature,
  overlapOf,
  type Signature,
} from '../../../src-main/common/similarity/signature.ts';
import { readWords } from '../../../src-main/common/similarity/words.ts';
import { TextMaker } from '../../support/text-families.ts';

const sign = (text: string): Signature => makeSignature(readWords(text));

function trueJaccard(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => new Set(hashShingles(readWords(text).terms)));
  if (!a || !b) return 0;
  const shared = [...a].filter((hash) => b.has(hash)).length;
  return shared / (a.size + b.size - shared);
}

describe('words as numbers', () => {
  it('do not depend on case, accents, types, or where a long text is cut', () => {
    const terms = (text: string): number[] => [...readWords(text).terms];
    expect(terms('L’ÉTÉ « coûte » 46,7')).toEqual(terms("l'ete coute 46.7"));
    const maker = new TextMaker(1);
    const text = maker.article(9000, 'fr');
    const { terms: all, starts, ends } = readWords(text);
    expect(all).toHaveLength(text.split(/\s+/).length);
    expect(text.slice(starts[8123], ends[8123])).toMatch(/^\p{L}+$/u);
  });

  it('take an endless line without a space', () => {
    expect(readWords('a'.repeat(200_000)).count).toBeGreaterThan(0);
    expect(readWords('').count).toBe(0);
  });
});

describe('a signature', () => {
  it('is the same sample for every text: that of a part is in that of the whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 50, max: 700 }), (seed, words) => {
        const maker = new TextMaker(seed);
        const part = maker.article(words);
        const whole = `${maker.article(600)}\n\n${part}\n\n${maker.article(500)}`;
        const { one, shared } = overlapOf(sign(part), sign(whole));
        expect(shared).toBe(one);
      }),
      { numRuns: 60 },
    );
  });

  it('estimates Jaccard within 0.1 in nineteen cases of twenty where it keeps some 128 hashes', () => {
    const cases = Array.from({ length: 100 }, (_, seed) => {
      const maker = new TextMaker(seed + 1);
      const one = maker.article(2050);
      const other = maker.edited(one, (seed % 10) / 20);
      const [a, b] = [sign(one), sign(other)];
      expect(a.hashes.length).toBeGreaterThan(80);
      expect(a.hashes.length).toBeLessThan(180);
      return Math.abs(estimateJaccard(overlapOf(a, b)) - trueJaccard(one, other));
    });
    expect(cases.filter((error) => error <= 0.1).length).toBeGreaterThanOrEqual(95);
  });

  it('keeps some of a short text, more of a long one, and never more than some thousands', () => {
    const maker = new TextMaker(3);
    expect(sign(maker.article(60)).hashes.length).toBeGreaterThan(20);
    const long = sign(maker.article(40_000));
    expect([long.scale, long.hashes.length > 900]).toEqual([4, true]);
    expect(sign('la la li la '.repeat(5000)).hashes.length).toBeGreaterThan(2);
    const endless = sign(maker.article(300_000));
    expect([endless.scale > 4, endless.hashes.length <= 4096]).toEqual([true, true]);
  });

  it('of a text below fifty words is one hash of all of it', () => {
    const text = 'A short notice of some words.';
    expect(sign(text).hashes).toHaveLength(1);
    expect(sign(text)).toEqual(sign('a short NOTICE of some words'));
    expect(sign(text)).not.toEqual(sign('A short notice of many words.'));
    expect(sign('…')).toMatchObject({ words: 0, hashes: new Uint32Array() });
  });
});
