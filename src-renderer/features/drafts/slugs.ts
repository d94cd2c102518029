import type { DraftVerdict } from '../../state/draft-findings.ts';

/** A verdict as the name of a class. */
export const slugOf = (verdict: DraftVerdict): string => `is-${verdict.replace(' ', '-')}`;
