/** The index in memory answers what stock lunr, built over the same documents, answers. */
import * as fc from 'fast-check';
import lunr from 'lunr';
import { expect, it } from 'vitest';
import { indexTerms } from '../../../src-main/core/search/analysis.ts';
import type { SearchDocument } from '../../../src-main/core/search/documents.ts';
import { FIELD_BOOSTS, FIELDS } from '../../../src-main/core/search/fields.ts';
import { buildIndex } from '../../../src-main/core/search/memory-index.ts';
import type { TermClause } from '../../../src-main/core/search/search-index.ts';
import { expandFuzzy, expandWildcard } from '../../../src-main/core/search/vocabulary.ts';

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

type StockBuilder = lunr.Builder & { fieldLengths: Record<string, number>; fieldTermFrequencies: object };

/** lunr's own builder and index; only fields that a document does not have are taken out before it averages. */
function buildStock(all: readonly SearchDocument[]): lunr.Index {
  const builder = new lunr.Builder() as StockBuilder;
  builder.tokenizer = ((text: string | null) =>
    indexTerms(text ?? '', 'fr').map((each) => new lunr.Token(each, {}))) as typeof lunr.tokenizer;
  for (const field of FIELDS) builder.field(field, { boost: FIELD_BOOSTS[field] });
  for (const { entry, texts: fields } of all) builder.add({ id: entry.id, ...fields });
  for (const [ref, length] of Object.entries(builder.fieldLengths)) {
    if (length === 0) delete builder.fieldLengths[ref];
  }
  return builder.build();
}

const PRESENCE = { optional: 1, required: 2, prohibited: 3 } as const;

function askStock(index: lunr.Index, clauses: readonly TermClause[]): ReadonlyMap<string, number> {
  // One clause of several terms is what lunr's pipeline makes of one word.
  const pipeline = { runString: (at: string) => [...(clauses[Number(at)]?.terms ?? [])] };
  Object.assign(index, { pipeline });
  const results = index.query(function () {
    clauses.forEach(({ fields, boost, presence }, at) => {
      const stock = { term: String(at), fields: [...fields], boost, presence: PRESENCE[presence] };
      this.clause(stock as unknown as lunr.Query.Clause);
    });
  });
  return new Map(results.map(({ ref, score }) => [ref, score]));
}

it('finds the same documents with the same scores', () => {
  fc.assert(
    fc.property(documents, fc.array(clause, { maxLength: 4 }), (all, clauses) => {
      const index = buildIndex(all);
      const known = clauses
        .map((each) => ({ ...each, terms: each.terms.filter((one) => index.vocabulary.has(one)) }))
        .filter(({ terms }) => terms.length > 0);
      const expected = askStock(buildStock(all), known);
      const found = new Map(index.search(known).map(({ entry, score }) => [entry.id, score]));
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
  const { vocabulary } = buildIndex(all);
  // lunr's types declare these on its instances.
  const sets = lunr.TokenSet as unknown as Pick<lunr.TokenSet, 'fromArray' | 'fromString'>;
  const stock = sets.fromArray([...vocabulary.all()]);
  for (const pattern of ['radi*', '*', '*a*', '*ation', 'r*n', 'a*a', 'ab*ab', '*a*a*', 'ra*i*n', 'x*']) {
    const expected = stock.intersect(sets.fromString(pattern)).toArray();
    expect([...expandWildcard(vocabulary, pattern).terms].sort(), pattern).toEqual(expected.sort());
  }
  expect(expandFuzzy(vocabulary, 'raidation', 1).terms).toContain('radiation');
  expect(expandFuzzy(vocabulary, 'gradiation', 1).terms).toEqual(
    expect.arrayContaining(['radiation', 'gradation']),
  );
});

it('gives shares that add up to the score, field by field', () => {
  fc.assert(
    fc.property(documents, fc.array(clause, { minLength: 1, maxLength: 3 }), (all, clauses) => {
      const index = buildIndex(all);
      for (const { entry, score } of index.search(clauses)) {
        const sum = index.shares(clauses, entry).reduce((total, share) => total + share.score, 0);
        expect(sum).toBeCloseTo(score, 9);
      }
    }),
  );
});
