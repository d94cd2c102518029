/** What the checker said of a draft, as one list in the order of the text. */
import type { CheckedDraft, CheckedFigure, CheckedQuotation } from '../../src-main/common/contract/drafts.ts';

/** From the worst to what is as it should be. */
export const DRAFT_VERDICTS = ['not found', 'altered', 'differs', 'other speaker', 'exact', 'found'] as const;
export type DraftVerdict = (typeof DRAFT_VERDICTS)[number];

export interface Finding {
  /** Stays with the same words as long as they stand at the same place. */
  readonly key: string;
  readonly kind: 'quotation' | 'figure';
  readonly verdict: DraftVerdict;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly sourceId: CheckedQuotation['sourceId'];
  readonly place: CheckedQuotation['place'];
  readonly differs: CheckedQuotation['differs'];
  /** Who the draft says said it. */
  readonly speaker: string | null;
  /** Who the source says said it, where that is somebody else. */
  readonly said: string | null;
}

/** Null shows all; `problems` whatever is not as it should be. */
export type FindingFilter = DraftVerdict | 'problems' | null;

export const isProblem = ({ verdict }: Pick<Finding, 'verdict'>): boolean =>
  verdict !== 'exact' && verdict !== 'found';

export function toFindings({ quotations, figures }: CheckedDraft): readonly Finding[] {
  return [...quotations.map(fromQuotation), ...figures.map(fromFigure)].toSorted(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}

function fromQuotation(quotation: CheckedQuotation): Finding {
  return { ...quotation, key: `quotation-${quotation.start}`, kind: 'quotation' };
}

function fromFigure(figure: CheckedFigure): Finding {
  return { ...figure, key: `figure-${figure.start}`, kind: 'figure', speaker: null, said: null };
}

export function matchesFilter(finding: Finding, filter: FindingFilter): boolean {
  if (filter === null) return true;
  return filter === 'problems' ? isProblem(finding) : finding.verdict === filter;
}

export function countVerdicts(findings: readonly Finding[]): Readonly<Record<DraftVerdict, number>> {
  const counts = { 'not found': 0, altered: 0, differs: 0, 'other speaker': 0, exact: 0, found: 0 };
  for (const { verdict } of findings) counts[verdict] += 1;
  return counts;
}

/**
 * The next one that is wanted after (or before) a place, around the end of the draft.
 * @param from of the finding that is shown; null before any was
 */
export function stepFrom(
  findings: readonly Finding[],
  from: string | null,
  step: 1 | -1,
  wanted: (finding: Finding) => boolean,
): Finding | null {
  const count = findings.length;
  const here = findings.findIndex(({ key }) => key === from);
  const first = here < 0 ? (step === 1 ? 0 : count - 1) : here + step;
  for (let at = 0; at < count; at += 1) {
    const found = findings[(first + at * step + 2 * count) % count];
    if (found && wanted(found)) return found;
  }
  return null;
}

/** The text with what the source says in place of what differs. Words that a source leaves out go with a space beside them. */
export function withSourceWords(text: string, differs: Finding['differs']): string {
  let changed = text;
  for (const { start, end, was } of differs.toSorted((a, b) => b.start - a.start)) {
    const before = changed.slice(0, start);
    const after = changed.slice(end);
    if (was === '')
      changed = before.replace(/\s$/, '') + (/^[\s.,;:!?…»”)]/.test(after) ? after : ` ${after.trimStart()}`);
    else if (start === end) changed = `${before}${/\s$|^$/.test(before) ? '' : ' '}${was}${after}`;
    else changed = before + was + after;
  }
  return changed;
}
