/** Words of the search screen. */
import { createCounter } from '../counting.ts';

const count = createCounter('en');
const results = (n: number): string => count(n, 'result', 'results');

export default {
  title: 'Search',
  refine: 'Refine',
  results,
  summary: (shown: number, total: number, sources: number): string => {
    const place = sources > 0 ? ` in ${count(sources, 'source', 'sources')}` : '';
    return shown < total
      ? `${count(shown, 'result', 'results')} of ${total}${place}`
      : `${results(total)}${place}`;
  },
  forQuery: (query: string): string => `for ${query}`,
  searching: 'Searching…',
  more: 'More results',
  browse: 'Browse',
  listLabel: 'Results',
  sort: 'By relevance',

  in: 'In',
  kind: { passage: 'texts', excerpt: 'highlights', claim: 'claims', note: 'notes' },
  language: 'Language',
  tag: 'Tag',
  status: 'Claim status',
  statuses: { unreviewed: 'Unreviewed', verified: 'Verified', disputed: 'Disputed' },
  filtersOn: (n: number): string => count(n, 'filter', 'filters'),
  clearFilters: 'Remove the filters',
  moreTags: (n: number): string => `${n} more`,
  fewerTags: 'Fewer',

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
  because: (how: string): string => `: ${how}`,
  inFields: (fields: string): string => `in the ${fields}`,
  field: {
    title: 'title',
    text: 'text',
    quotation: 'quotation',
    note: 'note',
    tag: 'tags',
    statement: 'statement',
  },
  share: (word: string, percent: string): string => `${word} makes ${percent} of the score.`,
  around: 'Around the passage',
  open: 'Open at its place',
  openClaim: 'Open the claim',
  noteTitle: 'Title',
  noteBody: 'Note',
  saveNote: 'Save the note',
  untitled: 'Untitled note',

  syntax: 'Narrow it down',
  help: [
    ['"two words"', 'in this order'],
    ['title:word', 'in titles'],
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
