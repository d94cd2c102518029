import { describe, expect, it } from 'vitest';
import type { ClaimId } from '../../../src-main/common/contract/entities.ts';
import { monthsFrom, today } from '../../../src-renderer/features/claims/days.ts';
import { contrarySince } from '../../../src-renderer/features/claims/rules.ts';
import { timelineOf } from '../../../src-renderer/features/claims/timeline.ts';
import { ClaimsState } from '../../../src-renderer/state/claims.svelte.ts';
import { buildClaim, buildEvidence } from './support/builders.ts';

describe('how the ledger is looked at', () => {
  it('is asked of the engine with what narrows it alone', () => {
    const view = new ClaimsState();
    expect(view.asked('2026-05-01')).toEqual({});
    view.narrow({ status: 'disputed', due: true, text: ' ', superseded: false });
    view.asOf = '2026-04-01';
    expect(view.asked('2026-05-01')).toEqual({
      status: 'disputed',
      dueBy: '2026-05-01',
      superseded: false,
      asOf: '2026-04-01',
    });
    expect(view.filtered).toBe(true);
    view.showAll();
    expect(view.filtered).toBe(false);
  });

  it('turns round where the same order is chosen again', () => {
    const view = new ClaimsState();
    expect(view.descends).toBe(true);
    view.sortBy('activity');
    expect(view.descends).toBe(false);
    view.sortBy('statement');
    expect(view.descends).toBe(false);
    view.sortBy('statement');
    expect(view.descends).toBe(true);
  });

  it('means nothing in another notebook', () => {
    const view = new ClaimsState();
    view.enter('a');
    view.narrow({ tag: 'cost' });
    view.asOf = '2026-04-01';
    view.enter('b');
    expect([view.filtered, view.asOf]).toEqual([false, null]);
  });
});

describe('days', () => {
  it('are those of the user, and a month that is too short ends on its last', () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
    expect(monthsFrom('2026-01-31', 1)).toBe('2026-02-28');
    expect(monthsFrom('2026-11-15', 3)).toBe('2027-02-15');
  });
});

describe('what became of a claim', () => {
  const at = (hour: number, day = 1): string => `2026-05-0${day}T${hour}:00:00.000Z`;

  it('tells verdicts and the passages of a day between them, the newest first', () => {
    const claim = buildClaim({
      createdAt: at(10),
      history: [
        { at: at(12), status: 'verified', reason: 'Two agree.', by: 'Ada' },
        { at: at(14), status: 'unreviewed', reason: '\u21b6 Two agree.' },
      ],
      evidence: [
        buildEvidence({ excerptId: 'first', addedAt: at(10) }),
        buildEvidence({ excerptId: 'a', addedAt: at(11) }),
        buildEvidence({ excerptId: 'b', addedAt: at(11), stance: 'disputes' }),
        buildEvidence({ excerptId: 'c', addedAt: at(13) }),
      ],
    });
    expect(timelineOf(claim)).toMatchObject([
      { kind: 'verdict', status: 'unreviewed', undone: true, reason: 'Two agree.', by: null },
      { kind: 'evidence', added: 1, disputing: 0 },
      { kind: 'verdict', status: 'verified', undone: false, by: 'Ada' },
      { kind: 'evidence', added: 2, disputing: 1 },
      { kind: 'noted' },
    ]);
  });

  it('counts passages against the verdict that came after it', () => {
    const evidence = [
      buildEvidence({ excerptId: 'a', addedAt: at(11), stance: 'disputes' }),
      buildEvidence({ excerptId: 'b', addedAt: at(13), stance: 'disputes' }),
      buildEvidence({ excerptId: 'c', addedAt: at(13) }),
    ];
    const history = [{ at: at(12), status: 'verified' as const, reason: 'x' }];
    expect(contrarySince(buildClaim({ status: 'verified', history, evidence }))).toBe(1);
    expect(contrarySince(buildClaim({ status: 'unreviewed', evidence }))).toBe(0);
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
