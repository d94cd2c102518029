/** The quick way into a segment, by numbers, must lead to the bytes that the plain one, by strings, leads to. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseText } from '../../../src-main/core/search/analysis/analysis.ts';
import { Lexicon, TermCounts } from '../../../src-main/core/search/analysis/lexicon.ts';
import { WordTable } from '../../../src-main/core/search/analysis/word-table.ts';
import type { SearchDocument } from '../../../src-main/core/search/documents.ts';
import type { NewSegment } from '../../../src-main/core/search/index/document-columns.ts';
import { analyseDocument, countAt } from '../../../src-main/core/search/index/postings.ts';
import { Segment } from '../../../src-main/core/search/index/segment.ts';
import { encodeDocuments, SegmentWriter } from '../../../src-main/core/search/index/segment-writer.ts';
import { sortTerms } from '../../../src-main/core/search/index/term-order.ts';

const WORDS = [
  ...[
    'l’exportation',
    "aujourd'hui",
    'Éléphants',
    'ÉLÉPHANTS',
    'œuvre',
    'porte-parole',
    'the',
    'governments',
  ],
  ...[
    '46,7',
    '300 000',
    '10x',
    'U.S.',
    'H20',
    '北京大学',
    '\u{1f600}',
    'ﬁn',
    'chevaux',
    'l’',
    'x'.repeat(90),
  ],
];
const text = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary' })), { maxLength: 40 });
const language = fc.constantFrom('fr', 'en', 'de', null);

function note(id: string, body: string, of: string | null = 'fr'): SearchDocument {
  const place = { sourceId: null, versionId: null, start: null, end: null };
  return { entry: { kind: 'note', id, language: of, ...place }, title: '', texts: { note: body, tag: id } };
}

function run<Value>(work: Generator<null, Value>): Value {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

describe('a lexicon', () => {
  it('counts of any text what the analysis counts, however many texts it has seen', () => {
    const lexicon = new Lexicon();
    const counts = new TermCounts();
    fc.assert(
      fc.property(text, language, (words, of) => {
        const all = words.join(' ');
        lexicon.count(all, of, counts);
        const counted = new Map<string, number>();
        counts.drain((number, count) => counted.set(lexicon.term(number), count));
        expect(counted).toEqual(analyseText(all, of));
      }),
    );
  });
});

describe('a table of words', () => {
  it('finds each word again among thousands, wherever it stands', () => {
    const table = new WordTable<string>();
    const words = Array.from({ length: 5000 }, (_, at) => `mot${at.toString(36)}`);
    const line = words.join(' ');
    let made = 0;
    for (const round of [0, 1]) {
      let at = 0;
      for (const word of words) {
        expect(table.get(line, at, at + word.length, (found) => `${made++} ${found}`)).toMatch(
          new RegExp(` ${word}$`),
        );
        at += word.length + 1;
      }
      expect([round, made]).toEqual([round, words.length]);
    }
  });
});

describe('a segment', () => {
  it('has the same bytes whether texts or analysed documents were given, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, language), { minLength: 1, maxLength: 20 }), (texts) => {
        const documents = texts.map(([words, of], at) => note(`n${(at * 7919) % 100}`, words.join(' '), of));
        const writer = new SegmentWriter(new Lexicon());
        for (const document of documents) writer.add(document);
        const quick: NewSegment = run(writer.finish());
        const [plain] = encodeDocuments(documents.toReversed().map(analyseDocument));
        expect(Buffer.from(quick.bytes).equals(Buffer.from(plain?.bytes ?? []))).toBe(true);
        expect(quick.entries).toEqual(plain?.entries);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps small and large counts side by side', () => {
    const counts = [1, 14, 15, 16, 255, 256, 1000, 2];
    const documents = counts.map((count, at) => note(`n${at}`, 'ban '.repeat(count)));
    const [made] = encodeDocuments(documents.map(analyseDocument));
    const list = new Segment(made?.bytes ?? new Uint8Array()).listsAt(0)[0];
    expect(list && counts.map((_count, at) => countAt(list, list.from + at))).toEqual(counts);
  });
});

describe('the order of terms', () => {
  it('is that of their bytes, also past the surrogates', () => {
    const unit = fc.constantFrom('a', 'b', 'é', '￼', '\ue000', '\u{1f600}', '\u{10ffff}', '北');
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit, maxLength: 5 }), { maxLength: 3000 }), (terms) => {
        const bytes = terms.map((term) => Buffer.from(term)).sort((a, b) => a.compare(b));
        expect(run(sortTerms(terms))).toEqual(bytes.map(String));
      }),
      { numRuns: 20 },
    );
    const starts = ['a', '\ufffc', '\u{1f600}', '\ue000'];
    const many = Array.from({ length: 5000 }, (_, at) => `${starts[at % 4]}${at}`);
    const bytes = many.map((term) => Buffer.from(term)).sort((a, b) => a.compare(b));
    expect(run(sortTerms(many))).toEqual(bytes.map(String));
  });
});
