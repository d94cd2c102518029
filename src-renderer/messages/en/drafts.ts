/** Words of the draft checker and of its report. */
import { createCounter } from '../counting.ts';

const count = createCounter('en');
const number = new Intl.NumberFormat('en');

const drafts = {
  title: 'Check a draft',
  intro:
    'Each quotation and figure of a draft is compared with the texts of this notebook: whether the words stand there, who said them, and whether the numbers are the same.',
  privacy: 'The draft stays in this window: nothing of it is stored in the notebook.',
  field: 'Draft',
  placeholder: 'Paste the draft here, as plain text or Markdown…',
  open: 'Open a file…',
  opened: (name: string) => `From ${name}`,
  check: 'Check',
  checkAgain: 'Check again',
  checking: 'Comparing with the notebook…',
  progress: (done: number, total: number) => `${number.format(done)} of ${number.format(total)}`,
  cancel: 'Stop',
  edit: 'Edit the draft',
  clear: 'Another draft',
  stale: 'The draft was changed since it was checked: check it again.',
  text: 'The draft with its marks',
  list: 'Quotations and figures',
  facts: (quotations: number, figures: number) =>
    `${count(quotations, 'quotation', 'quotations')}, ${count(figures, 'figure', 'figures')}`,
  problems: (n: number) => (n === 0 ? 'no problem' : count(n, 'problem', 'problems')),
  nothing: 'The draft quotes nothing and names no figure.',
  nothingHint:
    'Words between quotation marks, block quotations and numbers with what they count are looked at.',
  noneLeft: 'Nothing of the draft is like that.',
  left: (n: number) =>
    `${count(n, 'quotation or figure', 'quotations and figures')} more were not compared: check the draft in parts.`,
  unclosed: (n: number) =>
    n === 1
      ? 'A quotation mark is never closed: what follows it was taken for your own words.'
      : `${count(n, 'quotation mark', 'quotation marks')} are never closed: what follows them was taken for your own words.`,
  filters: 'Show',
  all: 'All',
  onlyProblems: 'Problems',
  filtered: (name: string, n: number) => `${name} ${number.format(n)}`,
  verdicts: {
    exact: 'Exact',
    altered: 'Altered',
    'other speaker': 'Someone else',
    'not found': 'Not found',
    found: 'Found',
    differs: 'Differs',
  },
  meanings: {
    exact: 'The words stand in the source as the draft has them.',
    altered: 'The source has other words where they are marked.',
    'other speaker': 'The words stand in the source, but it has them of somebody else.',
    'not found': 'No text of this notebook has this.',
    found: 'The same figure stands in a passage about the same thing.',
    differs: 'A passage about the same thing has another figure.',
  },
  kinds: { quotation: 'Quotation', figure: 'Figure' },
  speakers: (draft: string, source: string) => `The draft says ${draft}; the source, ${source}.`,
  inDraft: 'In the draft',
  inSource: 'In the source',
  by: (byline: string) => `by ${byline}`,
  instead: (was: string) => `in the source: ${was}`,
  notThere: 'not in the source',
  leftOut: (was: string) => `left out here: ${was}`,
  openBeside: 'Open beside',
  openBesideLabel: (title: string) => `Open the passage in ${title} beside the draft`,
  evidence: 'Use as evidence…',
  evidenceTitle: 'Evidence of a claim',
  takeWords: 'Use the source’s words',
  taken: 'The source’s words stand in the draft now.',
  copy: 'Copy the source’s words',
  copied: 'Copied',
  next: 'Next problem',
  previous: 'Previous problem',
  place: (at: number, total: number) => `${number.format(at)} of ${number.format(total)}`,
  export: 'Save the report',
  exportHtml: 'As a web page (HTML)',
  exportMarkdown: 'As Markdown',
  exportCsv: 'As a table (CSV)',
  saved: (name: string) => `The report was saved as ${name}.`,
  fileName: 'draft-report',
  report: {
    title: 'Report on a draft',
    on: (date: string) => `Checked on ${date}`,
    against: (notebook: string) => `against the notebook ${notebook}`,
    draft: 'The draft',
    findings: 'What was found',
    source: 'Source',
    named: (name: string, value: string) => `${name}: ${value}`,
    how: 'Made by comparing words and numbers; it says what stands in the notebook, not what is true.',
  },
  hints: { next: 'Next problem', previous: 'Previous', open: 'Open beside', edit: 'Edit' },
};

export default drafts;
