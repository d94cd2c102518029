/** The words that an export itself says, in the language asked for. */
import type { Color, Stance, Status, Warning } from '../../common/contract/entities.ts';

export type ExportLocale = 'en' | 'fr';

/** A mark of its own for each status: colour never carries meaning alone. */
export const STATUS_MARKS: Readonly<Record<Status, string>> = {
  verified: '✓',
  disputed: '≠',
  unreviewed: '○',
};

export interface ExportWords {
  readonly locale: ExportLocale;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly reopened: string;
  readonly stances: Readonly<Record<Stance, string>>;
  readonly colors: Readonly<Record<Color, string>>;
  readonly contents: string;
  readonly sources: string;
  readonly highlights: string;
  readonly claims: string;
  readonly evidence: string;
  readonly verdicts: string;
  readonly notes: string;
  readonly untitled: string;
  readonly noVerdict: string;
  readonly noHighlights: string;
  readonly nothing: string;
  readonly picture: string;
  readonly pictures: string;
  readonly address: string;
  readonly captured: (date: string) => string;
  readonly accessed: (date: string) => string;
  readonly source: string;
  readonly exported: (date: string) => string;
  readonly written: (date: string) => string;
  readonly origin: (name: string) => string;
  readonly earlier: string;
  readonly backToText: string;
  readonly colon: string;
  /** Of a paged original: « 12 » or « 12–13 ». */
  readonly page: (label: string) => string;
  readonly quote: (text: string) => string;
  readonly documents: (count: number) => string;
  readonly origins: (count: number) => string;
  readonly highlightCount: (count: number) => string;
}

function counter(locale: ExportLocale): (count: number, one: string, many: string) => string {
  const number = new Intl.NumberFormat(locale);
  const plural = new Intl.PluralRules(locale);
  return (count, one, many) => `${number.format(count)}\u00A0${plural.select(count) === 'one' ? one : many}`;
}

const en = counter('en');
const fr = counter('fr');

const EN: ExportWords = {
  locale: 'en',
  statuses: { unreviewed: 'Unreviewed', verified: 'Verified', disputed: 'Disputed' },
  reopened: 'Reopened',
  stances: { supports: 'Supports', disputes: 'Disputes', mentions: 'Mentions' },
  colors: { yellow: 'Fact', blue: 'Figure', green: 'Quotation', pink: 'Doubt', violet: 'Context' },
  contents: 'Contents',
  sources: 'Sources',
  highlights: 'Highlights',
  claims: 'Claims',
  evidence: 'Evidence',
  verdicts: 'Verdicts',
  notes: 'Notes',
  untitled: 'untitled',
  noVerdict: 'No verdict yet.',
  noHighlights: 'Nothing is highlighted here.',
  nothing: 'Nothing in this notebook matches what was asked for.',
  picture: 'Picture',
  pictures: 'Pictures',
  address: 'Original page',
  captured: (date) => `Captured ${date}`,
  accessed: (date) => `accessed ${date}`,
  source: 'Source',
  exported: (date) => `Exported from Dossier on ${date}`,
  written: (date) => `Written ${date}`,
  origin: (name) => `Origin: ${name}`,
  earlier: 'Highlights of an earlier version',
  backToText: 'Back to the passage',
  colon: ':',
  page: (label) => `${label.includes('–') ? 'pp.' : 'p.'}\u00A0${label}`,
  quote: (text) => `“${text}”`,
  documents: (count) => en(count, 'document', 'documents'),
  origins: (count) => en(count, 'independent origin', 'independent origins'),
  highlightCount: (count) => en(count, 'highlight', 'highlights'),
};

const FR: ExportWords = {
  locale: 'fr',
  statuses: { unreviewed: 'À examiner', verified: 'Vérifiée', disputed: 'Contestée' },
  reopened: 'Rouverte',
  stances: { supports: 'Appuie', disputes: 'Conteste', mentions: 'Mentionne' },
  colors: { yellow: 'Fait', blue: 'Chiffre', green: 'Citation', pink: 'Doute', violet: 'Contexte' },
  contents: 'Sommaire',
  sources: 'Sources',
  highlights: 'Surlignages',
  claims: 'Affirmations',
  evidence: 'Pièces',
  verdicts: 'Verdicts',
  notes: 'Notes',
  untitled: 'sans titre',
  noVerdict: 'Pas encore de verdict.',
  noHighlights: 'Rien n’est surligné ici.',
  nothing: 'Rien dans ce carnet ne correspond à la demande.',
  picture: 'Image',
  pictures: 'Images',
  address: 'Page d’origine',
  captured: (date) => `Capturé le ${date}`,
  accessed: (date) => `consulté le ${date}`,
  source: 'Source',
  exported: (date) => `Exporté de Dossier le ${date}`,
  written: (date) => `Notée le ${date}`,
  origin: (name) => `Origine\u00A0: ${name}`,
  earlier: 'Surlignages d’une version antérieure',
  backToText: 'Revenir au passage',
  colon: '\u00A0:',
  page: (label) => `p.\u00A0${label.replace('–', '-')}`,
  quote: (text) => `«\u00A0${text}\u00A0»`,
  documents: (count) => fr(count, 'document', 'documents'),
  origins: (count) => fr(count, 'origine indépendante', 'origines indépendantes'),
  highlightCount: (count) => fr(count, 'surlignage', 'surlignages'),
};

export const EXPORT_WORDS: Readonly<Record<ExportLocale, ExportWords>> = { en: EN, fr: FR };

/** Where there is nothing to write. */
export const EMPTY_SCOPE: Warning = {
  code: 'empty-scope',
  message: 'Nothing in this notebook matches what was asked for.',
};

const DAY = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const MONTH = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

/** Made once: making one takes longer than a thousand uses of it. */
const FORMATS = { en: dateFormats('en-GB'), fr: dateFormats('fr') } as const;

function dateFormats(language: string): Readonly<Record<'day' | 'month', Intl.DateTimeFormat>> {
  return {
    day: new Intl.DateTimeFormat(language, DAY),
    month: new Intl.DateTimeFormat(language, MONTH),
  };
}

/** A date as the reader says it; a year or a month alone stays one, and what is no date stays as it is. */
export function sayDate(date: string, locale: ExportLocale): string {
  if (/^\d{4}$/.test(date)) return date;
  const time = new Date(date);
  if (Number.isNaN(time.getTime())) return date;
  const said = FORMATS[locale][/^\d{4}-\d{2}$/.test(date) ? 'month' : 'day'].format(time);
  return locale === 'fr' ? said.replace(/^1 /, '1er ') : said;
}
