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
  'claim due': 'List the claims to be looked at again',
  'claim matrix':
    'Show claims × sources: what each says, origins counted once, and without whom that would be another verdict',
  'claim recheck': 'Set the day on which a claim is to be looked at again',
  'claim supersede': 'Say that a second claim takes the place of a first',
  'claim diligence':
    'Search now and keep with a claim that this was searched; without a query, list what was kept',
  'draft check': 'Compare the quotations and figures of a draft with the notebook',
};

export const CLAIM_OPTIONS = {
  'as-of': 'with the verdicts and evidence of a day (2026-05-01)',
  by: 'on this day or before (default: today)',
  'claim recheck by': 'the day, as 2026-05-01',
  csv: 'as CSV, for a spreadsheet',
  never: 'no day any more',
  nothing: 'nothing takes its place any more',
  'claim diligence note': 'what you looked for, or what it means that nothing was found',
  'claim diligence language': 'only sources in this language',
  'claim diligence tag': 'only what carries this tag',
};

export interface ClaimCliWords {
  readonly recheckBy: string;
  readonly supersededBy: string;
  readonly searches: string;
  readonly query: string;
  readonly found: string;
  readonly noSearches: string;
  readonly noneDue: string;
  readonly weight: string;
  /** Between two numbers. */
  readonly against: string;
  readonly flips: string;
  readonly signs: string;
  readonly changed: string;
  readonly vanished: string;
  readonly kept: string;
  readonly noneChanged: string;
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
  recheckBy: 'Look again by',
  supersededBy: 'Superseded by',
  searches: 'Searches kept',
  query: 'Query',
  found: 'Hits',
  noSearches: 'No search was kept with this claim.',
  noneDue: 'Nothing is due.',
  weight: 'For : against',
  against: ' : ',
  flips: 'Flips without',
  signs: '+ supports  ≠ disputes  − mentions  ± both  (in brackets: repeats an origin, counted once)',
  changed: 'Other words',
  vanished: 'No longer found',
  kept: 'Left without a place',
  noneChanged: 'No quotation has changed.',
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
