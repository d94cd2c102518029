/** The reader: article, highlights, margin, find. */
import { createCounter } from '../counting.ts';

const count = createCounter('en');
const percent = new Intl.NumberFormat('en', { style: 'percent' });

const reader = {
  label: 'Reader',
  article: 'Article',
  loading: 'Opening the article…',
  missing: { title: 'This source could not be opened.', hint: 'Choose another one in the library.' },
  empty: 'This version has no text.',

  toolbar: 'Article tools',
  outline: 'Outline',
  outlineAt: (section: string) => `Outline: ${section}`,
  beginning: 'Beginning',
  sectionOf: (at: number, all: number) => `${at} of ${all}`,
  progress: (part: number, minutes: number) =>
    part >= 1 ? 'read' : `${percent.format(part)} · ${count(minutes, 'minute', 'minutes')} left`,
  progressLabel: 'Reading progress',
  minutes: (n: number) => `${n}\u00A0min`,
  find: 'Find in the article',
  settings: 'Text settings',
  margin: 'Margin notes',
  details: 'Details of the source',

  extent: {
    label: 'What is shown of the page',
    article: 'The article',
    whole: 'The whole page',
    takeArticle: 'Show only the article of the page',
    takeWhole: 'Show the whole page',
    region: 'Choose a part of the page…',
    /** Of what was taken, in the line above the title. */
    share: (share: number) => `${percent.format(share)} of the page`,
    title: 'Choose a part of the page',
    blocks: 'The whole page',
    hint: 'Arrows move, Shift extends, → takes the section, Enter takes what is outlined.',
    loading: 'Reading the page again…',
    chosen: (blocks: number, words: number) =>
      `${count(blocks, 'block', 'blocks')}, ${count(words, 'word', 'words')}`,
    cancel: 'Cancel',
    take: 'Take this part',
  },

  highlight: (digit: number, name: string) => `Highlight ${digit}: ${name}`,
  highlightAs: (name: string) => `Highlight: ${name}`,
  recolor: 'Colour',
  selection: 'Selection',
  note: 'Note',
  noteKey: 'N',
  tag: 'Tag',
  tagKey: 'E',
  claim: 'Claim',
  claimKey: 'C',
  claimOtherKey: 'A',
  copy: 'Copy with citation',
  copied: 'Copied with its reference.',
  notCopied: 'The clipboard did not take it.',
  citation: {
    quote: (text: string) => `“${text}”`,
    title: (text: string) => `“${text}”`,
    page: (label: string) => `${label.includes('–') ? 'pp.' : 'p.'}\u00A0${label}`,
  },

  copyMenu: {
    label: 'Copy…',
    link: 'Copy link to passage',
    linkCopied: 'Link copied. It opens Dossier at this passage.',
    original: 'Copy link to the original page',
    originalCopied: 'Link copied. It opens the original page at this passage.',
  },
  /** Moving the ends of a highlight. */
  ends: {
    start: 'Start of the highlight',
    end: 'End of the highlight',
    hint: 'Arrows move by a word, with Shift by a letter. Enter keeps it.',
    added: (words: string) => `Added: ${words}`,
    removed: (words: string) => `Left out: ${words}`,
    growEnd: 'Highlight: one word more at its end',
    shrinkEnd: 'Highlight: one word less at its end',
    growStart: 'Highlight: one word more at its start',
    shrinkStart: 'Highlight: one word less at its start',
  },
  /** Highlights that lie over each other. */
  here: (at: number, all: number) => `${at}/${all}`,
  nextHere: (all: number) => `${count(all, 'highlight', 'highlights')} here: open the next`,
  inTrash: 'This source is in the trash: it can be read, not marked.',
  blank: 'Only blank space is selected: select some words to highlight.',
  beside: 'These words stand above the text: only words of the text itself can be highlighted.',
  selected: (words: number) => `${count(words, 'word', 'words')} selected`,
  withNote: (label: string) => `${label}, with a note`,
  editNote: 'Edit the note',
  longNote: (characters: number) =>
    `Only the beginning is shown, of ${count(characters, 'character', 'characters')}.`,
  notesPast: {
    label: 'History of the note',
    hint: 'Earlier texts of this note. Bringing one back keeps the others.',
    period: (from: string, until: string) => (from === until ? from : `${from} – ${until}`),
    restore: 'Bring back',
    none: 'This note was never another.',
  },

  excerpts: 'Highlights',
  /** Of a digit in the gutter. */
  openExcerpt: (digit: number, name: string, quote: string) => `Highlight ${digit}: ${name}, “${quote}”`,
  card: (name: string) => `Highlight: ${name}`,
  noteLabel: 'Note',
  notePlaceholder: 'What does this passage say, or leave out?',
  noteHint: 'Markdown. Saved when you leave the field.',
  unsaved: 'Draft, not saved yet',
  tags: 'Tags',
  claimsOf: 'Claims that rest on it',
  makeClaim: 'Claim…',
  remove: 'Remove the highlight',
  close: 'Close',
  moved: 'Found again at another place: check it.',
  notes: 'Margin notes',
  translationOf: 'Translation of',
  translations: (n: number): string => (n === 1 ? 'Translation:' : 'Translations:'),

  twice: {
    summary: (share: number) => `${percent.format(Math.max(0.01, share))} of this text appears twice`,
    describe: (kind: 'copy' | 'quote', words: number, similarity: number) =>
      [
        count(words, 'word', 'words'),
        kind === 'quote' ? 'a quotation set apart' : '',
        similarity < 0.995 ? `${percent.format(similarity)} the same` : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    /** Which of the two places to go to. */
    stays: 'What stays',
    copy: 'The copy',
    remove: (n: number) => `Take out ${count(n, 'copy', 'copies')}`,
    hint: 'A new version; highlights go to the text that stays. The original is kept.',
    removed: (n: number, lost: number) =>
      lost === 0
        ? `${count(n, 'copy', 'copies')} taken out`
        : `${count(n, 'copy', 'copies')} taken out; ${count(lost, 'highlight has', 'highlights have')} no place now`,
  },

  findLabel: 'Find in the article',
  findPlaceholder: 'Word or phrase',
  findCount: (at: number, all: number, more: boolean) => `${at} of ${all}${more ? '+' : ''}`,
  findNone: 'Not in this article',
  findWholeWords: 'Whole words',
  findNext: 'Next match',
  findPrevious: 'Previous match',
  findClose: 'Close, with the match selected',
  findHint: 'Esc, then 1–5 highlights the match',

  caret: 'Caret browsing',
  caretOn: 'Caret browsing is on: arrows move, Shift selects, 1–5 highlight, F7 ends it.',
  caretOff: 'Caret browsing is off.',
  nextExcerpt: 'Next highlight',
  previousExcerpt: 'Previous highlight',
  toggleMargin: 'Show or hide the margin notes',
  larger: 'Larger text',
  smaller: 'Smaller text',
  print: 'Print the article…',
  printedNotes: 'Notes',
  usualSize: 'Text size as the window asks',

  hints: {
    mark: 'Highlight',
    caret: 'Caret',
    find: 'Find',
    move: 'Move',
    extend: 'Select',
    open: 'Open the highlight',
    close: 'Close',
  },

  pages: {
    toggle: 'Original pages',
    region: 'Pages of the original',
    marks: 'Pages',
    count: (n: number) => count(n, 'page', 'pages'),
    page: (label: string) => `Page ${label}`,
    picture: (label: string) => `Page ${label} as in the original`,
    showPage: (label: string) => `Page ${label}: see the original`,
    /** `label` is what is printed, which may be « xii » on the 14th of the pages. */
    at: (label: string, at: number, all: number) =>
      label === String(at) || all === 0 ? `Page ${label} of ${all}` : `Page ${label} (${at} of ${all})`,
    larger: 'Larger pages',
    smaller: 'Smaller pages',
    loading: 'Opening the original…',
    scanned:
      'This document was scanned: it has pages but no text. To note something on a page, highlight its name in the text.',
    failed: {
      title: 'The original could not be drawn.',
      hint: 'Its text, where it has any, can still be read.',
    },
    pageFailed: 'This page could not be drawn.',
  },

  text: {
    title: 'Text',
    size: 'Size',
    typeface: 'Typeface',
    typefaces: { serif: 'Serif', sans: 'Sans', dyslexia: 'OpenDyslexic' },
    width: 'Width',
    widths: { narrow: 'Narrow', normal: 'Normal', wide: 'Wide' },
    leading: 'Leading',
    leadings: { tight: 'Tight', normal: 'Normal', loose: 'Loose' },
    theme: 'Theme',
    justified: 'Justified',
    hyphenated: 'Hyphenated',
    /** Where the browser has no rules of hyphenation for the text's language, or the language is not known. */
    noHyphens: (language: string | null) =>
      language === null
        ? 'The language of this text is not known, so its words are not hyphenated.'
        : `This browser cannot hyphenate ${language}.`,
    quiet: 'Quiet marks (no underlines)',
    reset: 'As the window asks',
    px: (n: number) => `${n}\u00A0px`,
  },

  composer: {
    title: 'Claim from this passage',
    statement: 'Statement',
    placeholder: 'Say in one sentence what is claimed',
    existing: 'Claims that are there already',
    stance: 'The passage',
    stances: { supports: 'supports it', disputes: 'disputes it', mentions: 'mentions it' },
    origin: 'First said by',
    originHint: 'Leave empty if it is the source’s own work.',
    add: 'New claim',
    attach: 'Attach to this claim',
    chosen: 'Attach to',
    another: 'Write a new one instead',
    documents: (n: number) => count(n, 'document', 'documents'),
    cancel: 'Cancel',
    already: 'It rests on this passage already',
  },

  link: {
    title: 'Open this address outside Dossier?',
    text: 'It opens in your browser, which may use the network.',
    open: 'Open',
    cancel: 'Cancel',
    copy: 'Copy the address',
    copied: 'Address copied.',
  },

  /** Links between notes and what they speak of. */
  linked: {
    noNotebook: 'Open the notebook that this address belongs to, then open the address again.',
    passageGone: 'The linked passage is not in this version of the text any more.',
    chooser: 'Link to',
    none: 'Nothing by that name',
    tooLong: (most: number) =>
      `A note holds at most ${count(most, 'character', 'characters')}: add so much text to the library, as a source.`,
    kinds: { source: 'Source', claim: 'Claim', excerpt: 'Highlight', note: 'Note' },
  },

  tree: {
    picture: 'Picture without a description',
    enlarge: (description: string) =>
      description === '' ? 'Enlarge the picture' : `Enlarge: ${description}`,
    footnote: (label: string) => `Footnote ${label}`,
    toFootnote: 'Go to the note',
    backToText: (label: string) => `Back to the text from footnote ${label}`,
    table: 'Table',
    code: 'Listing',
  },
};

export default reader;
