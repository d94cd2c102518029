import { describe, expect, it } from 'vitest';
import type { ClaimId, Excerpt, SourceId } from '../../../src-main/common/contract/entities.ts';
import { flattenGroups, groupHits } from '../../../src-renderer/features/search/group-hits.ts';
import { cutAtRanges, surround } from '../../../src-renderer/features/search/pieces.ts';
import { gatherReasons } from '../../../src-renderer/features/search/reasons.ts';
import { buildHit } from './support/builders.ts';

describe('grouping results', () => {
  const hits = [
    buildHit({ id: 'a', sourceId: 's1' as SourceId, title: 'First' }),
    buildHit({ id: 'b', kind: 'claim', sourceId: null, title: 'A claim' }),
    buildHit({ id: 'c', sourceId: 's2' as SourceId, title: 'Second' }),
    buildHit({ id: 'd', kind: 'excerpt', sourceId: 's1' as SourceId, title: 'First' }),
    buildHit({ id: 'e', kind: 'note', sourceId: null, title: 'A note' }),
  ];

  it('puts passages and highlights under their source, claims and notes apart, best first', () => {
    const groups = groupHits(hits);
    expect(groups.map(({ kind, title, hits: own }) => [kind, title, own.map((hit) => hit.id)])).toEqual([
      ['source', 'First', ['a', 'd']],
      ['claims', '', ['b']],
      ['source', 'Second', ['c']],
      ['notes', '', ['e']],
    ]);
  });

  it('is walked in the order of the screen', () => {
    expect(flattenGroups(groupHits(hits)).map((hit) => hit.id)).toEqual(['a', 'd', 'b', 'c', 'e']);
  });
});

describe('marking words', () => {
  it('keeps the text whole and marks overlapping ranges once', () => {
    const pieces = cutAtRanges('le coût du dragage', [
      [11, 18],
      [3, 7],
      [5, 7],
      [17, 99],
    ]);
    expect(pieces.map((piece) => piece.text).join('')).toBe('le coût du dragage');
    expect(pieces.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(['coût', 'dragage']);
  });

  it('takes markup in a source as plain text', () => {
    expect(cutAtRanges('<b>x</b>', [[3, 4]])).toEqual([
      { text: '<b>', marked: false },
      { text: 'x', marked: true },
      { text: '</b>', marked: false },
    ]);
  });
});

describe('around a passage', () => {
  const text = `${'before '.repeat(60)}PASSAGE with a highlight ${'after '.repeat(60)}`;
  const start = text.indexOf('PASSAGE');
  const end = start + 'PASSAGE with a highlight'.length;
  const excerpt = {
    start: text.indexOf('highlight'),
    end: text.indexOf('highlight') + 9,
    color: 'blue',
    claims: [] as { id: ClaimId }[],
  } as unknown as Excerpt;

  it('cuts the words around at word ends and keeps the passage', () => {
    const around = surround(text, { start, end }, []);
    expect(around.before).toMatch(/^…before /);
    expect(around.after).toMatch(/after…$/);
    expect(around.passage).toEqual([{ text: 'PASSAGE with a highlight', color: null }]);
  });

  it('paints the highlights that lie on it', () => {
    const { passage } = surround(text, { start, end }, [excerpt]);
    expect(passage).toEqual([
      { text: 'PASSAGE with a ', color: null },
      { text: 'highlight', color: 'blue' },
    ]);
  });
});

describe('reasons', () => {
  const match = { query: 'drag', term: 'dragage', how: 'prefix', field: 'text', score: 1 } as const;

  it('are one for each word of the query and word met, the weightiest first, with the share of each field', () => {
    const reasons = gatherReasons([
      { ...match, query: 'cout', term: 'coût', how: 'fold', score: 2 },
      { ...match, field: 'statement' },
      { ...match, field: 'tag', score: 5 },
    ]);
    expect(reasons).toEqual([
      {
        query: 'drag',
        term: 'dragage',
        how: 'prefix',
        share: 0.75,
        fields: [
          { field: 'tag', share: 0.625 },
          { field: 'statement', share: 0.125 },
        ],
      },
      { query: 'cout', term: 'coût', how: 'fold', share: 0.25, fields: [{ field: 'text', share: 0.25 }] },
    ]);
  });

  it('leave none of the score out', () => {
    const reasons = gatherReasons([
      match,
      { ...match, term: 'dragués', score: 3 },
      { ...match, field: 'note' },
    ]);
    expect(reasons.map(({ term }) => term)).toEqual(['dragués', 'dragage']);
    expect(reasons.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  it('have no share where nothing scored', () => {
    expect(gatherReasons([{ ...match, score: 0 }])[0]?.share).toBe(0);
  });
});
