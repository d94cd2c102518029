/** Settings and the choice of a notebook. */
import { createCounter } from '../counting.ts';

const count = createCounter('en');

const settings = {
  title: 'Settings',
  appearance: 'Appearance',
  language: 'Language',
  languageSystem: 'As the system',
  theme: 'Theme',
  reading: 'Reading',
  textSize: 'Text size',
  textSizeValue: (px: number) => `${px} px`,
  textSizeAuto: 'As the window',
  measure: 'Width of the column',
  measures: { narrow: 'Narrow', normal: 'Normal', wide: 'Wide' },
  leading: 'Leading',
  leadings: { tight: 'Tight', normal: 'Normal', loose: 'Loose' },
  marks: 'Highlights',
  quietMarks: 'Quiet marks: colour only, without the underline styles',
  previewLabel: 'Sample of the text',
  preview:
    'A sentence is worth what one can say of it: who wrote it, when, and from where. The rest is a matter of patience.',
  colors: 'Meanings of the five colours',
  colorsText: 'They belong to this notebook. An empty field takes the usual word back.',
  colorName: (digit: number) => `Colour ${digit}`,
  claims: 'Claims',
  author: 'Your name',
  authorHint: 'It is kept with each verdict from now on, in this notebook. Empty: nobody is named.',
  notebook: 'Notebook',
  path: 'File',
  counts: 'Holds',
  countsText: (c: {
    sources: number;
    excerpts: number;
    claims: number;
    notes: number;
    tags: number;
    trash: number;
  }) =>
    [
      count(c.sources, 'source', 'sources'),
      count(c.excerpts, 'highlight', 'highlights'),
      count(c.claims, 'claim', 'claims'),
      count(c.notes, 'note', 'notes'),
      count(c.tags, 'tag', 'tags'),
      `${count(c.trash, 'source', 'sources')} in the trash`,
    ].join(', '),
  readOnly: 'This notebook can only be read.',
  check: 'Check the notebook',
  checking: 'Checking…',
  checkOk: 'Nothing is wrong with this notebook.',
  checkProblems: (n: number) => count(n, 'problem was found', 'problems were found'),
  repair: 'Repair',
  repaired: 'repaired',
  watch: {
    title: 'Watched folder',
    text: 'New articles that come into a folder, as those your browser saves, are captured by themselves while this notebook is open, and at its next opening if they came meanwhile. Files that lie there already are left alone, and so are folders inside it. Nothing is moved or deleted.',
    machine: 'Remembered by this computer, not by the notebook.',
    folder: 'Folder',
    hint: 'The whole path of a folder on this computer.',
    choose: 'Choose a folder…',
    other: 'Another folder…',
    start: 'Watch',
    stop: 'Stop watching',
    captured: (name: string) => `Captured from the watched folder: “${name}”`,
    failed: (name: string) => `“${name}” of the watched folder could not be captured. The tray says why.`,
  },
  about: 'About',
  version: 'Dossier',
  storage: 'Storage',
  storageText: (sqlite: string, schema: number) => `SQLite ${sqlite}, schema ${schema}`,
  aboutText:
    'Everything stays on this computer, in one file. Dossier opens no connection but to an address that you ask it to fetch.',
  licences:
    'Free software under the MIT licence. Text is set in Source Serif 4 and Inter (SIL Open Font License); icons are Lucide’s (ISC).',
  choose: {
    openTitle: 'Open a notebook',
    createTitle: 'New notebook',
    path: 'File',
    openHint: 'The whole path of a .dossier file on this computer.',
    createHint: 'The whole path of the new file; its name becomes the notebook’s.',
    pathError: 'Give the path of a file.',
    open: 'Open',
    create: 'Create',
    recent: 'Opened before',
    suggestion: 'My notebook',
    restoreTitle: 'Restore an archive',
    archive: 'Archive',
    archiveHint: 'The whole path of a ZIP archive that Dossier exported.',
    target: 'New notebook',
    restore: 'Restore',
    restoring: 'Restoring the archive…',
    restoringText: 'The new notebook opens when all of it is there. Until then there is nothing.',
    restored: (done: string, total: string) => `${done} of ${total}`,
  },
  start: {
    title: 'Read, mark, verify.',
    text: 'A notebook gathers your sources, what you highlight in them and what you make of it. It is one file, and it never leaves this computer.',
    sample: 'Open the sample notebook',
    sampleText: 'Texts in French and English about one contested plant, annotated already.',
    create: 'Start an empty notebook',
    createText: 'You choose where its file is kept.',
    open: 'Open a notebook',
    openText: 'A .dossier file that you made before.',
    restore: 'Restore an archive',
    restoreText: 'A ZIP archive of a notebook, made by Export: a new notebook is made of it.',
    recent: 'Opened before',
    guideBefore: 'New here?',
    guide: 'Read the guide',
    guideAfter: 'in five minutes',
  },
};

export default settings;
