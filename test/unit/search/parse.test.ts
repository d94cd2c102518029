/** From what is typed to words and phrases: whatever it is, within bounds, and scored as lunr would. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileQuery } from '../../../src-main/core/search/query/compile.ts';
import type { SearchDocument } from '../../../src-main/core/search/documents.ts';
import { FIELDS } from '../../../src-main/core/search/analysis/fields.ts';
import { buildParts, LiveIndex } from '../../../src-main/core/search/index/live-index.ts';
import { parseQuery } from '../../../src-main/core/search/query/parse.ts';
import { askParsed, buildStock } from '../../support/stock-lunr.ts';

/** Everything that means something to lunr's lexer, to ours, or to neither. */
const PIECES = [
  ...[
    '+',
    '-',
    '*',
    '~',
    '^',
    ':',
    '\\',
    '"',
    '“',
    '”',
    '«',
    '»',
    '„',
    '(',
    ')',
    "'",
    '’',
    '/',
    '|',
    '.',
    ',',
  ],
  ...[' ', '  ', '\u00a0', '\u202f', '\t', '\n', '\r\n', '\u2028', '\0', '\u200b', '\ufeff', '\u0301'],
  ...['😀', '👩‍👩‍👧', '\ud83d', '\ude00', 'שלום', 'مرحبا', '\u202e', '日本語', 'ไทย', 'ﬀ', 'İ', 'ß', 'œ', 'é'],
  ...['title', 'titre:', 'text:', 'nope:', 'constructor', '__proto__', 'toString:', 'eau', 'le', 'sanction'],
  ...[
    '12',
    '46,7',
    '300 000',
    '٣',
    '~2',
    '~99',
    '~1e9',
    '^3',
    '^1e99',
    '^99999999999999999999',
    'a'.repeat(70),
  ],
];
const query = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 40 })
  .map((pieces) => pieces.join(''))
  .chain((text) => fc.constantFrom(text, text.repeat(30)));

describe('any query', () => {
  it.each([false, true])('is read within bounds (typing: %s)', { timeout: 60_000 }, (typing) => {
    fc.assert(
      fc.property(query, (text) => {
        const { words, phrases } = parseQuery(text, typing);
        expect(words.length).toBeLessThanOrEqual(64);
        expect(phrases.length).toBeLessThanOrEqual(8);
        for (const { term, distance, boost, fields, kind } of words) {
          expect(term.length).toBeLessThanOrEqual(1000);
          expect(distance).toBeLessThanOrEqual(2);
          expect(Number.isFinite(boost)).toBe(true);
          expect(fields.length).toBeGreaterThan(0);
          expect(kind === 'wildcard').toBe(term.includes('*'));
          expect(term.split('*').length - 1).toBeLessThanOrEqual(4);
        }
        if (text.length > 1000) return;
        // Something is looked for unless nothing was said.
        expect(words.length + phrases.length > 0).toBe(text.trim() !== '');
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [
      'hundreds of words that lunr takes for one',
      Array.from({ length: 480 }, (_none, at) => `${at % 10}${at}`).join('/'),
    ],
    ['a million letters', 'a'.repeat(1_000_000)],
    ['a million quotes', '"'.repeat(1_000_000)],
    ['a million signs', '+-*~^:\\'.repeat(150_000)],
    ['a million open phrases', '«a '.repeat(333_333)],
  ])('of %s is bounded', (_name, text) => {
    for (const typing of [false, true]) {
      const { words, phrases, cut } = parseQuery(text, typing);
      expect(words.length + phrases.length).toBeLessThanOrEqual(72);
      expect(cut).toBe(true);
    }
  });

  it('that lunr rejects is its plain words', () => {
    for (const text of [
      'nope:eau dam',
      'eau~ dam',
      'eau^x dam',
      '++eau dam',
      'eau~1~x dam',
      'title:+eau dam',
    ]) {
      const { plain, words } = parseQuery(text, false);
      expect(plain, text).toBe(true);
      expect(
        words.map(({ term }) => term),
        text,
      ).toEqual(expect.arrayContaining(['eau', 'dam']));
      expect(words.every(({ presence, distance }) => presence === 'optional' && distance === 0)).toBe(true);
    }
  });
});

describe('words that are asked for several times', () => {
  const WORDS = ['eau', 'dam', 'prix', 'police', 'sanction', 'barrage'];
  const documents = Array.from({ length: 60 }, (_none, at): SearchDocument => {
    const pick = (step: number) => WORDS[(at * step + step) % WORDS.length] ?? '';
    const place = { sourceId: null, versionId: null, start: null, end: null };
    return {
      entry: { kind: 'note', id: `n${at}`, language: 'fr', ...place },
      title: '',
      texts: { text: [pick(1), pick(5), pick(7), pick(at)].join(' '), tag: pick(3) },
    };
  });
  const index = new LiveIndex(buildParts(documents));
  const stock = buildStock(documents);
  const clause = fc
    .tuple(
      fc.constantFrom('', '', '+', '-'),
      fc.constantFrom('', 'text:', 'tag:'),
      fc.constantFrom(...WORDS, 'po*', '*a*', 'saction~1'),
      fc.constantFrom('', '^2', '^3'),
    )
    .map((parts) => parts.join(''));

  it('weigh their sum, as in stock lunr, and are one word', () => {
    fc.assert(
      fc.property(
        fc.array(clause, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 2, max: 6 }),
        (some, times) => {
          const all = Array.from({ length: times }, () => some).flat();
          const parsed = parseQuery(all.join(' '), false);
          expect(parsed.words.length).toBeLessThanOrEqual(some.length);
          const { clauses } = compileQuery(parsed, index.vocabulary);
          const { page } = index.search(clauses, { accepts: null, from: 0, to: Infinity });
          const each = all.flatMap((one) => parseQuery(one, false).words);
          const expected = askParsed(stock, { words: each, phrases: [] });
          expect(page.map(({ entry }) => entry.id)).toEqual(expected.map(({ id }) => id));
          page.forEach(({ score }, rank) => {
            expect(score).toBeCloseTo(expected[rank]?.score ?? -1, 9);
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are few, however often they are repeated', () => {
    expect(parseQuery('*a*e*i*o* '.repeat(64), false).words).toHaveLength(1);
    expect(parseQuery('Eau eau ÉAU', false).words).toMatchObject([{ term: 'eau', boost: 3 }]);
    expect(parseQuery('eau title:eau +eau -eau eau~1 eau*', false).words).toHaveLength(6);
  });
});

it('says of a star with a distance that one of them is left out', () => {
  expect(parseQuery('chat*~1', false)).toMatchObject({ cut: true, words: [{ term: 'chat*', distance: 0 }] });
  expect(parseQuery('chat*', false).cut).toBe(false);
});

describe('a common word', () => {
  it('takes no other with it that is written nearly so', () => {
    for (const text of ['the thé vert', 'thé the vert', 'vert thé THE']) {
      const words = parseQuery(text, false).words.map(({ typed, boost }) => `${typed}^${boost}`);
      expect(words.toSorted()).toEqual(['thé^1', 'vert^1']);
    }
  });
});

describe('a quote that is still open', () => {
  it.each(['"prix du', 'prix dam "prix du', '« prix du', '“prix du', '„prix du'])(
    'while typing asks for all its words, the last unfinished: %s',
    (text) => {
      const { words, phrases, plain, cut } = parseQuery(text, true);
      expect({ phrases, plain, cut }).toEqual({ phrases: [], plain: false, cut: false });
      expect(words.slice(-2)).toMatchObject([
        { term: 'prix', presence: 'required', unfinished: false },
        { term: 'du', presence: 'required', unfinished: true },
      ]);
    },
  );

  it('keeps its field, and excludes nothing before it is closed', () => {
    expect(parseQuery('titre:"prix d', true).words).toMatchObject([
      { term: 'prix', fields: ['title'] },
      { term: 'd', fields: ['title'], unfinished: true },
    ]);
    expect(parseQuery('eau -"prix d', true).words).toMatchObject([{ term: 'eau', presence: 'optional' }]);
    expect(parseQuery('eau "', true).words).toMatchObject([{ term: 'eau', unfinished: false }]);
  });

  it('that nobody goes on with stands for nothing', () => {
    expect(parseQuery('"prix eau', false).words).toMatchObject([
      { term: 'prix', presence: 'optional', fields: FIELDS },
      { term: 'eau', presence: 'optional' },
    ]);
    expect(parseQuery('un écran de 5" eau', true).words).toMatchObject([
      ...[{ term: 'ecran' }, { term: '5' }],
      { term: 'eau', presence: 'optional' },
    ]);
  });

  it('once closed finds no more than it did', () => {
    const documents = ['le prix du blé', 'du prix', 'prix durable', 'blé'].map(
      (text, at): SearchDocument => ({
        entry: {
          kind: 'note',
          id: `n${at}`,
          language: 'fr',
          sourceId: null,
          versionId: null,
          start: null,
          end: null,
        },
        title: '',
        texts: { text },
      }),
    );
    const index = new LiveIndex(buildParts(documents));
    const find = (text: string) => {
      const { clauses } = compileQuery(parseQuery(text, true), index.vocabulary);
      return index.search(clauses, { accepts: null, from: 0, to: 9 }).page.map(({ entry }) => entry.id);
    };
    expect(find('"prix du').toSorted()).toEqual(['n0', 'n1', 'n2']);
    expect(find('"prix du"').toSorted()).toEqual(['n0', 'n1']);
  });
});
