import { shorten } from '../language/shorten.ts';
import type { ErrorDetails } from '../contract/errors.ts';
import { type ErrorSentences, numberOf, QUOTED_LENGTH, textOf } from './details.ts';

const NOUNS: Readonly<Record<string, string>> = {
  source: 'source',
  version: 'version',
  excerpt: 'highlight',
  claim: 'claim',
  note: 'note',
  tag: 'tag',
  evidence: 'evidence',
  file: 'file',
  notebook: 'notebook',
  command: 'command',
  change: 'change',
};

const number = new Intl.NumberFormat('en');
const quoted = (text: string): string => `“${shorten(text, QUOTED_LENGTH)}”`;
const named = (text: string): string => (text ? ` ${quoted(text)}` : '');
const noun = (what: string): string => NOUNS[what] ?? (what || 'thing');
const size = (bytes: number): string => `${number.format(Math.round(bytes / 1_000_000))} MB`;
const because = (reason: string): string => (reason ? ` (${shorten(reason, 160)})` : '');

/** What a file is that cannot be read, by the reason. */
const UNREADABLE: Readonly<Record<string, string>> = {
  empty: 'is empty: there is no text to read',
  binary: 'is not text: nothing in it can be read as an article',
  denied: 'may not be read by this account. Look at its permissions',
  'no-text': 'holds no text that can be read',
  encrypted: 'is protected by a password. Save it without one, then import that',
  drm: 'is protected against copying (DRM) and can only be read where it was bought',
  'broken-zip': 'is damaged: what is packed in it cannot be unpacked. Fetch it again',
  'broken-epub': 'is damaged: the book does not say, or does not hold, what its chapters are',
  'broken-docx': 'is damaged: it cannot be read as a Word document. Open and save it again in Word',
  broken: 'is damaged or incomplete: it cannot be opened. Fetch it again',
  'broken-json': 'is damaged: what it should list (JSON) is cut off or has a fault. Export it again',
  'broken-csv': 'is damaged: it is not a proper table (CSV). Export it again',
  'empty-library': 'holds nothing that could be taken over',
  'no-page': 'is a saved page that holds no page: the archive has no HTML in it',
};

/** A library that one took for an article, or the other way round. */
function unsupportedLibrary(details: ErrorDetails): string {
  return textOf(details, 'id') === ''
    ? 'This file is not an export of another program that can be read here.'
    : 'This file is the export of another program, with many things in it: it is imported as a library, not as one article.';
}

export const errorsEn: ErrorSentences = {
  usage: (details) =>
    `This was asked for in a way the app does not know${because(textOf(details, 'reason', 'what'))}.`,
  'not-found': (details) => {
    const what = textOf(details, 'what');
    if (what === 'undo') return 'There is nothing to undo.';
    if (what === 'redo') return 'There is nothing to redo.';
    if (what === 'repeat') return 'Nothing stands twice in this text.';
    return `This notebook has no ${noun(what)}${named(textOf(details, 'id', 'name', 'path'))}.`;
  },
  invalid: (details) => {
    const field = textOf(details, 'field', 'what', 'path');
    const reason = textOf(details, 'reason', 'issue', 'value');
    if (field === 'region') return `Nothing on this page is meant by ${quoted(reason)}.`;
    return field
      ? `The value given for ${quoted(field)} cannot be used${because(reason)}.`
      : `A value cannot be used${because(reason)}.`;
  },
  duplicate: (details) => {
    if (textOf(details, 'what') === 'evidence') return 'This highlight is already evidence of this claim.';
    return `The ${noun(textOf(details, 'what'))}${named(textOf(details, 'name', 'id', 'path'))} is already there.`;
  },
  'too-large': (details) => {
    const bytes = numberOf(details, 'bytes', 'size');
    const limit = numberOf(details, 'limit', 'max');
    const name = textOf(details, 'fileName', 'path', 'what');
    if (textOf(details, 'what') === 'elements')
      return `This page has more than ${number.format(limit ?? 0)} elements, which no article needs, and was not taken. Save the part that matters.`;
    if (textOf(details, 'what') === 'zip')
      return `${name ? quoted(name) : 'The file'} would unpack to far more than a document holds, and was not unpacked.`;
    return `${name ? quoted(name) : 'The file'} is too large${bytes === null ? '' : `: ${size(bytes)}`}${limit === null ? '' : `, where ${size(limit)} is the most`}. Import it in parts.`;
  },
  unreadable: (details) => {
    const name = textOf(details, 'fileName', 'path');
    const thing = name ? quoted(name) : 'This';
    const reason = textOf(details, 'reason', 'what');
    return `${thing} ${UNREADABLE[reason] ?? `cannot be read as text${because(reason)}`}.`;
  },
  unsupported: (details) =>
    textOf(details, 'what') === 'library'
      ? unsupportedLibrary(details)
      : `This version cannot do that${because(textOf(details, 'what', 'kind', 'format', 'capability'))}.`,
  'quotation-not-found': (details) =>
    `The quotation${named(textOf(details, 'quote', 'exact'))} does not occur in this source. Copy it from the text as it stands.`,
  'quotation-ambiguous': (details) => {
    const count = numberOf(details, 'count', 'places');
    const places = count === null ? 'in several places' : `in ${number.format(count)} places`;
    return `The quotation${named(textOf(details, 'quote', 'exact'))} occurs ${places}. Give some of the words before or after it.`;
  },
  'notebook-missing': (details) => `There is no notebook at${named(textOf(details, 'path'))}.`,
  'notebook-damaged': (details) =>
    `The notebook${named(textOf(details, 'path'))} is damaged and was left as it is. Restore a backup; where it still opens, “dossier check” says what is wrong.`,
  'notebook-foreign': (details) =>
    `${named(textOf(details, 'path')).trim() || 'This file'} is not a Dossier notebook. It was left as it is: choose another file.`,
  'notebook-newer': (details) =>
    `The notebook${named(textOf(details, 'path'))} was written by a newer version of Dossier. It was left as it is: update the app to open it.`,
  'notebook-locked': (details) =>
    `Another program is writing to the notebook${named(textOf(details, 'path'))}. Try again in a moment.`,
  'notebook-read-only': (details) =>
    `The notebook${named(textOf(details, 'path'))} cannot be written to. Look at the permissions of its file and folder.`,
  'notebook-closed': () => 'No notebook is open.',
  'target-exists': (details) =>
    `${named(textOf(details, 'path')).trim() || 'The target'} is already there. Choose another name, or replace it.`,
  'target-unwritable': (details) =>
    `${named(textOf(details, 'path')).trim() || 'The target'} cannot be written. Look at the folder and its permissions.`,
  'disk-full': () => 'The disk is full. Nothing was lost: make some room and try again.',
  cancelled: () => 'Cancelled.',
  internal: (details) =>
    textOf(details, 'what') === 'connection'
      ? 'The app’s engine does not answer. Look whether Dossier is still running, then try again.'
      : `Something went wrong inside the app${because(textOf(details, 'reason', 'what'))}. Your notebook was not changed.`,
};
