/** Words of collections, saved searches, the selection of several sources, and the trash. */
import { createCounter } from '../counting.ts';

const count = createCounter('en');
const number = new Intl.NumberFormat('en');

const shelves = {
  all: 'All sources',
  name: 'Name',
  nameError: 'It needs a name.',
  nameTaken: 'This name is taken.',
  collections: 'Collections',
  newCollection: 'New collection…',
  newTitle: 'New collection',
  rename: 'Rename…',
  renameTitle: 'Rename',
  remove: 'Move to the trash',
  up: 'Move up',
  down: 'Move down',
  menuOf: (name: string) => `${name}: more`,
  empty: 'No source is in this collection yet. Select sources in the library and add them.',
  arranged: 'Own order',
  arrange: 'Move in the collection',
  savedSearch: (name: string) => `Saved search: ${name}`,
  saved: 'Saved searches',
  saveSearch: 'Save this search…',
  /** As a button in the narrow column of the filters. */
  saveShort: 'Save this search…',
  saveTitle: 'Save the search',
  create: 'Create',
  run: (name: string) => `Run the saved search ${name}`,
  open: (name: string) => `Open the collection ${name}`,
  inCollection: 'Collection',
  selection: {
    label: 'Selection',
    count: (n: number) => `${number.format(n)} selected`,
    tag: 'Tags…',
    collect: 'Add to a collection',
    takeOut: 'Take out of the collection',
    remove: 'Move to the trash',
    clear: 'End the selection',
    all: 'Select all sources',
    tagTitle: (n: number) => `Tags of ${count(n, 'source', 'sources')}`,
    addTags: 'Add to all',
    untag: 'Take from all',
    apply: 'Apply',
    hint: 'Ctrl or Shift and a click, or Shift and the arrows, select several.',
  },
  trash: {
    empty: 'Empty the trash…',
    title: 'Empty the trash',
    asks: (n: number) =>
      `${count(n, 'thing is', 'things are')} deleted for good: with sources their texts, original files, pictures and highlights, with claims their verdicts, with notes their history.`,
    noUndo: 'This is the one thing that cannot be undone. What is not in the trash stays as it is.',
    confirm: 'Delete for good',
    progress: (left: number) => `${number.format(left)} left…`,
    done: (n: number) => `The trash is empty: ${count(n, 'thing', 'things')} deleted.`,
    counts: (kind: string, n: number) => `${kind}: ${number.format(n)}`,
    restoreAll: 'Restore all',
    more: (n: number) => `and ${number.format(n)} more`,
    kinds: {
      source: 'Source',
      excerpt: 'Highlight',
      claim: 'Claim',
      note: 'Note',
      tag: 'Tag',
      collection: 'Collection',
      'saved-search': 'Saved search',
      'kept-search': 'Kept search',
    },
    plural: {
      source: 'Sources',
      excerpt: 'Highlights',
      claim: 'Claims',
      note: 'Notes',
      tag: 'Tags',
      collection: 'Collections',
      'saved-search': 'Saved searches',
      'kept-search': 'Kept searches',
    },
  },
};

export default shelves;
