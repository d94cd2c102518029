import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countWords,
  tokenise,
  tokeniseByPattern,
  tokeniseSome,
} from '../../../src-main/common/language/tokens.ts';

const terms = (text: string) => tokenise(text).map(({ term }) => term);

describe('tokenise', () => {
  it.each([
    ["l’exportation et l'export", ['exportation', 'et', 'export']],
    ['L’ÉTÉ jusqu’ici, qu’il n’y a', ['ete', 'ici', 'il', 'y', 'a']],
    ['aujourd’hui, don’t, Nvidia’s, O’Brien', ['aujourdhui', 'dont', 'nvidia', 'obrien']],
    ['détente œuvre cœur ﬁn straße', ['detente', 'oeuvre', 'coeur', 'fin', 'strasse']],
    ['46,7 milliards, 46.7 billion', ['46.7', 'milliards', '46.7', 'billion']],
    ['300 000 300\u00a0000 300\u202f000'.replaceAll('000 ', '000; '), ['300000', '300000', '300000']],
    ['300,000 and 300000', ['300000', 'and', '300000']],
    ['près de 10x, 2,5x, 10×', ['pres', 'de', '10x', '2.5x', '10x']],
    ['$4.5bn, 15 %, 20th, 5nm', ['4.5', 'bn', '15', '20th', '5nm']],
    ['H20, B30A, GPT-4', ['h20', 'b30a', 'gpt', '4']],
    ['porte-parole week-end', ['porte', 'parole', 'week', 'end']],
    ['U.S. et U.S.A.', ['us', 'et', 'usa']],
    ['ex\u00adport', ['export']],
    ['m² E\u0301te\u0301', ['m2', 'ete']],
    ["« »  — … '", []],
  ])('%s', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it('splits scripts without spaces by dictionary, also beside Latin letters', () => {
    expect(terms('iPhone用户')).toEqual(['iphone', '用户']);
    expect(terms('สวัสดีชาวโลก').length).toBeGreaterThan(1);
  });

  it('points at what the term stands for', () => {
    const text = 'Selon l’Étude : 300 000.';
    expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Selon',
      'Étude',
      '300 000',
    ]);
  });

  it('cuts a term that would never end', () => {
    expect(terms('a'.repeat(1000))).toEqual(['a'.repeat(64)]);
    for (const term of terms(`a${'𝒳'.repeat(100)}`)) expect(term.isWellFormed()).toBe(true);
  });

  it('gives ordered, separate, non-empty tokens for any text, and countWords agrees', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        let last = 0;
        for (const { term, start, end } of tokenise(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(term).not.toBe('');
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        expect(countWords(text)).toBeGreaterThanOrEqual(tokenise(text).length);
      }),
    );
  });

  it('is the same for composed and decomposed text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('é', 'ç', 'a', ' ', '’', 'œ', 'Ü'), maxLength: 30 }),
        (text) => {
          expect(terms(text.normalize('NFD'))).toEqual(terms(text));
        },
      ),
    );
  });
});

describe('the fast way through Latin text', () => {
  const pieces = [
    ...[
      'a',
      'Z',
      'é',
      'Œ',
      'ŉ',
      'ß',
      'İ',
      'ſ',
      'Ŀ',
      'µ',
      'ª',
      'x',
      '×',
      '0',
      '12',
      '300',
      '000',
      '²',
      '½',
      'l',
      'qu',
      's',
    ],
    ...[
      "'",
      '’',
      'ʼ',
      '＇',
      '.',
      ',',
      '-',
      ' ',
      '\u00a0',
      '\u202f',
      '\u00ad',
      '\u200d',
      '\u200b',
      '\u0301',
      '«',
      '…',
    ],
    ...['用户', 'ー', 'я', '😀', '𝒳', '\ud800', '\udc00', '\u2070', 'aujourd', 'exportation', 'U.S.', '46,7'],
  ];
  const mixed = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((all) => all.join(''));

  it('gives what the pattern gives', { timeout: 60_000 }, () => {
    for (const text of [
      mixed,
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme' }),
    ]) {
      fc.assert(
        fc.property(text, (each) => {
          expect(tokenise(each)).toEqual(tokeniseByPattern(each));
        }),
        { numRuns: 1000 },
      );
    }
  });

  it('passes over only what begins otherwise than is wanted', { timeout: 60_000 }, () => {
    const initials = fc.uniqueArray(fc.constantFrom<string>('a', 'e', 'l', 'o', 's', 'u', 'b'), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(mixed, initials, (text, wanted) => {
        const isWanted = (letter: string) => wanted.includes(letter.toLowerCase());
        const some = tokeniseSome(text, (unit) => unit >= 128 || isWanted(String.fromCharCode(unit)));
        const all = tokenise(text);
        expect(all).toEqual(expect.arrayContaining([...some]));
        expect(some).toEqual(
          expect.arrayContaining(all.filter(({ term }) => isWanted(term.charAt(0)) && /^\p{L}/u.test(term))),
        );
      }),
      {
        numRuns: 2000,
        examples: [
          ["l'exportation d’l’usage", ['e']],
          ['d’l’usage', ['u']],
        ],
      },
    );
  });

  it('also for each character of the alphabet alone, in a word and after one', { timeout: 60_000 }, () => {
    for (let code = 0; code < 0x3000; code += 1) {
      const character = String.fromCharCode(code);
      for (const text of [character, `ab${character}cd`, `l'${character}`, `${character}'s`]) {
        expect(tokenise(text), text).toEqual(tokeniseByPattern(text));
      }
    }
  });

  it('also for what the pattern has bounds for', () => {
    for (const text of [
      'a'.repeat(9000),
      "a'".repeat(40),
      `é${'b'.repeat(4095)}c`,
      `${'a'.repeat(4096)}.b`,
    ]) {
      expect(tokenise(text)).toEqual(tokeniseByPattern(text));
    }
  });
});
