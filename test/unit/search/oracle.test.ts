/** The index answers what stock lunr, built over the same documents, answers. */
import * as fc from 'fast-check';
import lunr from 'lunr';
import { expect, it } from 'vitest';
import { indexTerms } from '../../../src-main/core/search/analysis/analysis.ts';
import type { SearchDocument } from '../../../src-main/core/search/documents.ts';
import { shareEffort } from '../../../src-main/core/search/index/effort.ts';
import { FIELDS } from '../../../src-main/core/search/analysis/fields.ts';
import { buildParts, LiveIndex } from '../../../src-main/core/search/index/live-index.ts';
import type { TermClause } from '../../../src-main/core/search/index/search-index.ts';
import { askTerms, buildStock } from '../../support/stock-lunr.ts';

const WORDS = [
  'sanction',
  'sanctions',
  'détente',
  'radiations',
  'le',
  'prix',
  '46,7',
  'police',
  'policy',
  'élevées',
];
const word = fc.constantFrom(...WORDS);
const phrase = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const texts = fc.record(
  { title: phrase, text: phrase, quotation: phrase, note: phrase, tag: phrase, statement: phrase },
  { requiredKeys: [] },
);
const documents = fc.array(texts, { minLength: 1, maxLength: 12 }).map((all) =>
  all.map((each, at): SearchDocument => {
    const place = { sourceId: null, versionId: null, start: null, end: null };
    return { entry: { kind: 'note', id: `n${at}`, language: 'fr', ...place }, title: '', texts: each };
  }),
);
const term = fc.constantFrom(...WORDS.flatMap((each) => indexTerms(each, 'fr')));
const clause: fc.Arbitrary<TermClause> = fc.record({
  terms: fc.uniqueArray(term, { minLength: 1, maxLength: 3 }),
  fields: fc.oneof(
    fc.constant(FIELDS),
    fc.constantFrom(...FIELDS).map((field) => [field]),
  ),
  boost: fc.integer({ min: 1, max: 4 }),
  presence: fc.constantFrom('optional', 'required', 'prohibited'),
});

const ALL = { accepts: null, from: 0, to: Infinity };

it('finds the same documents with the same scores', () => {
  fc.assert(
    fc.property(documents, fc.array(clause, { maxLength: 4 }), (all, clauses) => {
      const index = new LiveIndex(buildParts(all));
      const known = clauses
        .map((each) => ({ ...each, terms: each.terms.filter((one) => index.vocabulary.has(one)) }))
        .filter(({ terms }) => terms.length > 0);
      const expected = new Map(askTerms(buildStock(all), known).map(({ id, score }) => [id, score]));
      const found = new Map(index.search(known, ALL).page.map(({ entry, score }) => [entry.id, score]));
      expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
      for (const [id, score] of found) expect(score).toBeCloseTo(expected.get(id) ?? -1, 9);
    }),
    { numRuns: 300 },
  );
});

it('expands wildcards and misspellings as lunr does', () => {
  const all: SearchDocument[] = [
    {
      entry: {
        kind: 'note',
        id: 'n',
        language: 'fr',
        sourceId: null,
        versionId: null,
        start: null,
        end: null,
      },
      title: '',
      texts: { text: 'radiation radiateur radial ration gradation à la carte, aaa bab aba abab' },
    },
  ];
  const { vocabulary } = new LiveIndex(buildParts(all));
  const effort = () => shareEffort(1)();
  // lunr's types declare these on its instances.
  const sets = lunr.TokenSet as unknown as Pick<lunr.TokenSet, 'fromArray' | 'fromString'>;
  const stock = sets.fromArray([...vocabulary.wildcard('*', effort()).terms].sort());
  for (const pattern of ['radi*', '*', '*a*', '*ation', 'r*n', 'a*a', 'ab*ab', '*a*a*', 'ra*i*n', 'x*']) {
    const expected = stock.intersect(sets.fromString(pattern)).toArray();
    expect([...vocabulary.wildcard(pattern, effort()).terms].sort(), pattern).toEqual(expected.sort());
  }
  expect(vocabulary.near('raidation', 1, effort()).terms).toContain('radiation');
  expect(vocabulary.near('gradiation', 1, effort()).terms).toEqual(
    expect.arrayContaining(['radiation', 'gradation']),
  );
});

it('gives shares that add up to the score, field by field', () => {
  fc.assert(
    fc.property(documents, fc.array(clause, { minLength: 1, maxLength: 3 }), (all, clauses) => {
      const index = new LiveIndex(buildParts(all));
      for (const { score, shares } of index.search(clauses, ALL).page) {
        const sum = shares().reduce((total, share) => total + share.score, 0);
        expect(sum).toBeCloseTo(score, 9);
      }
    }),
  );
});
