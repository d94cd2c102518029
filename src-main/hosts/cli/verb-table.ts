/** Every verb of the command line: help, parsing and the errors of both are derived from this table. */
import type { HIT_KINDS} from '../../common/contract/entities.ts';
import { COLORS, SOURCE_KINDS, STANCES, STATUSES } from '../../common/contract/entities.ts';
import { choice, choicesOf, flag, number, required, text, texts, type OptionSpec } from './options.ts';
import type { VerbSpec } from './verb.ts';

/** Words of `--in` and the kinds of hits they stand for, in the order of HIT_KINDS. */
export const SEARCH_PLACES = ['sources', 'excerpts', 'claims', 'notes'] as const;
export const PLACE_KINDS: Readonly<Record<(typeof SEARCH_PLACES)[number], (typeof HIT_KINDS)[number]>> = {
  sources: 'passage',
  excerpts: 'excerpt',
  claims: 'claim',
  notes: 'note',
};

export const EXPORT_FORMATS = ['markdown', 'html'] as const;

const MANY = Number.MAX_SAFE_INTEGER;
/** The engine's own bound of one answer. */
const MOST_HITS = 1000;

export const GLOBAL_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  notebook: text('FILE'),
  json: flag,
  help: flag,
  version: flag,
};

const details = {
  url: text('U'),
  published: text('D'),
  language: text('L'),
  tag: texts('T'),
};
const reason = { reason: required(text('R')) };

export const VERBS: readonly VerbSpec[] = [
  {
    name: 'import',
    operands: 'PATH…|URL…|-',
    least: 1,
    most: MANY,
    access: 'writes',
    options: { title: text('T'), author: text('A'), ...details, as: choice(SOURCE_KINDS) },
    load: async () => (await import('./verbs/import.ts')).importSources,
  },
  {
    name: 'sources',
    operands: '',
    least: 0,
    most: 0,
    access: 'reads',
    options: { tag: text('T'), language: text('L'), trash: flag },
    load: async () => (await import('./verbs/sources.ts')).listSources,
  },
  {
    name: 'show',
    operands: 'SOURCE',
    least: 1,
    most: 1,
    access: 'reads',
    options: { version: text('V') },
    load: async () => (await import('./verbs/show.ts')).showSource,
  },
  {
    name: 'source edit',
    operands: 'SOURCE',
    least: 1,
    most: 1,
    access: 'writes',
    options: { title: text('T'), byline: text('A'), site: text('S'), ...details, untag: texts('T') },
    load: async () => (await import('./verbs/source.ts')).editSource,
  },
  {
    name: 'source remove',
    operands: 'SOURCE',
    least: 1,
    most: 1,
    access: 'writes',
    options: {},
    load: async () => (await import('./verbs/source.ts')).removeSource,
  },
  {
    name: 'source restore',
    operands: 'SOURCE',
    least: 1,
    most: 1,
    access: 'writes',
    options: {},
    load: async () => (await import('./verbs/source.ts')).restoreSource,
  },
  {
    name: 'excerpt add',
    operands: 'SOURCE',
    least: 1,
    most: 1,
    access: 'writes',
    options: {
      quote: required(text('TEXT')),
      prefix: text('P'),
      suffix: text('S'),
      color: choice(COLORS),
      note: text('N'),
      tag: texts('T'),
    },
    load: async () => (await import('./verbs/excerpt.ts')).addExcerpt,
  },
  {
    name: 'excerpt list',
    operands: '[SOURCE]',
    least: 0,
    most: 1,
    access: 'reads',
    options: { tag: text('T'), color: choice(COLORS) },
    load: async () => (await import('./verbs/excerpt.ts')).listExcerpts,
  },
  {
    name: 'excerpt edit',
    operands: 'ID',
    least: 1,
    most: 1,
    access: 'writes',
    options: { note: text('N'), color: choice(COLORS), tag: texts('T'), untag: texts('T') },
    load: async () => (await import('./verbs/excerpt.ts')).editExcerpt,
  },
  {
    name: 'excerpt remove',
    operands: 'ID',
    least: 1,
    most: 1,
    access: 'writes',
    options: {},
    load: async () => (await import('./verbs/excerpt.ts')).removeExcerpt,
  },
  {
    name: 'claim add',
    operands: 'STATEMENT',
    least: 1,
    most: 1,
    access: 'writes',
    options: { tag: texts('T'), evidence: texts('EXCERPT:STANCE') },
    load: async () => (await import('./verbs/claim.ts')).addClaim,
  },
  {
    name: 'claim evidence',
    operands: 'CLAIM EXCERPT',
    least: 2,
    most: 2,
    access: 'writes',
    options: { stance: required(choice(STANCES)), origin: text('NAME'), note: text('N') },
    load: async () => (await import('./verbs/claim.ts')).attachEvidence,
  },
  ...(['verify', 'dispute', 'reopen'] as const).map((verdict): VerbSpec => ({
    name: `claim ${verdict}`,
    operands: 'CLAIM',
    least: 1,
    most: 1,
    access: 'writes',
    options: reason,
    load: async () => (await import('./verbs/claim.ts')).judge(verdict),
  })),
  {
    name: 'claim show',
    operands: 'CLAIM',
    least: 1,
    most: 1,
    access: 'reads',
    options: {},
    load: async () => (await import('./verbs/claim.ts')).showClaim,
  },
  {
    name: 'claim list',
    operands: '',
    least: 0,
    most: 0,
    access: 'reads',
    options: { status: choice(STATUSES), tag: text('T') },
    load: async () => (await import('./verbs/claim.ts')).listClaims,
  },
  {
    name: 'search',
    operands: 'QUERY',
    least: 1,
    most: MANY,
    access: 'reads',
    options: {
      in: choicesOf(SEARCH_PLACES),
      tag: text('T'),
      status: choice(STATUSES),
      language: text('L'),
      limit: number(0, MOST_HITS),
      offset: number(0, MANY),
      explain: flag,
    },
    load: async () => (await import('./verbs/search.ts')).search,
  },
  {
    name: 'export',
    operands: '',
    least: 0,
    most: 0,
    access: 'reads',
    options: {
      format: required(choice(EXPORT_FORMATS)),
      out: required(text('PATH')),
      source: texts('S'),
      tag: text('T'),
      status: choice(STATUSES),
      force: flag,
    },
    load: async () => (await import('./verbs/export.ts')).exportNotes,
  },
  {
    name: 'check',
    operands: '',
    least: 0,
    most: 0,
    access: 'reads',
    options: { repair: flag },
    load: async () => (await import('./verbs/check.ts')).check,
  },
  {
    name: 'serve',
    operands: '',
    least: 0,
    most: 0,
    access: 'none',
    options: { port: number(0, 65_535), 'no-open': flag, sample: flag },
    load: async () => (await import('./verbs/serve.ts')).serve,
  },
  {
    name: 'undo',
    operands: '',
    least: 0,
    most: 0,
    access: 'writes',
    options: {},
    load: async () => (await import('./verbs/history.ts')).undo,
  },
  {
    name: 'redo',
    operands: '',
    least: 0,
    most: 0,
    access: 'writes',
    options: {},
    load: async () => (await import('./verbs/history.ts')).redo,
  },
  {
    name: 'bench',
    operands: '',
    least: 0,
    most: 0,
    access: 'none',
    options: { size: number(1, 10_000_000) },
    load: async () => (await import('./verbs/bench.ts')).bench,
  },
];

/** Verbs of the contract that do not exist yet; they answer with wrong usage and say so. */
export const LATER_VERBS: readonly string[] = [
  'figures',
  'attributions',
  'conflicts',
  'related',
  'echoes',
  'draft',
  'restore',
  'backup',
  'tag',
];
