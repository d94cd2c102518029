/** Words of the command line, in English. */
import type { TrashKind } from '../../contract/collections.ts';
import type { FacetName } from '../../contract/hits.ts';
import { CLAIM_OPTIONS, CLAIM_VERBS, CLAIM_WORDS, type ClaimCliWords } from './claims-en.ts';
import { TAG_OPTIONS, TAG_VERBS, TAG_WORDS, type TagCliWords } from './tags-en.ts';
import { TEMPLATE_OPTIONS, TEMPLATE_VERBS, TEMPLATE_WORDS, type TemplateCliWords } from './templates-en.ts';

const VERBS = {
  import:
    'Capture files, whole folders, web addresses, standard input (-), or the exported library of another program',
  sources: 'List the library',
  show: 'Show one source whole',
  'source edit': 'Correct the details and tags of a source; an empty value clears a detail',
  'source extract': 'Take the article, the whole page or a part of it anew from the page as it was kept',
  'source remove': 'Put a source into the trash',
  'source restore': 'Take a source out of the trash',
  'source dedupe': 'Take out text that stands twice in a source, as a new version; “undo” brings it back',
  'excerpt add': 'Highlight a quotation',
  'excerpt list': 'List highlights',
  'excerpt candidates': 'Show where a highlight stood, and where it may stand now',
  'excerpt changed': 'List quotations that a newer version changed or lost, and the claims that rest on them',
  'excerpt confirm': 'Confirm where moved highlights stand',
  'excerpt anchor': 'Place a highlight where a candidate stands',
  'excerpt keep': 'Leave highlights without a place',
  'excerpt edit': 'Change a highlight’s note, color or tags',
  'excerpt remove': 'Remove a highlight',
  ...CLAIM_VERBS,
  ...TAG_VERBS,
  ...TEMPLATE_VERBS,
  'note add': 'Write a note of its own; “--body -” reads it from standard input',
  'note edit': 'Change a note’s title, words or tags',
  'note list': 'List notes',
  'note show': 'Show one note',
  'note remove': 'Put a note into the trash',
  'collection list': 'List collections',
  'collection add': 'Make a collection, of these sources',
  'collection rename': 'Call a collection otherwise',
  'collection include': 'Put sources at the end of a collection',
  'collection exclude': 'Take sources out of a collection',
  'collection remove': 'Put a collection into the trash; its sources stay',
  'saved list': 'List saved searches',
  'saved remove': 'Put a saved search into the trash',
  'trash list': 'List what is in the trash',
  'trash empty': 'Delete for good what is in the trash; the one thing that “undo” does not bring back',
  search: 'Find passages, highlights, claims and notes',
  export: 'Write the annotated notes as files',
  restore: 'Make a new notebook from an archive (export --format archive)',
  check: 'Check the notebook’s integrity',
  serve: 'Open the app in a browser on this machine',
  undo: 'Take back the last change of this notebook',
  redo: 'Do again what was taken back',
  bench: 'Measure this machine’s figures',
};

const OPTIONS = {
  notebook: 'the notebook (default: the one last opened)',
  json: 'answer with one JSON document',
  help: 'show this help',
  version: 'show the version of the app',
  'show version': 'which version of the source (default: the current one)',
  'import url': 'address that it came from, for a file or standard input',
  title: 'title',
  author: 'who wrote it',
  byline: 'who wrote it',
  site: 'outlet',
  url: 'address that it came from',
  published: 'date of publication (a day, month or year)',
  modified: 'date of the last change by the outlet (a day, month or year)',
  description: 'what it is about, in a sentence',
  article: 'what is recognised as the article (the default)',
  whole: 'all that the page shows',
  region: 'the part that a CSS selector names, such as "#content"',
  language: 'language, such as en or fr',
  tag: 'tag; may be repeated where several are taken',
  body: 'the words, in Markdown; - reads them from standard input',
  collection: 'only the sources of this collection, by name or id',
  save: 'keep the query and its filters under this name',
  saved: 'run the search that was saved under this name',
  'export saved': 'only what this saved search finds',
  claim: 'only this claim with its evidence; may be repeated',
  citekey: 'by what writing tools cite it; an empty value makes it of the details again',
  yes: 'yes, delete for good',
  untag: 'tag to take away; may be repeated',
  as: 'how to read it, whatever its name says',
  images: 'for an address: also fetch the pictures of the article',
  'allow-private': 'for an address: it may be on this machine or its network',
  'translation-of': 'the source that this one is a translation of',
  'no-translation': 'it is a translation of no other source',
  trash: 'what is in the trash instead',
  quote: 'the words to highlight, as they stand in the text',
  prefix: 'words before the quotation, to choose among several places',
  suffix: 'words after the quotation, to choose among several places',
  color: 'colour of the highlight',
  anchor: 'how sure the place of a highlight is',
  candidate: 'number of the candidate, as “dossier excerpt candidates” lists them',
  note: 'note',
  evidence: 'highlight that the claim rests on, and how; may be repeated',
  stance: 'what the passage does to the claim',
  origin: 'who first said it',
  reason: 'why; a verdict without a reason is refused',
  status: 'status of the claim',
  in: 'where to search; may be repeated',
  limit: 'how many hits at most (20)',
  offset: 'how many hits to leave out first',
  explain: 'say why each hit matched',
  from: 'published in this year or month, on this day, or later',
  to: 'published in this year or month, on this day, or earlier',
  facets: 'also count the kinds, languages, outlets, years, tags and statuses',
  format: 'format of the export',
  out: 'folder (markdown, obsidian, csv) or file (all others) to write',
  source: 'only this source; may be repeated',
  force: 'replace what is there',
  repair: 'make anew what can be derived',
  port: 'port on the loopback address (default: a free one)',
  'no-open': 'only serve: open no window',
  sample: 'open the sample notebook',
  size: 'how many passages to measure with',
  ...TAG_OPTIONS,
  ...TEMPLATE_OPTIONS,
  ...CLAIM_OPTIONS,
};

export type Words<Key extends string> = Readonly<Record<Key, string>>;

export interface CliWords {
  readonly verbs: Words<keyof typeof VERBS>;
  readonly options: Words<keyof typeof OPTIONS>;
  readonly about: string;
  readonly usage: string;
  readonly verbsTitle: string;
  readonly optionsTitle: string;
  readonly globalTitle: string;
  readonly required: string;
  readonly more: string;
  readonly problems: Words<
    | 'no-verb'
    | 'no-subverb'
    | 'unknown-verb'
    | 'later'
    | 'unknown-option'
    | 'needless-value'
    | 'missing-value'
    | 'missing-option'
    | 'wrong-value'
    | 'missing-operand'
    | 'extra-operand'
    | 'one-at-a-time'
    | 'one-way'
    | 'url-twice'
    | 'wrong-evidence'
  >;
  readonly fileMissing: string;
  /** Files of a folder that nobody named. `{path}` is the file. */
  readonly leftOut: { readonly file: string; readonly more: (n: number) => string };
  readonly folderEmpty: string;
  /** What the command line can say more plainly than the window, which has no options. */
  readonly failures: Words<
    | 'missing'
    | 'trashed'
    | 'exists'
    | 'kind'
    | 'empty'
    | 'date'
    | 'language'
    | 'address'
    | 'port'
    | 'port-denied'
  >;
  readonly columns: Words<
    | 'status'
    | 'title'
    | 'language'
    | 'words'
    | 'id'
    | 'site'
    | 'published'
    | 'tags'
    | 'excerpts'
    | 'claims'
    | 'quotation'
    | 'color'
    | 'note'
    | 'statement'
    | 'sources'
    | 'origins'
    | 'file'
    | 'bytes'
    | 'byline'
    | 'url'
    | 'captured'
    | 'near'
    | 'score'
    | 'leftOut'
    | 'why'
    | 'examples'
    | 'translationOf'
    | 'translation'
    | 'modified'
    | 'description'
    | 'kept'
    | 'repeated'
    | 'kind'
    | 'deleted'
    | 'query'
  >;
  /** Of a source that is nearly the same, with a share in percent. */
  readonly nearKinds: Readonly<Record<'same' | 'contains' | 'within', (share: string) => string>>;
  readonly dedupe: Words<'removed' | 'carried' | 'orphan'>;
  readonly importStatuses: Words<'added' | 'version' | 'duplicate' | 'failed'>;
  readonly claim: ClaimCliWords;
  readonly tag: TagCliWords;
  readonly template: TemplateCliWords;
  readonly statuses: Words<'unreviewed' | 'verified' | 'disputed'>;
  readonly stances: Words<'supports' | 'disputes' | 'mentions'>;
  readonly colors: Words<'yellow' | 'blue' | 'green' | 'pink' | 'violet'>;
  /** Of a highlight's places. */
  readonly places: Words<'stood' | 'none'>;
  readonly anchors: Words<'exact' | 'moved' | 'orphan'>;
  readonly kinds: Words<'passage' | 'excerpt' | 'claim' | 'note'>;
  /** What hits are counted by. */
  readonly facets: Words<FacetName>;
  /** What stands after a title of a list. */
  readonly colon: string;
  readonly evidence: string;
  readonly history: string;
  readonly noSources: string;
  readonly noExcerpts: string;
  readonly noClaims: string;
  readonly noNotes: string;
  readonly noCollections: string;
  readonly noSaved: string;
  readonly trashEmpty: string;
  readonly trashKinds: Words<TrashKind>;
  readonly noHits: string;
  /** `{n}` is the number. */
  readonly hits: { readonly one: string; readonly many: string };
  readonly took: string;
  readonly removed: string;
  readonly sound: string;
  readonly unsound: string;
  readonly repaired: string;
  readonly undone: string;
  readonly redone: string;
  readonly importing: string;
  readonly exporting: string;
  readonly restoring: string;
  readonly warning: string;
}

const words: CliWords = {
  verbs: VERBS,
  options: OPTIONS,
  about: 'Dossier: a research notebook. Read offline, highlight, verify or dispute claims, export.',
  usage: 'Usage:',
  verbsTitle: 'Verbs',
  optionsTitle: 'Options',
  globalTitle: 'Everywhere',
  required: 'required',
  more: '“dossier VERB --help” says more about a verb.',
  problems: {
    'no-verb': 'Say what to do: a verb is missing.',
    'no-subverb': '“{value}” needs a second word: {expected}.',
    'unknown-verb': 'There is no verb “{value}”.',
    later: '“{value}” does not exist yet in this version.',
    'unknown-option': '“{value}” is not an option of “{verb}”. Words that begin with a dash go after “--”.',
    'needless-value': '{value} takes no value.',
    'missing-value': '{value} needs a value ({expected}). One that looks like an option is joined: {value}=…',
    'missing-option': '“{verb}” needs {value}.',
    'wrong-value': '{value}: expected {expected}.',
    'missing-operand': '“{verb}” needs {value}.',
    'extra-operand': '“{value}” is one word too many. Put quotation marks around several words.',
    'one-way': 'Only one of {value} can be meant.',
    'one-at-a-time': '{value} describes one source, and several were given.',
    'url-twice': '“{value}” is itself the address of what is captured; --url says where a file came from.',
    'wrong-evidence': '“{value}” is not an excerpt and a stance: expected {expected}.',
  },
  fileMissing: 'There is no file “{path}”.',
  leftOut: {
    file: '“{path}” was left out, as it may be the library of another program: give it by name to import it.',
    more: (n: number) => `${n} more were left out for the same reason; --json names all.`,
  },
  folderEmpty: 'The folder “{path}” holds no file of a known kind ({kinds}).',
  failures: {
    missing:
      'There is no notebook at “{path}”. “dossier import FILE” makes it; --notebook names another file.',
    trashed: 'The source “{id}” is in the trash. “dossier source restore {id}” takes it out.',
    exists: '“{path}” is already there. --force replaces it; or choose another name.',
    kind: '“{path}” is there and is not what this format writes (markdown, obsidian, csv: a folder; all others: a file). Choose another name.',
    empty: 'The value given for “{what}” is empty.',
    date: '“{value}” is not a date: write 2025, 2025-08 or 2025-08-13.',
    language: '“{value}” is not a language: write its code, as fr, en or pt-BR.',
    address: '“{value}” is not a web address: write it whole, as https://example.org/page.',
    port: 'Port {value} is in use by another program. Choose another, or leave --port out for a free one.',
    'port-denied':
      'Port {value} may not be used by this account. Choose one above 1023, or leave --port out.',
  },
  columns: {
    status: 'Status',
    title: 'Title',
    language: 'Lang.',
    words: 'Words',
    id: 'Id',
    site: 'Outlet',
    published: 'Published',
    tags: 'Tags',
    excerpts: 'Highlights',
    claims: 'Claims',
    quotation: 'Quotation',
    color: 'Colour',
    note: 'Note',
    statement: 'Statement',
    sources: 'Documents',
    origins: 'Origins',
    file: 'File',
    bytes: 'Bytes',
    byline: 'Author',
    url: 'Address',
    captured: 'Captured',
    near: 'Similar to',
    score: 'Score',
    leftOut: 'Left out',
    why: 'Why',
    examples: 'For example',
    translationOf: 'Translation of',
    translation: 'Translation',
    modified: 'Changed',
    description: 'About',
    kept: 'Part of the page',
    repeated: 'Stands twice',
    kind: 'Kind',
    deleted: 'Deleted',
    query: 'Query',
  },
  nearKinds: {
    same: (share) => `${share} the same`,
    contains: (share) => `${share} of that text stands here`,
    within: (share) => `${share} of this text stands there`,
  },
  dedupe: { removed: 'Copies taken out', carried: 'Highlights kept', orphan: 'Highlights without a place' },
  importStatuses: {
    added: 'added',
    version: 'new version',
    duplicate: 'already there',
    failed: 'failed',
  },
  claim: CLAIM_WORDS,
  tag: TAG_WORDS,
  template: TEMPLATE_WORDS,
  statuses: { unreviewed: 'Unreviewed', verified: 'Verified', disputed: 'Disputed' },
  stances: { supports: 'supports', disputes: 'disputes', mentions: 'mentions' },
  colors: { yellow: 'yellow', blue: 'blue', green: 'green', pink: 'pink', violet: 'violet' },
  places: { stood: 'It stood here', none: 'No place in the current version is like it.' },
  anchors: { exact: 'exact', moved: 'moved', orphan: 'orphan' },
  kinds: { passage: 'passage', excerpt: 'highlight', claim: 'claim', note: 'note' },
  facets: {
    kind: 'Kinds',
    language: 'Languages',
    site: 'Outlets',
    year: 'Years',
    tag: 'Tags',
    status: 'Statuses',
  },
  colon: ':',
  evidence: 'Evidence',
  history: 'History',
  noSources: 'No sources. “dossier import FILE” adds one.',
  noExcerpts: 'No highlights.',
  noClaims: 'No claims.',
  noNotes: 'No notes.',
  noCollections: 'No collections.',
  noSaved: 'No saved searches.',
  trashEmpty: 'The trash is empty.',
  trashKinds: {
    source: 'Source',
    excerpt: 'Highlight',
    claim: 'Claim',
    note: 'Note',
    tag: 'Tag',
    collection: 'Collection',
    'saved-search': 'Saved search',
    template: 'Template',
    'kept-search': 'Kept search',
  },
  noHits: 'Nothing found.',
  hits: { one: '{n} hit', many: '{n} hits' },
  took: '{ms} ms',
  removed: 'Removed',
  sound: 'The notebook is sound.',
  unsound: 'The notebook has problems:',
  repaired: 'repaired',
  undone: 'Undone: {what}',
  redone: 'Done again: {what}',
  importing: 'Importing',
  exporting: 'Exporting',
  restoring: 'Restoring',
  warning: 'Warning',
};

export default words;
