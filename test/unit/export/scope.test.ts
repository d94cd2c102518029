import { describe, expect, it } from 'vitest';
import { applyScope, type Everything } from '../../../src-main/core/export/scope.ts';
import { tagKey } from '../../../src-main/core/storage/tags.ts';
import { exportClaim, exportEvidence, exportNote, exportSource } from './data.ts';

const tagged = exportSource({ id: 'tagged', tags: ['Coût'], excerpts: [{ exact: 'cost' }] });
const plain = exportSource({
  id: 'plain',
  excerpts: [{ exact: 'cost' }, { exact: 'council', tags: ['coût'] }],
});
const verified = exportClaim({ statement: 'v', status: 'verified', evidence: [exportEvidence(plain, 1)] });
const disputed = exportClaim({ statement: 'd', status: 'disputed', evidence: [exportEvidence(tagged, 0)] });
const loose = exportClaim({ statement: 'l', status: 'unreviewed' });
const all: Everything = {
  sources: [tagged.source, plain.source],
  excerpts: [...tagged.excerpts, ...plain.excerpts],
  claims: [verified, disputed, loose],
  notes: [exportNote('t', 'b')],
};

function chosen(scope: Parameters<typeof applyScope>[1]) {
  const { sources, excerpts, claims, notes } = applyScope(all, scope, tagKey);
  return {
    sources: sources.map(({ id }) => id),
    excerpts: excerpts.map(({ id }) => id),
    claims: claims.map(({ statement }) => statement),
    notes: notes.length,
  };
}

describe('the scope of an export', () => {
  it('is everything without a filter', () => {
    expect(applyScope(all, {}, tagKey)).toEqual(all);
  });

  it('keeps the sources named and the claims that rest on them', () => {
    expect(chosen({ sources: ['plain'] })).toEqual({
      sources: ['plain'],
      excerpts: ['plain-e0', 'plain-e1'],
      claims: ['v'],
      notes: 0,
    });
  });

  it('keeps what carries a tag in any case, with what hangs together with it', () => {
    expect(chosen({ tag: '#coût' })).toEqual({
      sources: ['tagged', 'plain'],
      excerpts: ['tagged-e0', 'plain-e1'],
      claims: ['v'],
      notes: 0,
    });
  });

  it('keeps claims of a status and the passages they rest on', () => {
    expect(chosen({ status: 'disputed' })).toEqual({
      sources: ['tagged'],
      excerpts: ['tagged-e0'],
      claims: ['d'],
      notes: 0,
    });
  });

  it('narrows by each filter in turn', () => {
    expect(chosen({ sources: ['plain'], status: 'disputed' }).sources).toEqual([]);
  });
});
