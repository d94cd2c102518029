import { describe, expect, it } from 'vitest';
import type { ClaimId } from '../../../src-main/common/contract/entities.ts';
import {
  ClaimsState,
  arrangeClaims,
  countStatuses,
  countTags,
  groupByTag,
  hasDoubt,
} from '../../../src-renderer/state/claims.svelte.ts';
import { buildClaim, buildEvidence } from './support/builders.ts';

const old = buildClaim({ id: 'old', tags: ['cost'] });
const judged = buildClaim({
  id: 'judged',
  status: 'verified',
  tags: ['cost', 'port'],
  sources: 3,
  origins: 1,
  history: [{ at: '2026-05-01T00:00:00.000Z', status: 'verified', reason: 'Two documents agree.' }],
});
const edited = buildClaim({ id: 'edited', updatedAt: '2026-03-01T00:00:00.000Z', statement: 'A first one.' });
const claims = [old, judged, edited];
const ids = (some: readonly { readonly id: ClaimId }[]): readonly string[] => some.map(({ id }) => id);

describe('the ledger', () => {
  it('puts the last edit or verdict first', () => {
    expect(ids(arrangeClaims(claims, new ClaimsState(), 'en'))).toEqual(['judged', 'edited', 'old']);
  });

  it('sorts by statement and by documents', () => {
    const view = new ClaimsState();
    view.order = 'statement';
    expect(ids(arrangeClaims(claims, view, 'en'))[0]).toBe('edited');
    view.order = 'documents';
    expect(ids(arrangeClaims(claims, view, 'en'))).toEqual(['judged', 'edited', 'old']);
  });

  it('filters by status and tag together and counts statuses within the tag', () => {
    const view = new ClaimsState();
    view.tag = 'cost';
    expect(countStatuses(claims, view.tag)).toEqual({ all: 2, unreviewed: 1, verified: 1, disputed: 0 });
    view.status = 'verified';
    expect(ids(arrangeClaims(claims, view, 'en'))).toEqual(['judged']);
    view.showAll();
    expect(view.filtered).toBe(false);
  });

  it('leaves the list that it was given as it was', () => {
    arrangeClaims(claims, new ClaimsState(), 'en');
    expect(ids(claims)).toEqual(['old', 'judged', 'edited']);
  });

  it('puts each claim under its first tag, untagged ones last', () => {
    expect(groupByTag(claims).map((group) => [group.tag, ids(group.claims)])).toEqual([
      ['cost', ['old', 'judged']],
      [null, ['edited']],
    ]);
    expect(countTags(claims)).toEqual([
      ['cost', 2],
      ['port', 1],
    ]);
  });
});

describe('doubts', () => {
  it('are several documents of one origin, and a single document', () => {
    expect(hasDoubt(judged, 'one-origin')).toBe(true);
    expect(hasDoubt(buildClaim({ sources: 1, origins: 1 }), 'one-origin')).toBe(false);
    expect(hasDoubt(buildClaim({ sources: 1, origins: 1 }), 'one-source')).toBe(true);
  });

  it('are evidence on both sides, and a quotation that moved', () => {
    const both = [buildEvidence(), buildEvidence({ stance: 'disputes' })];
    expect(hasDoubt(buildClaim({ evidence: both }), 'contradicted')).toBe(true);
    expect(hasDoubt(buildClaim({ evidence: [buildEvidence()] }), 'contradicted')).toBe(false);
    const moved = buildEvidence();
    const evidence = [{ ...moved, quotation: { ...moved.quotation, anchor: 'moved' as const } }];
    expect(hasDoubt(buildClaim({ evidence }), 'changed')).toBe(true);
  });
});

describe('the draft of a verdict', () => {
  const id = 'c1' as ClaimId;

  it('stays while the user looks elsewhere, until it is abandoned', () => {
    const view = new ClaimsState();
    view.draft(id, { status: 'disputed' });
    view.draft(id, { reason: 'The figures differ.' });
    expect(view.draftOf(id)).toEqual({ status: 'disputed', reason: 'The figures differ.' });
    view.abandon(id);
    expect(view.draftOf(id)).toBeNull();
  });
});
