/** Why a document was given up that is more than can be read. */
import type { ErrorDetails } from '../contract/errors.ts';
import { shorten } from '../language/shorten.ts';
import { numberOf, QUOTED_LENGTH, textOf } from './details.ts';
import type { Locale } from './locale.ts';

interface Facts {
  /** Quoted; empty where the document has no name. */
  readonly name: string;
  /** How many there are, and may be. */
  readonly count: string;
  readonly limit: string;
}

type Sentences = Readonly<Record<Reason, (facts: Facts) => string>>;
type Reason = 'elements' | 'time' | 'memory' | 'entries' | 'pages';

const EN: Sentences = {
  elements: ({ name, limit }) =>
    `${name || 'This page'} has more than ${limit} elements, which no article needs, and was not taken. Save the part that matters.`,
  time: ({ name, count }) =>
    `${name || 'This document'} took more than ${count} seconds to read and was given up. Import it in parts.`,
  memory: ({ name }) =>
    `${name || 'This document'} took too much memory to read and was given up. Import it in parts.`,
  entries: ({ name }) =>
    `${name || 'This document'} is packed from far more files than any document, and was not unpacked.`,
  pages: ({ name, count, limit }) =>
    `${name || 'This document'} has ${count} pages, where ${limit} are the most. Import it in parts.`,
};

const FR: Sentences = {
  elements: ({ name, limit }) =>
    `${name || 'Cette page'} a plus de ${limit} éléments, ce dont aucun article n’a besoin ; rien n’en a été pris. Enregistrez la partie qui compte.`,
  time: ({ name, count }) =>
    `${name || 'Ce document'} : la lecture a pris plus de ${count} secondes et a été abandonnée. Importez-le par parties.`,
  memory: ({ name }) =>
    `${name || 'Ce document'} : la lecture a pris trop de mémoire et a été abandonnée. Importez-le par parties.`,
  entries: ({ name }) =>
    `${name || 'Ce document'} réunit bien plus de fichiers qu’aucun document ; il est resté tel quel.`,
  pages: ({ name, count, limit }) =>
    `${name || 'Ce document'} a ${count} pages, pour ${limit} au plus. Importez-le par parties.`,
};

/** Null where it is too large for another reason. */
export function tooMuch(details: ErrorDetails, locale: Locale): string | null {
  const reason = reasonOf(details);
  if (reason === null) return null;
  const name = textOf(details, 'fileName', 'path');
  const number = new Intl.NumberFormat(locale);
  const short = shorten(name, QUOTED_LENGTH);
  const quoted = locale === 'fr' ? `« ${short} »` : `“${short}”`;
  return (locale === 'fr' ? FR : EN)[reason]({
    name: name === '' ? '' : quoted,
    count: number.format(numberOf(details, 'pages', 'seconds') ?? 0),
    limit: number.format(numberOf(details, 'limit', 'maxPages') ?? 0),
  });
}

function reasonOf(details: ErrorDetails): Reason | null {
  const what = textOf(details, 'what');
  const reason = textOf(details, 'reason');
  if (what === 'elements') return 'elements';
  if (what === 'article' && (reason === 'time' || reason === 'memory')) return reason;
  if (what === 'zip' && reason === 'entries') return 'entries';
  return numberOf(details, 'maxPages') === null ? null : 'pages';
}
