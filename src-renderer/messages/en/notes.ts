/** Words of the notes, and of what links to a thing. */
import { createCounter } from '../counting.ts';

const count = createCounter('en');

const notes = {
  title: 'Notes',
  listLabel: 'Notes',
  count: (n: number) => count(n, 'note', 'notes'),
  untitled: 'Untitled note',
  emptyBody: 'Nothing written yet.',
  add: 'New note',
  filter: 'Find a note',
  noneFound: 'No note holds these words.',
  empty: {
    title: 'No notes yet',
    text: 'Write down what is no highlight and no claim: plans, questions, drafts. Type [[ to link to sources, claims, highlights and other notes.',
  },
  unchosen: 'Choose a note to read it.',
  unchosenHint: { before: 'Or press', after: 'to write a new one.' },
  name: 'Title',
  body: 'Note',
  bodyHint: 'Markdown; [[ links to a source, claim, highlight or note',
  nameError: 'A note needs a title.',
  edit: 'Edit',
  done: 'Save',
  discard: 'Discard changes',
  unsaved: 'Not saved yet; kept as a draft.',
  draft: 'draft',
  remove: 'Move the note to the trash',
  more: 'More',
  toList: 'All notes',
  about: 'About this note',
  tags: 'Tags',
  noTags: 'No tags',
  editTags: 'Edit tags',
  changed: (date: string) => `Changed ${date}`,
  showMore: 'Show more of this note',
  mentions: {
    title: 'Mentioned in',
    none: 'Nothing links here yet.',
    kinds: { source: 'Source', claim: 'Claim', excerpt: 'Highlight', note: 'Note' },
  },
  history: {
    open: 'History…',
    title: 'History of the note',
    states: 'Saved states',
    now: 'as it is now',
    against: 'What changed since then, up to now',
    same: 'These are the words of the note as it is now.',
    restore: 'Bring this state back',
    restored: 'The earlier state is back, as a new edit.',
    added: 'added',
    removed: 'removed',
    left: (n: number) => `${count(n, 'letter', 'letters')} unchanged`,
  },
  hints: { move: 'Browse', open: 'Open', save: 'Save' },
};

export default notes;
