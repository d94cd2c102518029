/** Words of the search screen. */
import { createCounter } from '../counting.ts';

const count = createCounter('en');
const number = new Intl.NumberFormat('en');
const results = (n: number): string => count(n, 'result', 'results');

export default {
  title: 'Search',
  refine: 'Refine',
  results,
  /** How many sources hold them is known once all are shown. */
  summary: (shown: number, total: number, sources: number): string => {
    if (shown < total) return `${number.format(shown)} of ${results(total)}`;
    return sources > 0 ? `${results(total)} in ${count(sources, 'source', 'sources')}` : results(total);
  },
  forQuery: (query: string): string => `for ${query}`,
  searching: 'Searching…',
  more: 'More results',
  browse: 'Browse',
  listLabel: 'Results',

  in: 'In',
  kind: { passage: 'texts', excerpt: 'highlights', claim: 'claims', note: 'notes' },
  language: 'Language',
  site: 'Outlet',
  date: 'Date',
  tag: 'Tag',
  status: 'Claim status',
  statuses: { unreviewed: 'Unreviewed', verified: 'Verified', disputed: 'Disputed' },
  refineHint: 'What a search finds can be narrowed here by kind, language, outlet, date, tag and status.',
  /** Said for a value: how many results it would leave. */
  facetValue: (value: string, n: number): string => `${value}, ${results(n)}`,
  moreValues: (n: number): string => `${number.format(n)} more`,
  moreOf: (facet: string, n: number): string => `${facet}: ${number.format(n)} more`,
  fewer: 'Fewer',
  fewerOf: (facet: string): string => `${facet}: fewer`,
  period: {
    label: 'Period of publication',
    open: 'Period…',
    from: 'from',
    to: 'to',
    example: 'yyyy-mm-dd',
    noDate: 'Write a year, a month or a day: 2026, 2026-03 or 2026-03-14.',
    disordered: 'It ends before it begins.',
    between: (from: string, to: string): string => `${from} to ${to}`,
    since: (from: string): string => `since ${from}`,
    until: (to: string): string => `until ${to}`,
  },
  filters: 'Filters',
  refineBy: (n: number): string => (n > 0 ? `Refine, ${count(n, 'filter', 'filters')} set` : 'Refine'),
  removeFilter: (name: string): string => `Remove the filter ${name}`,
  clearFilters: 'Remove the filters',

  claims: 'Claims',
  notes: 'Your notes',
  passagesOf: (n: number): string => count(n, 'passage', 'passages'),
  highlighted: 'highlighted',

  why: 'Why this result',
  how: {
    exact: 'the word itself',
    fold: 'the same word, accents and capitals aside',
    stem: 'another form of the word',
    prefix: 'begins with it',
    fuzzy: 'spelled nearly like it',
    phrase: 'the words in this order',
  },
  /** One share: what was asked, how it was met, and where. */
  because: (query: string, how: string, fields: string): string => `“${query}”: ${how}, in the ${fields}`,
  /** Nothing was asked of the word but to be there. */
  itself: (how: string, fields: string): string => `${how}, in the ${fields}`,
  /** Too small a share to be told in whole percents. */
  lessThan: (percent: string): string => `<${percent}`,
  partOf: (field: string, percent: string): string => `${field} (${percent})`,
  /** Only signs were asked for, or words that must not be there. */
  weighsNothing: 'No word weighs here: it fits what the query asks for.',
  field: {
    title: 'title',
    text: 'text',
    quotation: 'quotation',
    note: 'note',
    tag: 'tags',
    statement: 'statement',
  },
  around: 'Around the passage',
  open: 'Open at its place',
  openClaim: 'Open the claim',
  openNote: 'Open the note',

  /** What a query may call the fields. */
  fieldNames: {
    title: 'title',
    text: 'text',
    quotation: 'quotation',
    note: 'note',
    tag: 'tag',
    statement: 'statement',
  },
  fieldMeanings: {
    title: 'in titles',
    text: 'in the texts of articles',
    quotation: 'in highlighted passages',
    note: 'in notes',
    tag: 'with a tag',
    statement: 'in claims',
  },
  inOrder: 'in this order',
  mistakes: {
    unknownField: (name: string): string =>
      `“${name}” is no field: the fields are title, text, quotation, note, tag and statement. The words were searched as they are.`,
    emptyField: (field: string): string =>
      `No word follows “${field}”. Write it right after the colon; the words were searched as they are.`,
    openQuote: (part: string): string =>
      `The quotation mark before “${part}” is not closed: its words were not looked for as a quotation.`,
    loneSign: (part: string): string =>
      `No word follows the sign in “${part}”. Write + or - once, right before a word or a field; the words were searched as they are.`,
    noDistance: (part: string): string =>
      `In “${part}” a number of letters must follow the tilde, as in word~1; the words were searched as they are.`,
    noBoost: (part: string): string =>
      `In “${part}” a number must follow the caret, as in word^2; the words were searched as they are.`,
  },

  syntax: 'Narrow it down',
  help: [
    ['"two words"', 'in this order'],
    ['title:word', 'in titles'],
    ['tag:word', 'with this tag'],
    ['+word', 'must be there'],
    ['-word', 'must not be there'],
    ['word*', 'what begins so'],
    ['word~1', 'one letter off'],
  ] as readonly (readonly [string, string])[],
  insert: (example: string): string => `Add ${example} to the query`,

  startTitle: 'Type what you are looking for.',
  emptyHint: 'The notebook is empty: add an article first, and its words can be found here.',
  startHint: 'Articles, highlights, claims and notes are searched as you type, in French and English alike.',
  noneTitle: (query: string): string => `Nothing holds “${query}”.`,
  noneHint: 'Check the spelling, take fewer words, or end one with * to take what begins so.',
  noneFiltered: 'The filters leave nothing: remove them to see the rest.',
  failed: 'The search did not answer.',
};
