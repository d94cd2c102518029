import { shorten } from '../language/shorten.ts';
import type { ErrorDetails } from '../contract/errors.ts';
import { invalidClaim, tooLongClaim } from './claims.ts';
import { invalidTemplate, takenCitekey, tooLongTemplate } from './templates.ts';
import { type ErrorSentences, numberOf, QUOTED_LENGTH, textOf } from './details.ts';
import { tooMuch } from './too-much.ts';

const NOUNS: Readonly<Record<string, string>> = {
  source: 'source',
  version: 'version',
  candidate: 'candidate',
  excerpt: 'highlight',
  claim: 'claim',
  note: 'note',
  tag: 'tag',
  evidence: 'evidence',
  search: 'kept search',
  file: 'file',
  notebook: 'notebook',
  command: 'command',
  change: 'change',
  image: 'picture',
  collection: 'collection',
  'saved-search': 'saved search',
  template: 'template',
  'kept-search': 'kept search',
  'note-state': 'earlier state',
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
  'no-file':
    'is no file but a folder, a pipe or a device, and was not waited for. Save what it gives as a file',
  changing: 'was written to while it was read, and was not taken. Import it again when that is done',
  'link-loop': 'is a link that leads back to itself',
  'no-text': 'holds no text that can be read',
  encrypted: 'is protected by a password. Save a copy without the password, then import that copy',
  drm: 'is protected against copying (DRM) and can only be read where it was bought',
  'broken-zip': 'is damaged: what is packed in it cannot be unpacked. Fetch it again',
  packed:
    'is a packed folder (ZIP), and neither a book nor the export of a program that is known. Unpack it, then import what is in it',
  'broken-epub': 'is damaged: the book does not say, or does not hold, what its chapters are',
  'broken-docx': 'is damaged: it cannot be read as a Word document. Open and save it again in Word',
  broken: 'is damaged or incomplete: it cannot be opened. Fetch it again',
  'broken-json': 'is damaged: what it should list (JSON) is cut off or has a fault. Export it again',
  'broken-csv': 'is damaged: it is not a proper table (CSV). Export it again',
  'empty-library': 'holds nothing that could be taken over',
  'no-name-column':
    'is a table without a column “name”: it is not a codebook. Its columns are id, name, parent, meaning, colour and aliases',
  'no-codebook': 'is XML, but holds no codebook (no element “CodeBook”)',
  'empty-codebook': 'is a codebook without a single tag',
  'nameless-code': 'holds a code without a name. Give it one where it was made, and export it again',
  'binary-codebook': 'is not a codebook: it is neither a table (CSV) nor XML (.qdc)',
  'broken-xml': 'is damaged: it is not well-formed XML. Export it again',
  'deep-xml': 'is nested far deeper than any codebook, and was not taken',
  'xml-doctype':
    'declares a document type (DOCTYPE), which a codebook needs none of and which can hide anything. It was not read',
  'archive-foreign': 'is not an archive of a notebook (made by “dossier export --format archive”)',
  'archive-damaged':
    'is a damaged or incomplete archive: it was cut off, or its bytes have changed. Nothing was restored',
  'archive-files': 'is an archive in which files are missing, or more than it names. Nothing was restored',
  'archive-hash':
    'is an archive in which a file is not what it was (its SHA-256 differs). Nothing was restored',
  'archive-name':
    'holds a file that no archive of a notebook has, or that would lead out of it. Nothing was restored',
  'archive-row': 'is an archive with a record that no notebook takes. Nothing was restored',
  'archive-reference':
    'is an archive in which a record names another that is not there. Nothing was restored',
  'no-page': 'is a saved page that holds no page: the archive has no HTML in it',
};

/** A library that one took for an article, or the other way round. */
function unsupportedLibrary(details: ErrorDetails): string {
  return textOf(details, 'id') === ''
    ? 'This file is not an export of another program that can be read here.'
    : 'This file is the export of another program, with many things in it: it is imported as a library, not as one article.';
}

const UNSUPPORTED: Readonly<Record<string, (details: ErrorDetails) => string>> = {
  archive: () => 'This archive was made by a newer Dossier. Update this one, then restore it again.',
  library: unsupportedLibrary,
  template: () => 'Templates are for Markdown and HTML; this format is written in one way only.',
  notebook: (details) =>
    `${quoted(textOf(details, 'path', 'fileName'))} is a notebook or another database, and no article: open it instead, from the notebook’s menu or with --notebook.`,
  page: () =>
    'Only of a web page (HTML, MHTML) can another part be taken: of this source everything is shown.',
};

/** What became of a request for an address, by the reason. */
const FETCH: Readonly<Record<string, string>> = {
  address: 'is not a web address: it has to begin with http:// or https://',
  broken: 'broke off before the document had arrived. Try again',
  credentials: 'holds a name or a password, which Dossier sends to nobody. Leave them out',
  dns: 'names a server that cannot be found. Check its spelling, and that this machine is online',
  encoding: 'is packed in a way that Dossier does not know',
  headers: 'was answered with far more than belongs before a document',
  private:
    'leads to this machine or its network, where Dossier does not go unless the command line allows it (--allow-private)',
  redirects: 'was redirected too many times, and led nowhere',
  refused: 'was not answered: the server takes no connection',
  timeout: 'took too long and was given up. Try again later',
  tls: 'has a certificate that cannot be trusted: who answers may not be who is named',
  unreachable: 'cannot be reached. Look whether this machine is online',
};

const STATUS: Readonly<Record<number, string>> = {
  401: 'asks for an account. Open it in your browser, save the page, and import the file',
  403: 'was denied by the server. Open it in your browser, save the page, and import the file',
  404: 'is not there (404). Check its spelling',
  410: 'is no longer there (410)',
  429: 'was asked for too often, says the server. Try again later',
  451: 'is withheld for legal reasons (451)',
};

function statusSentence(status: number | null): string {
  if (status !== null && status >= 500) return `met a fault of the server (${status}). Try again later`;
  return STATUS[status ?? 0] ?? `was answered with ${status ?? 'nothing'} and no document`;
}

function fetchSentence(details: ErrorDetails): string {
  const reason = textOf(details, 'reason');
  if (reason === 'status') return statusSentence(numberOf(details, 'status'));
  if (reason !== 'type') return FETCH[reason] ?? `could not be fetched${because(reason)}`;
  return `is not a document that Dossier can read${because(textOf(details, 'mediaType'))}`;
}

/** Why no PDF was made, and what else there is. */
const PRINT: Readonly<Record<string, string>> = {
  'no-browser':
    'A PDF is made by Chromium, Chrome, Edge, Brave or Vivaldi, and none of them is installed here. Install one (or name it in CHROME_PATH), or export as HTML and print that page.',
  'too-slow':
    'Making the PDF took too long and was given up. Export fewer sources at once, or export as HTML and print that page.',
};

/** Why a tag cannot be as it is wanted. */
function tagSentence(details: ErrorDetails): string {
  const tag = named(textOf(details, 'name'));
  switch (textOf(details, 'reason')) {
    case 'circle':
      return `The tag${tag} cannot stand below itself, nor below one of its own.`;
    case 'itself':
      return `The tag${tag} cannot be merged with itself.`;
    default:
      return 'A tag needs a name with at least one sign that can be seen.';
  }
}

/** Null where it is not about tags. */
function tagLimitSentence(details: ErrorDetails, limit: number | null): string | null {
  const most = number.format(limit ?? 0);
  switch (textOf(details, 'what')) {
    case 'tag':
      return `A tag’s name has at most ${most} characters; this one has ${number.format(numberOf(details, 'size') ?? 0)}. What is longer belongs in its meaning or in a note.`;
    case 'tag-depth':
      return `Tags can be nested ${most} levels deep, and this would be deeper.`;
    case 'codebook-tags':
      return `A codebook may bring at most ${most} tags at once. Import it in parts.`;
    default:
      return null;
  }
}

export const errorsEn: ErrorSentences = {
  usage: (details) =>
    `This was asked for in a way the app does not know${because(textOf(details, 'reason', 'what'))}.`,
  'not-found': (details) => {
    const what = textOf(details, 'what');
    if (what === 'undo') return 'There is nothing to undo.';
    if (what === 'redo') return 'There is nothing to redo.';
    if (what === 'repeat') return 'Nothing appears twice in this text.';
    if (what === 'folder') return `There is no folder${named(textOf(details, 'path'))}.`;
    return `This notebook has no ${noun(what)}${named(textOf(details, 'id', 'name', 'path'))}.`;
  },
  invalid: (details) => {
    const claim = invalidClaim(details, 'en') ?? invalidTemplate(details, 'en');
    if (claim !== null) return claim;
    if (details['what'] === 'translationOf')
      return 'A source cannot be a translation of itself, nor of one of its own translations.';
    if (details['what'] === 'quote' && details['reason'] === 'empty')
      return 'A highlight needs some text: nothing but space is selected.';
    if (details['what'] === 'version' && details['reason'] === 'other-version')
      return 'The text has changed meanwhile: this highlight stands in another version of it.';
    if (details['what'] === 'folder') return 'Give the whole path of a folder, from the top of the disk.';
    if (details['what'] === 'tag') return tagSentence(details);
    const field = textOf(details, 'field', 'what', 'path');
    const reason = textOf(details, 'reason', 'issue', 'value');
    if (field === 'region') return `Nothing on this page matches ${quoted(reason)}.`;
    return field
      ? `The value given for ${quoted(field)} cannot be used${because(reason)}.`
      : `A value cannot be used${because(reason)}.`;
  },
  duplicate: (details) => {
    const citekey = takenCitekey(details, 'en');
    if (citekey !== null) return citekey;
    if (textOf(details, 'what') === 'evidence') return 'This highlight is already evidence of this claim.';
    if (textOf(details, 'what') === 'tag')
      return `There is a tag${named(textOf(details, 'name'))} already, by this name or as an alias. Choose another name, or merge the two.`;
    return `The ${noun(textOf(details, 'what'))}${named(textOf(details, 'name', 'id', 'path'))} is already there.`;
  },
  'too-large': (details) => {
    const claim = tooLongClaim(details, 'en') ?? tooLongTemplate(details, 'en') ?? tooMuch(details, 'en');
    if (claim !== null) return claim;
    const bytes = numberOf(details, 'bytes', 'size');
    const limit = numberOf(details, 'limit', 'max');
    const name = textOf(details, 'fileName', 'path', 'what');
    if (textOf(details, 'what') === 'note')
      return `This note is too long: ${number.format(numberOf(details, 'size') ?? 0)} characters, where ${number.format(limit ?? 0)} are the most.`;
    if (textOf(details, 'what') === 'windows')
      return 'There are as many windows as can be open at once. Close one first.';
    const tags = tagLimitSentence(details, limit);
    if (tags !== null) return tags;
    if (textOf(details, 'what') === 'archive')
      return 'This archive would unpack to far more than a notebook of its size holds, and was not unpacked.';
    if (textOf(details, 'what') === 'export')
      return 'This export is too large for a download. Write it with the app of the desktop, or with “dossier export”.';
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
    UNSUPPORTED[textOf(details, 'what')]?.(details) ??
    `This version cannot do that${because(textOf(details, 'what', 'kind', 'format', 'capability'))}.`,
  'fetch-failed': (details) => {
    const url = textOf(details, 'url', 'path');
    return `${url ? quoted(url) : 'The address'} ${fetchSentence(details)}.`;
  },
  'print-failed': (details) => {
    const reason = textOf(details, 'reason');
    const program = textOf(details, 'name');
    return (
      PRINT[reason] ??
      `${program === '' ? 'The browser' : program} could not make the PDF${because(reason)}. Export as HTML and print that page.`
    );
  },
  'quotation-not-found': (details) =>
    `The quotation${named(textOf(details, 'quote', 'exact'))} does not occur in this source. Copy it from the text as it stands.`,
  'quotation-ambiguous': (details) => {
    const count = numberOf(details, 'count', 'places');
    const places = count === null ? 'in several places' : `in ${number.format(count)} places`;
    return `The quotation${named(textOf(details, 'quote', 'exact'))} occurs ${places}. Give some of the words before or after it.`;
  },
  'version-replaced': () =>
    'The text was replaced by a newer version meanwhile. Choose the passage in the text as it is now.',
  'notebook-missing': (details) => `There is no notebook at${named(textOf(details, 'path'))}.`,
  'notebook-damaged': (details) =>
    `The notebook${named(textOf(details, 'path'))} is damaged and was left as it is. Restore a backup; where it still opens, “dossier check” says what is wrong.`,
  'notebook-foreign': (details) =>
    details['reason'] === 'empty'
      ? `${named(textOf(details, 'path')).trim() || 'This file'} is empty: it holds no notebook yet, and was left as it is. Choose another file, or import something into it.`
      : `${named(textOf(details, 'path')).trim() || 'This file'} is not a Dossier notebook. It was left as it is: choose another file.`,
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
  cancelled: ({ what, written, total, reason }) =>
    what === 'library'
      ? `The import ended after ${String(written)} of ${String(total)} items${reason === 'undone' ? ', because it was undone meanwhile' : '; these are here, and undo takes them back. The same import again goes on from there'}.`
      : 'Cancelled.',
  internal: (details) =>
    textOf(details, 'what') === 'connection'
      ? 'The app’s engine does not answer. Look whether Dossier is still running, then try again.'
      : `Something went wrong inside the app${because(textOf(details, 'reason', 'what'))}. Your notebook was not changed.`,
};
