/** Words of the command line about claims and drafts, in English. */
import type { FigureVerdict, QuotationVerdict } from '../../contract/drafts.ts';

export const CLAIM_VERBS = {
  'claim add': 'Record a claim, unreviewed',
  'claim evidence': 'Attach a highlight to a claim',
  'claim verify': 'Mark a claim as verified, with the reason',
  'claim dispute': 'Mark a claim as disputed, with the reason',
  'claim reopen': 'Set a claim back to unreviewed, with the reason',
  'claim show': 'Show a claim with its evidence and history',
  'claim list': 'List claims',
  'draft check': 'Compare the quotations and figures of a draft with the notebook',
};

export const CLAIM_OPTIONS = {};

export interface ClaimCliWords {
  readonly checking: string;
  readonly quotations: string;
  readonly figures: string;
  readonly verdict: string;
  readonly draftText: string;
  readonly nothingToCheck: string;
  readonly verdicts: Readonly<Record<QuotationVerdict | FigureVerdict, string>>;
  /** `{draft}` and `{source}` are words; either may be empty. */
  readonly instead: (draft: string, source: string) => string;
  readonly saidBy: (draft: string, source: string) => string;
}

export const CLAIM_WORDS: ClaimCliWords = {
  checking: 'Checking',
  quotations: 'Quotations',
  figures: 'Figures',
  verdict: 'Verdict',
  draftText: 'In the draft',
  nothingToCheck: 'The draft quotes nothing and names no figure.',
  verdicts: {
    exact: '✓ exact',
    altered: '≠ altered',
    'other speaker': '≠ other speaker',
    'not found': '? not found',
    found: '✓ found',
    differs: '≠ differs',
  },
  instead: (draft, source) =>
    draft === ''
      ? `the source adds “${source}”`
      : source === ''
        ? `“${draft}” is not in the source`
        : `“${draft}”, in the source “${source}”`,
  saidBy: (draft, source) => `the draft says ${draft}, the source ${source}`,
};
