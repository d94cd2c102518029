/** Libraries of other programs in the user's words: what they are called, what came over, what did not and why. */
import type {
  ImportedLibrary,
  LeftOut,
  LeftOutKind,
  LeftOutReason,
  LibraryFormat,
} from '../contract/libraries.ts';
import type { Locale } from './locale.ts';

interface LibraryWords {
  readonly names: Readonly<Record<LibraryFormat, string>>;
  /** One and several. */
  readonly things: Readonly<Record<LeftOutKind | AddedKind, readonly [string, string]>>;
  readonly reasons: Readonly<Record<LeftOutReason, string>>;
  readonly nothing: string;
  readonly colon: string;
  readonly quote: (text: string) => string;
}

type AddedKind = 'source' | 'excerpt' | 'orphan' | 'addedNote' | 'addedTag';

const EN: LibraryWords = {
  names: {
    'zotero-rdf': 'Zotero',
    'zotero-json': 'Zotero (Better BibTeX)',
    'csl-json': 'CSL-JSON',
    hypothesis: 'Hypothesis',
    'web-annotation': 'Web Annotation',
    readwise: 'Readwise',
    pocket: 'Pocket',
    instapaper: 'Instapaper',
    omnivore: 'Omnivore',
    kindle: 'Kindle',
    bookmarks: 'Browser bookmarks',
  },
  things: {
    item: ['item', 'items'],
    annotation: ['highlight', 'highlights'],
    note: ['note', 'notes'],
    tag: ['tag', 'tags'],
    text: ['text', 'texts'],
    attachment: ['attached file', 'attached files'],
    bookmark: ['bookmark in a book', 'bookmarks in books'],
    selector: ['marked place', 'marked places'],
    source: ['source', 'sources'],
    excerpt: ['highlight', 'highlights'],
    orphan: ['not found in the text', 'not found in the text'],
    addedNote: ['note', 'notes'],
    addedTag: ['tag', 'tags'],
  },
  reasons: {
    empty: 'nothing in it to take',
    broken: 'incomplete or damaged in the export',
    address: 'not the address of a web page',
    'no-quotation': 'marks a place without quoting any text',
    'clipping-limit': 'the device had reached the publisher’s limit and did not keep the text',
    'place-mark': 'only marks a place, without any text',
    replaced: 'a longer one of the same place came over instead',
    'file-elsewhere': 'the export names it but does not hold it; import the file itself',
    unreadable: 'the file could not be read as an article; its details came over',
    'text-here': 'the notebook has its own text of that page, which stays',
    'in-trash': 'came over before and is in the trash; restore it there',
    'edited-here': 'was changed here since, and stays as it is here',
    'too-long': 'too long',
    'too-many': 'past what one import takes',
  },
  nothing: 'nothing new',
  colon: ':',
  quote: (text) => `“${text}”`,
};

const FR: LibraryWords = {
  names: { ...EN.names, bookmarks: 'Marque-pages du navigateur' },
  things: {
    item: ['élément', 'éléments'],
    annotation: ['surlignage', 'surlignages'],
    note: ['note', 'notes'],
    tag: ['étiquette', 'étiquettes'],
    text: ['texte', 'textes'],
    attachment: ['fichier joint', 'fichiers joints'],
    bookmark: ['signet dans un livre', 'signets dans des livres'],
    selector: ['endroit marqué', 'endroits marqués'],
    source: ['source', 'sources'],
    excerpt: ['surlignage', 'surlignages'],
    orphan: ['introuvable dans le texte', 'introuvables dans le texte'],
    addedNote: ['note', 'notes'],
    addedTag: ['étiquette', 'étiquettes'],
  },
  reasons: {
    empty: 'rien à en reprendre',
    broken: 'incomplet ou endommagé dans l’export',
    address: 'n’est pas l’adresse d’une page web',
    'no-quotation': 'marque un endroit sans citer de texte',
    'clipping-limit': 'la liseuse avait atteint la limite de l’éditeur et n’a pas gardé le texte',
    'place-mark': 'marque seulement un endroit, sans texte',
    replaced: 'un autre plus long, du même endroit, a été repris à la place',
    'file-elsewhere': 'nommé dans l’export, mais absent ; importez le fichier lui-même',
    unreadable: 'le fichier n’a pas pu être lu comme un article ; sa fiche a été reprise',
    'text-here': 'le carnet a déjà son propre texte de cette page, qui reste',
    'in-trash': 'déjà repris, et à la corbeille ; rétablissez-le là',
    'edited-here': 'modifié ici depuis, et laissé tel quel',
    'too-long': 'trop long',
    'too-many': 'au-delà de ce qu’un import peut reprendre',
  },
  nothing: 'rien de nouveau',
  colon: '\u00a0:',
  quote: (text) => `«\u00a0${text}\u00a0»`,
};

const WORDS: Readonly<Record<Locale, LibraryWords>> = { en: EN, fr: FR };

function counted(count: number, what: keyof LibraryWords['things'], locale: Locale): string {
  const [one, several] = WORDS[locale].things[what];
  const isOne = new Intl.PluralRules(locale).select(count) === 'one';
  return `${new Intl.NumberFormat(locale).format(count)} ${isOne ? one : several}`;
}

export function nameLibrary(format: LibraryFormat, locale: Locale): string {
  return WORDS[locale].names[format];
}

/** « 12 sources, 34 highlights (2 not found in the text), 5 notes, 6 tags »; what there is none of is left out. */
export function describeAdded(added: ImportedLibrary['added'], locale: Locale): string {
  const orphans = added.orphans > 0 ? ` (${counted(added.orphans, 'orphan', locale)})` : '';
  const parts = [
    added.sources > 0 ? counted(added.sources, 'source', locale) : '',
    added.excerpts > 0 ? `${counted(added.excerpts, 'excerpt', locale)}${orphans}` : '',
    added.notes > 0 ? counted(added.notes, 'addedNote', locale) : '',
    added.tags > 0 ? counted(added.tags, 'addedTag', locale) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? WORDS[locale].nothing : parts.join(', ');
}

/** « 2 attached files »: what did not come over. */
export function countLeftOut({ what, count }: LeftOut, locale: Locale): string {
  return counted(count, what, locale);
}

export function explainLeftOut({ reason }: LeftOut, locale: Locale): string {
  return WORDS[locale].reasons[reason];
}

/** « “The Forty Days”, “Le Loyer” … »; empty where none is named. */
export function nameLeftOut({ examples, count }: LeftOut, locale: Locale): string {
  if (examples.length === 0) return '';
  return `${examples.map(WORDS[locale].quote).join(', ')}${count > examples.length ? ' …' : ''}`;
}
