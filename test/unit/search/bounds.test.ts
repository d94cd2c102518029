/** What one query may spend, and the quick ways that must tell the same as the plain ones. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchDocument } from '../../../src-main/core/search/documents.ts';
import { MAX_EXPANSIONS, shareEffort } from '../../../src-main/core/search/index/effort.ts';
import { buildParts, LiveIndex } from '../../../src-main/core/search/index/live-index.ts';
import { LivePart } from '../../../src-main/core/search/index/live-part.ts';
import { mergeSegments } from '../../../src-main/core/search/index/segment-merger.ts';
import { analyseDocument, countAt } from '../../../src-main/core/search/index/postings.ts';
import { Segment } from '../../../src-main/core/search/index/segment.ts';
import { encodeDocuments } from '../../../src-main/core/search/index/segment-writer.ts';
import { bury, noTombstones } from '../../../src-main/core/search/index/tombstones.ts';
import { makeTermTest } from '../../../src-main/core/search/index/wildcard.ts';

function note(id: string, text: string): SearchDocument {
  const place = { sourceId: null, versionId: null, start: null, end: null };
  return { entry: { kind: 'note', id, language: 'fr', ...place }, title: '', texts: { note: text } };
}

describe('where much is met', () => {
  it('scores as where each document is told, whatever the counts and whatever is gone', () => {
    const counts = [1, 14, 15, 16, 300, 2];
    const all = Array.from({ length: 200 }, (_none, at) =>
      note(
        `n${String(at).padStart(3, '0')}`,
        `${'ban '.repeat(counts[at % 6] ?? 1)}${at % 3 === 0 ? 'banc' : ''}`,
      ),
    );
    const [part] = encodeDocuments(all.map(analyseDocument));
    const gone = noTombstones(all.length);
    bury(gone, 17, 30);
    bury(gone, 101, 1);
    const index = new LiveIndex([new LivePart(new Segment(part?.bytes ?? new Uint8Array()), gone)]);
    const ask = (presence: 'optional' | 'required', to: number) => {
      const clauses = [{ terms: ['ban', 'banc'], fields: ['note'], boost: 1, presence }] as const;
      const { total, page } = index.search(clauses, { accepts: null, from: 0, to });
      return { total, page: page.map(({ entry, score }) => [entry.id, score]) };
    };
    for (const to of [20, 500]) expect(ask('optional', to)).toEqual(ask('required', to));
    expect(ask('optional', 20).total).toBe(169);
  });
});

describe('the effort of a query', () => {
  it('is shared evenly by its words, and refuses what goes beyond', () => {
    const next = shareEffort(4);
    const first = next();
    const looked = first.look(10_000_000);
    expect(looked).toBeLessThanOrEqual(250_000);
    expect(first.isSpent).toBe(true);
    expect(next().look(looked)).toBe(looked);
  });

  it('bounds the automata of a whole query, whatever they are for', () => {
    const next = shareEffort(64);
    const made = Array.from({ length: 64 }, () => next().spell('a'.repeat(40), 2));
    expect(made.filter(Boolean).length).toBe(2);
  });

  it('takes the terms of most documents where there is no room for all, and says so', () => {
    const rare = Array.from({ length: MAX_EXPANSIONS + 100 }, (_, at) => `mot${at}x`).join(' ');
    const all = [note('n1', rare), note('n2', 'motif'), note('n3', 'motif')];
    const { vocabulary } = new LiveIndex(buildParts(all));
    const { terms, cut } = vocabulary.wildcard('mo*', shareEffort(1)());
    expect(cut).toBe(true);
    expect(terms.length).toBe(MAX_EXPANSIONS);
    expect(terms).toContain('motif');
    expect(vocabulary.wildcard('moti*', shareEffort(1)()).cut).toBe(false);
  });

  it('is spent again on a beginning that is known, so that the next page is of the same answer', () => {
    const parts = ['x', 'y'].flatMap((part) =>
      buildParts(
        Array.from({ length: 300 }, (_, at) => note(`${part}${at}`, `m${part}${at}${at > 290 ? ' mz' : ''}`)),
      ),
    );
    const { vocabulary } = new LiveIndex(parts);
    const ask = () => {
      const effort = shareEffort(2500)();
      return [vocabulary.wildcard('m*', effort), effort.looks, effort.isSpent];
    };
    const first = ask();
    expect(first).toMatchObject([{ cut: true }, 0, true]);
    expect(ask()).toEqual(first);
  });

  it('asks again for a beginning with the same answer', () => {
    const { vocabulary } = new LiveIndex(buildParts([note('n1', 'motif motel maison')]));
    const ask = () => vocabulary.wildcard('mot*', shareEffort(1)());
    expect(ask()).toEqual(ask());
  });
});

it('tests the bytes of a term as it does the term', () => {
  const piece = fc.constantFrom('', 'a', 'b', 'ab', 'é', 'ée', '汉', '😀');
  const pieces = (maxLength: number) => fc.array(piece, { maxLength });
  fc.assert(
    fc.property(piece, pieces(8), pieces(3), piece, (prefix, rest, inner, last) => {
      const term = prefix + rest.join('');
      const bytes = Buffer.from(`ab${term}ab`);
      const test = makeTermTest(prefix, inner, last);
      expect(test.ofBytes(bytes, 2, bytes.length - 2)).toBe(test.ofTerm(term));
    }),
  );
});

/** Postings by document: which stands first in a list is of no account. */
function contentsOf(segment: Segment) {
  return {
    ids: Array.from({ length: segment.size }, (_, document) => segment.entry(document).id),
    terms: Array.from({ length: segment.termCount }, (_, at) => ({
      term: segment.term(at),
      lists: segment.listsAt(at).map((list) => ({
        field: list.field,
        counts: Array.from(list.documents.subarray(list.from, list.to), (document, offset) => [
          document,
          countAt(list, list.from + offset),
        ]).sort(([a = 0], [b = 0]) => a - b),
      })),
    })),
  };
}

describe('merged segments', () => {
  const text = fc
    .array(fc.constantFrom('prix', 'détente', 'accord', '汉字', 'a', 'b', 'œuvre'), { maxLength: 8 })
    .map((words) => words.join(' '));
  const batches = fc.array(
    fc.array(fc.record({ text, gone: fc.boolean() }), { minLength: 1, maxLength: 6 }),
    { minLength: 1, maxLength: 5 },
  );

  it('hold what is made of their live documents at once', () => {
    fc.assert(
      fc.property(batches, (all) => {
        const made = all.map((batch, at) =>
          batch.map(({ text, gone }, number) => {
            const id = `n${String(number).padStart(2, '0')}-${at}`;
            return { gone, analysed: analyseDocument(note(id, text)) };
          }),
        );
        const inputs = made.flatMap((batch) =>
          encodeDocuments(batch.map(({ analysed }) => analysed)).map(({ bytes }) => {
            const gone = noTombstones(batch.length);
            batch.forEach((document, at) => document.gone && bury(gone, at, 1));
            return { segment: new Segment(bytes), gone };
          }),
        );
        const merging = mergeSegments(inputs);
        let step = merging.next();
        while (!step.done) step = merging.next();
        const live = made.flat().filter(({ gone }) => !gone);
        const [expected] = encodeDocuments(live.map(({ analysed }) => analysed));
        const merged = contentsOf(new Segment(step.value.bytes));
        expect(merged).toEqual(expected ? contentsOf(new Segment(expected.bytes)) : { ids: [], terms: [] });
      }),
    );
  });
});
