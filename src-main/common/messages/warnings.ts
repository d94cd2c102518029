/** Warnings in the user's words: the work was done, and this should be known. */
import type { Warning } from '../contract/entities.ts';
import type { Locale } from './locale.ts';

type Sentences = Readonly<Record<string, string>>;

const EN: Sentences = {
  'archive-is-whole':
    'An archive holds the whole notebook: what the export was narrowed to does not apply to it.',
  'answer-cut': 'The query stands for too much; only a part of it was searched.',
  'bytes-replaced': 'Some characters could not be read; \ufffd stands in their place.',
  'chapters-missing': 'Some chapters of this book are missing or damaged; the others were taken.',
  'context-differs':
    'The quotation was found, but not beside all the words that were given before and after it.',
  'empty-scope': 'Nothing in this notebook matches what was asked for.',
  'front-matter-ignored': 'The block of details at the top is not valid YAML and was left out.',
  'index-partial': 'The search index is being made; only a part of the notebook was searched so far.',
  'page-incomplete': 'This saved page has no proper end; what there is of it was taken.',
  scanned:
    'This PDF holds pictures of pages and no text. It can be read page by page; recognising its text is not possible yet.',
  'query-plain': 'The query could not be read as a search expression; its words were searched as they are.',
  'query-stopped': 'The search took too long and was stopped without an answer.',
  'text-unchanged':
    'The page says what it said when it was captured; the first capture was kept, and nothing was added.',
  'told-body':
    'The page shows little or nothing of its article; it was taken from what the page gives to search engines.',
  'version-replaced':
    'The text was replaced by a newer version meanwhile; the passage was highlighted there.',
  'whole-page': 'No article was told apart on this page; all of its text was taken.',
};

const FR: Sentences = {
  'archive-is-whole':
    'Une archive contient tout le carnet : ce à quoi l’export était limité ne s’y applique pas.',
  'answer-cut': 'La recherche désigne trop de mots ; une partie seulement a été cherchée.',
  'bytes-replaced': 'Certains caractères n’ont pas pu être lus ; \ufffd les remplace.',
  'chapters-missing': 'Certains chapitres de ce livre manquent ou sont endommagés ; les autres ont été pris.',
  'context-differs':
    'La citation a été trouvée, mais pas à côté de tous les mots donnés avant et après elle.',
  'empty-scope': 'Rien dans ce carnet ne correspond à ce qui est demandé.',
  'front-matter-ignored':
    'Le bloc de détails placé en tête n’est pas du YAML valable ; il a été laissé de côté.',
  'index-partial':
    'L’index de recherche est en cours de création ; une partie seulement du carnet a été cherchée.',
  'page-incomplete': 'Cette page enregistrée n’a pas de fin en règle ; ce qui en reste a été pris.',
  scanned:
    'Ce PDF contient des images de pages, sans texte. Il se lit page par page ; la reconnaissance du texte n’est pas encore possible.',
  'query-plain': 'La syntaxe de la recherche n’a pas été comprise ; ses mots ont été cherchés tels quels.',
  'query-stopped': 'La recherche prenait trop de temps ; elle a été arrêtée sans réponse.',
  'text-unchanged':
    'La page dit ce qu’elle disait lors de la capture ; la première capture est gardée, rien n’a été ajouté.',
  'told-body':
    'La page ne montre que peu de son article, ou rien ; il a été pris dans ce qu’elle donne aux moteurs de recherche.',
  'version-replaced':
    'Le texte a été remplacé entre-temps par une version plus récente ; le passage y est surligné.',
  'whole-page': 'Aucun article ne se détache dans cette page ; tout son texte a été pris.',
};

const SENTENCES: Readonly<Record<Locale, Sentences>> = { en: EN, fr: FR };

/** `decoded-windows-1252` names the encoding that a text was read in. */
const DECODED = /^decoded-(.+)$/;

const DECODED_SENTENCES: Readonly<Record<Locale, (charset: string) => string>> = {
  en: (charset) => `The text was not in UTF-8; it was read as ${charset}.`,
  fr: (charset) => `Le texte n’était pas en UTF-8 ; il a été lu en ${charset}.`,
};

/** `images-left-out-3` names how many pictures were not taken. */
const LEFT_OUT = /^images-left-out-(\d+)$/;

const LEFT_OUT_SENTENCES: Readonly<Record<Locale, (count: number) => string>> = {
  en: (count) =>
    count === 1
      ? 'One picture could not be taken: it is too large, damaged, or was not answered.'
      : `${count} pictures could not be taken: they are too large, damaged, or were not answered.`,
  fr: (count) =>
    count === 1
      ? 'Une image n’a pas pu être prise : trop grande, endommagée ou restée sans réponse.'
      : `${count} images n’ont pas pu être prises : trop grandes, endommagées ou restées sans réponse.`,
};

/** A sentence made of details. */
type Telling = (details: Details) => string;
type Details = NonNullable<Warning['details']>;

const inPercent: Readonly<Record<Locale, (details: Details) => string>> = {
  en: ({ percent }) => `${percent}%`,
  fr: ({ percent }) => `${percent}\u00a0%`,
};

const NEAR: Readonly<Record<Locale, Readonly<Record<string, Telling>>>> = {
  en: {
    same: (details) => `${inPercent.en(details)} the same as “${details['title']}”`,
    contains: (details) => `Contains ${inPercent.en(details)} of “${details['title']}”`,
    within: (details) => `${inPercent.en(details)} of it stands in “${details['title']}”`,
  },
  fr: {
    same: (details) => `Identique à ${inPercent.fr(details)} à «\u00a0${details['title']}\u00a0»`,
    contains: (details) => `Contient ${inPercent.fr(details)} de «\u00a0${details['title']}\u00a0»`,
    within: (details) => `Figure à ${inPercent.fr(details)} dans «\u00a0${details['title']}\u00a0»`,
  },
};

const andMore = (more: string | number | undefined, en: boolean): string =>
  Number(more ?? 0) > 0 ? ` ${en ? `and ${more} more` : `et ${more} autres`}` : '';

const CARRIED: Readonly<Record<Locale, Readonly<Record<string, readonly [one: string, many: string]>>>> = {
  en: {
    claims: ['claim', 'claims'],
    highlights: ['highlight', 'highlights'],
    notes: ['note', 'notes'],
    originals: ['original', 'originals'],
  },
  fr: {
    claims: ['affirmation', 'affirmations'],
    highlights: ['surlignage', 'surlignages'],
    notes: ['note', 'notes'],
    originals: ['original', 'originaux'],
  },
};

/** « 3 affirmations ». */
function carried({ what, count }: Details, locale: Locale): string {
  const [one, many] = CARRIED[locale][String(what)] ?? ['', ''];
  const isOne = new Intl.PluralRules(locale).select(Number(count)) === 'one';
  return `${new Intl.NumberFormat(locale).format(Number(count))}\u00a0${isOne ? one : many}`;
}

const TOLD: Readonly<Record<Locale, Readonly<Record<string, Telling>>>> = {
  en: {
    'near-duplicate': (details) => `${describeNear(details, 'en')}.`,
    'text-twice': (details) => `${inPercent.en(details)} of this text appears twice.`,
    'codebook-no-aliases': ({ count }) =>
      `This format has no place for aliases: ${count} left out. CSV carries them.`,
    'codebook-renamed': ({ count, name }) =>
      `Names that stand more than once were told apart by their parents: ${count}, such as “${name}”.`,
    'codebook-circle': ({ count, name }) =>
      `Some tags would stand below themselves and stay where they are: ${count}, such as “${name}”.`,
    'codebook-alias-taken': ({ count, name }) =>
      `Some aliases are names of other tags and were left out: ${count}, such as “${name}”.`,
    'pages-broken': ({ pages, more }) =>
      `Pages that could not be read: p.\u00a0${pages}${andMore(more, true)}. The others were taken.`,
    'pages-without-text': ({ pages, more }) =>
      `Pages without text: p.\u00a0${pages}${andMore(more, true)}. The reader can show them as they were printed.`,
    'claim-without-verdict': ({ statement }) => `Left out, since it has no verdict: ${statement}`,
    'export-left-out': (details) => `This format has no place for ${carried(details, 'en')}.`,
    'export-as-notes': (details) => `${carried(details, 'en')} became notes: this format has no other place.`,
  },
  fr: {
    'near-duplicate': (details) => `${describeNear(details, 'fr')}.`,
    'text-twice': (details) => `${inPercent.fr(details)} de ce texte y figure deux fois.`,
    'codebook-no-aliases': ({ count }) =>
      `Ce format n’a pas de place pour les alias\u00a0: ${count} laissés de côté. Le CSV les emporte.`,
    'codebook-renamed': ({ count, name }) =>
      `Des noms donnés plusieurs fois ont été distingués par leur parent\u00a0: ${count}, dont «\u00a0${name}\u00a0».`,
    'codebook-circle': ({ count, name }) =>
      `Des étiquettes seraient placées sous elles-mêmes et restent où elles sont\u00a0: ${count}, dont «\u00a0${name}\u00a0».`,
    'codebook-alias-taken': ({ count, name }) =>
      `Des alias sont les noms d’autres étiquettes et ont été laissés de côté\u00a0: ${count}, dont «\u00a0${name}\u00a0».`,
    'pages-broken': ({ pages, more }) =>
      `Pages illisibles\u00a0: p.\u00a0${pages}${andMore(more, false)}. Les autres ont été prises.`,
    'pages-without-text': ({ pages, more }) =>
      `Pages sans texte\u00a0: p.\u00a0${pages}${andMore(more, false)}. Elles peuvent être vues telles qu’imprimées, dans la lecture.`,
    'claim-without-verdict': ({ statement }) => `Laissée de côté, faute de verdict\u00a0: ${statement}`,
    'export-left-out': (details) => `Ce format n’a pas de place pour ${carried(details, 'fr')}.`,
    'export-as-notes': (details) =>
      `En notes, faute d’une autre place dans ce format\u00a0: ${carried(details, 'fr')}.`,
  },
};

/** What another source is to a text, with `kind`, `percent` and `title`; without a full stop. */
export function describeNear(details: Details, locale: Locale): string {
  return (NEAR[locale][details['kind'] ?? ''] ?? NEAR[locale]['same'])?.(details) ?? '';
}

/** A warning's sentence; one that has none yet is said as the engine said it, in English. */
export function describeWarning(warning: Warning, locale: Locale): string {
  const charset = DECODED.exec(warning.code)?.[1];
  if (charset !== undefined) return DECODED_SENTENCES[locale](charset);
  const leftOut = LEFT_OUT.exec(warning.code)?.[1];
  if (leftOut !== undefined) return LEFT_OUT_SENTENCES[locale](Number(leftOut));
  const told = warning.details && TOLD[locale][warning.code]?.(warning.details);
  return told ?? SENTENCES[locale][warning.code] ?? warning.message;
}
