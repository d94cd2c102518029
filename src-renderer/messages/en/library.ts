/** The library: the list of sources, adding to it, a source's details. */
import { createCounter } from '../counting.ts';

const number = new Intl.NumberFormat('en');
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const count = createCounter('en');

const library = {
  title: 'Library',
  listLabel: 'Sources',
  untitled: 'Untitled',
  minutes: (n: number) => `${number.format(n)}\u00A0min`,
  reference: 'reference',
  referenceMeans: 'Known from another library; no text of its own yet',
  fetchPage: 'Fetch its page',
  fetchPageMeans: (url: string) => `Asks ${url}, once`,
  scanned: 'scanned',
  scannedMeans: 'A PDF of pictures; there is no text in it yet to search or highlight',
  minutesMeans: (n: number) => count(n, 'minute to read', 'minutes to read'),
  excerpts: (n: number) => count(n, 'highlight', 'highlights'),
  claims: (n: number) => count(n, 'claim', 'claims'),
  unread: 'unread',
  read: 'read',
  progress: (share: number) => percent.format(share),
  progressMeans: (share: number) => `${percent.format(share)} read`,
  shown: (n: number, all: number) =>
    n === all ? number.format(all) : `${number.format(n)} of ${number.format(all)}`,
  sort: {
    label: 'Sort by',
    added: 'Date added',
    published: 'Date published',
    title: 'Title',
    site: 'Outlet',
    length: 'Length',
  },
  filter: {
    label: 'Filter',
    text: 'Filter by title, outlet or author',
    language: 'Language',
    tag: 'Tag',
    site: 'Outlet',
    reading: 'Reading',
    noLanguage: 'unknown',
    noSite: 'none',
    year: 'Year',
    noYear: 'no date',
    unread: 'unread',
    started: 'started',
    done: 'read',
    more: (n: number) => `+\u00A0${number.format(n)}`,
    moreMeans: (n: number, group: string) => `${group}: ${count(n, 'more', 'more')}`,
    fewer: 'fewer',
    clear: 'Clear filters',
  },
  empty: {
    title: 'Nothing here yet',
    text: 'Drop an article anywhere on this window, paste its text, add its address, or add files: web pages (HTML, MHTML), EPUB books, PDF, Word documents, plain text, Markdown. The library of another program comes over whole: Zotero, Hypothesis, Readwise, Kindle, Pocket, Instapaper, Omnivore, bookmarks.',
    list: 'Sources appear here.',
    filtered: 'No source fits these filters.',
  },
  unchosen: {
    title: 'Choose a source to read it.',
    before: 'Or press',
    after: 'to open the first.',
  },
  trash: {
    title: 'Trash',
    open: (n: number) => `Trash (${number.format(n)})`,
    back: 'Back to the library',
    empty: 'The trash is empty.',
    restore: 'Restore',
    restoreThat: (title: string) => `Restore ${title}`,
  },
  actions: {
    export: 'Export this source…',
    add: 'Add',
    addFiles: 'Add files…',
    pasteText: 'Add text…',
    addAddress: 'Add an address…',
    details: 'Details of the source…',
    remove: 'Move the source to the trash',
    first: 'First source',
    next: 'Next source',
    previous: 'Previous source',
    filter: 'Filter the list',
    openTrash: 'Open the trash',
    more: 'More',
  },
  hints: { open: 'Open', move: 'Move', remove: 'To the trash', details: 'Details' },
  details: {
    title: 'Details',
    name: 'Title',
    byline: 'Author',
    site: 'Outlet',
    publishedAt: 'Date published',
    publishedHint: 'A day, a month or a year: 2026‑03‑14, 2026‑03 or 2026',
    publishedError: 'Write it as 2026‑03‑14, 2026‑03 or 2026.',
    modifiedAt: 'Date changed',
    description: 'About',
    language: 'Language',
    languageUnknown: 'Unknown',
    url: 'Address',
    tags: 'Tags',
    translationOf: 'Translation of',
    noTranslation: 'No other source',
    citekey: 'Citation key',
    citekeyKept: 'Kept: an export used it, or you chose it. It no longer follows the details.',
    citekeyMade: (key: string) => `Empty, it is made of the details: ${key}`,
    citekeyError: 'Letters without accents, digits and _, with a single sign (:./+-) between them.',
    nameError: 'A source needs a title.',
    facts: (kind: string, words: number, added: string) =>
      `${kind} · ${count(words, 'word', 'words')} · added ${added}`,
    /** Where a detail came from, beside it. */
    origins: {
      'json-ld': 'from the page’s data',
      'open-graph': 'from Open Graph',
      meta: 'from the page’s head',
      microdata: 'from microdata',
      text: 'from the text',
      file: 'from the file',
      address: 'from the address',
      user: 'from you',
    },
  },
  address: {
    title: 'Add an address',
    label: 'Address of the page',
    error: 'Write an address such as https://example.org/page.',
    images: 'With the pictures of the article',
    who: (host: string, images: boolean) =>
      images
        ? `Requests leave this machine, to ${host} and to the servers that the pictures lie on.`
        : `One request leaves this machine, to ${host}.`,
    whoever: 'One request leaves this machine, to the server of this address.',
    what: 'As with any visit, the server sees this machine’s network address. No cookie, no account and no trace of your notebook goes along. What is added is read offline from then on.',
    asText: 'Add as text instead',
    fetch: 'Fetch the page',
  },
  paste: {
    title: 'Add text',
    text: 'Text of the article',
    textHint: 'Its first line becomes the title unless you give one. Markdown is understood.',
    textError: 'There is no text yet.',
    name: 'Title',
    url: 'Address',
    add: 'Add to the library',
    address:
      'This is an address. “Add an address” fetches its page; or copy the text from your browser and paste it here, and the address is kept with it.',
    asMarkdown: 'The text is Markdown',
  },
  jobs: {
    label: 'Imports',
    heading: 'Importing',
    done: (n: number, all: number, failed: number) =>
      `${number.format(n)} of ${number.format(all)}${failed > 0 ? ` · ${number.format(failed)} failed` : ''}`,
    cancelAll: 'Cancel all',
    cancel: (name: string) => `Cancel ${name}`,
    clear: 'Clear',
    fold: 'Fold the tray',
    waiting: 'Waiting',
    running: 'Reading…',
    fetching: 'Fetching the page…',
    fetchingOf: (done: number, total: number) =>
      `Fetching pictures, ${number.format(done)} of ${number.format(total)}`,
    runningOf: (done: number, total: number) => `Reading, ${number.format(done)} of ${number.format(total)}`,
    cancelled: 'Cancelled',
    added: (minutes: string) => `Added · ${minutes}`,
    version: 'Added as a new version of a source you have',
    duplicate: (title: string) => `Already in the library: “${title}”`,
    library: (name: string, added: string) => `${name} · ${added}`,
    leftOut: (n: number) => `${number.format(n)} left out: what, and why`,
    /** Of what is to know about one source, beside what is shown. */
    moreToKnow: (n: number) => `${number.format(n)} more to know`,
    /** Of highlights of the version before. */
    carried: (exact: number, moved: number, lost: number) =>
      [
        exact > 0 ? `${count(exact, 'highlight', 'highlights')} carried over` : '',
        moved > 0 ? `${count(moved, 'highlight', 'highlights')} moved, to be checked` : '',
        lost > 0 ? `${count(lost, 'highlight', 'highlights')} not found in it` : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    retry: 'Try again',
    dismiss: 'Dismiss',
    open: 'Open',
    pasted: 'Pasted text',
    unreadableFile: 'This file could not be read from the disk.',
    finished: (added: number, failed: number) =>
      added + failed === 0
        ? 'Nothing new'
        : failed === 0
          ? `${count(added, 'file', 'files')} added`
          : added === 0
            ? `${count(failed, 'file', 'files')} failed`
            : `${count(added, 'file', 'files')} added, ${number.format(failed)} failed`,
  },
};

export default library;
