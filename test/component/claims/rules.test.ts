import { describe, expect, it } from 'vitest';
import type { SourceId } from '../../../src-main/common/contract/entities.ts';
import {
  attachable,
  countOrigins,
  dotsOf,
  holdsWords,
  indexAfterKey,
  isOrigin,
  readReason,
  refuseVerdict,
  similarClaims,
  verdictChoices,
} from '../../../src-renderer/features/claims/rules.ts';
import { buildClaim, buildEvidence, buildExcerpt } from './support/builders.ts';

describe('a verdict', () => {
  it('is refused without a choice, and without a reason', () => {
    expect(refuseVerdict({ status: null, reason: 'because' })).toBe('choiceNeeded');
    expect(refuseVerdict({ status: 'verified', reason: '' })).toBe('reasonNeeded');
    expect(refuseVerdict({ status: 'disputed', reason: ' \n\u00A0' })).toBe('reasonNeeded');
    expect(refuseVerdict({ status: 'verified', reason: 'Two documents agree.' })).toBeNull();
  });

  it('that undo took back is told by its mark, which is not shown', () => {
    expect(readReason('↶ Two agree.')).toEqual({ undone: true, reason: 'Two agree.' });
    expect(readReason('Two agree.')).toEqual({ undone: false, reason: 'Two agree.' });
  });

  it('can be taken back only where there is one', () => {
    expect(verdictChoices({ status: 'unreviewed' })).not.toContain('unreviewed');
    expect(verdictChoices({ status: 'disputed' })).toContain('unreviewed');
  });
});

describe('origins', () => {
  it('are the document itself where nobody, or the outlet, is named', () => {
    expect(isOrigin(buildEvidence())).toBe(true);
    expect(isOrigin(buildEvidence({ origin: 'la vigie' }))).toBe(true);
    expect(isOrigin(buildEvidence({ origin: 'Agence Littoral' }))).toBe(false);
  });

  it('count once for all who name the same', () => {
    const evidence = [
      buildEvidence({ sourceId: 's1', origin: 'Agence Littoral' }),
      buildEvidence({ sourceId: 's2', origin: 'Agence Littoral' }),
      buildEvidence({ sourceId: 's3' }),
      buildEvidence({ sourceId: 's3' }),
    ];
    expect(countOrigins(evidence)).toBe(2);
  });

  it('are the filled dots, other documents the hollow ones', () => {
    expect(dotsOf({ sources: 3, origins: 1 })).toEqual(['filled', 'hollow', 'hollow']);
    expect(dotsOf({ sources: 0, origins: 0 })).toEqual([]);
    expect(dotsOf({ sources: 400, origins: 2 }, 5)).toHaveLength(5);
  });
});

describe('keys of a list', () => {
  it('move within it and stop at its ends', () => {
    expect(indexAfterKey('ArrowDown', 0, 3)).toBe(1);
    expect(indexAfterKey('ArrowDown', 2, 3)).toBe(2);
    expect(indexAfterKey('ArrowUp', 0, 3)).toBe(0);
    expect(indexAfterKey('End', 0, 3)).toBe(2);
    expect(indexAfterKey('Home', 2, 3)).toBe(0);
  });

  it('leave other keys, and an empty list, alone', () => {
    expect(indexAfterKey('a', 0, 3)).toBeNull();
    expect(indexAfterKey('ArrowDown', 0, 0)).toBeNull();
  });
});

describe('choosing a passage', () => {
  const titles = new Map([['s1' as SourceId, 'Détente à Valmarée']]);

  it('finds words in any order, without accents, in quotation, note, tags and title', () => {
    const excerpts = [
      buildExcerpt({ id: 'e1', note: 'à vérifier' }),
      buildExcerpt({ id: 'e2', sourceId: 's2' }),
    ];
    expect(attachable(excerpts, [], titles, 'million detente verifier').map(({ id }) => id)).toEqual(['e1']);
    expect(attachable(excerpts, [], titles, '')).toHaveLength(2);
  });

  it('leaves out what is already attached', () => {
    const evidence = [buildEvidence({ excerptId: 'e1' })];
    expect(attachable([buildExcerpt({ id: 'e1' })], evidence, titles, '')).toEqual([]);
  });

  it('takes both apostrophes and all spaces as one', () => {
    expect(holdsWords('l’exportation de 300\u202F000 t', "l'exportation 300 000")).toBe(true);
  });
});

describe('claims like one another', () => {
  it('are offered while a similar one is written', () => {
    const known = [
      buildClaim({ id: 'cost', statement: 'Le terminal coûtera 1,9 milliard d’euros.' }),
      buildClaim({ id: 'other', statement: 'Aucun armateur n’a signé.' }),
    ];
    expect(similarClaims(known, 'le cout du terminal : 1,9 milliard').map(({ id }) => id)).toEqual(['cost']);
    expect(similarClaims(known, 'le')).toEqual([]);
  });
});
