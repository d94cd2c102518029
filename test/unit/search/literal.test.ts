import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsLiteral, findLiteral, toLiteral } from '../../../src-main/core/search/answer/literal.ts';

const find = (text: string, phrase: string) =>
  findLiteral(text, toLiteral(phrase)).map(([start, end]) => text.slice(start, end));

describe('a phrase', () => {
  it.each([
    ['De  la\u00a0Terre', 'de la', ['De  la']],
    ['« L’ÉTÉ » et l\u2018ete', "l'été", ['L’ÉTÉ', 'l\u2018ete']],
    ['un cœur, un Coeur', 'coeur', ['cœur', 'Coeur']],
    ['le cœur de la mer', 'de la mer', ['de la mer']],
    ['modela, de lait, « de la »', 'de la', ['de la']],
    ['46.7 % ou 46,70', '46,7', ['46.7', '46,70']],
    ['ex\u00adport de gaz', 'export de', ['ex\u00adport de']],
    ['美国放宽出口管制', '出口', ['出口']],
    ['a+b=c', '+b=', ['+b=']],
    ['rien', '出口', []],
  ])('in %j: %j', (text, phrase, found) => {
    expect(find(text, phrase)).toEqual(found);
    expect(containsLiteral(text, toLiteral(phrase))).toBe(found.length > 0);
  });
});

describe('the fast way through Latin text', () => {
  const pieces = [
    'de',
    'la',
    'É',
    'e',
    'ô',
    'x',
    '2',
    ' ',
    '  ',
    '\u00a0',
    '\u202f',
    '\t',
    "'",
    '’',
    '“',
    '»',
    '-',
    '.',
    '¨',
    'µ',
    'İ',
  ];
  const latin = fc.array(fc.constantFrom(...pieces), { maxLength: 16 }).map((all) => all.join(''));

  it('finds what folding the text finds, at the same places', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(latin, latin, (text, phrase) => {
        const literal = toLiteral(phrase);
        const slow = { ...literal, pattern: null };
        expect(findLiteral(text, literal)).toEqual(findLiteral(text, slow));
        expect(containsLiteral(text, literal)).toBe(containsLiteral(text, slow));
      }),
      { numRuns: 3000 },
    );
  });
});
