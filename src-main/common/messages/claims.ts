/** Why a claim cannot be as it is wanted, in both languages. Null where it is not about claims. */
import type { ErrorDetails } from '../contract/errors.ts';
import type { Locale } from './locale.ts';
import { numberOf, textOf } from './details.ts';

type Sentences = Readonly<Record<'statement' | 'reason' | 'supersededBy' | 'date' | 'draft', string>>;

const INVALID: Readonly<Record<Locale, Sentences>> = {
  en: {
    statement: 'A claim needs words: write the sentence that can be true or false.',
    reason: 'A verdict needs its reason: say what makes you so sure, since the history keeps it.',
    supersededBy:
      'A claim cannot be superseded by itself, nor by one that it has superseded in turn: that would be a circle.',
    date: 'This is not a day of the calendar: write it as 2026-05-01.',
    draft: 'There is nothing to check: the draft holds no text.',
  },
  fr: {
    statement: 'Une affirmation a besoin de mots\u202F: écrivez la phrase qui peut être vraie ou fausse.',
    reason:
      'Un verdict a besoin de son motif\u202F: dites ce qui vous en assure, puisque l’histoire le garde.',
    supersededBy:
      'Une affirmation ne peut être remplacée par elle-même, ni par une autre qu’elle a remplacée à son tour\u202F: ce serait un cercle.',
    date: 'Ce n’est pas un jour du calendrier\u202F: écrivez-le comme 2026-05-01.',
    draft: 'Il n’y a rien à vérifier\u202F: le brouillon ne contient aucun texte.',
  },
};

export function invalidClaim(details: ErrorDetails, locale: Locale): string | null {
  const what = textOf(details, 'what');
  const isEmpty = textOf(details, 'reason') === 'empty';
  if (isEmpty && (what === 'statement' || what === 'reason' || what === 'draft'))
    return INVALID[locale][what];
  return what === 'supersededBy' || what === 'date' ? INVALID[locale][what] : null;
}

const NAMES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: { statement: 'This statement', reason: 'This reason', draft: 'This draft', query: 'This query' },
  fr: {
    statement: 'Cette affirmation est trop longue',
    reason: 'Ce motif est trop long',
    draft: 'Ce brouillon est trop long',
    query: 'Cette recherche est trop longue',
  },
};

export function tooLongClaim(details: ErrorDetails, locale: Locale): string | null {
  const name = NAMES[locale][textOf(details, 'what')];
  const [size, limit] = [numberOf(details, 'size'), numberOf(details, 'limit')];
  if (name === undefined || size === null || limit === null) return null;
  const [given, most] = [size, limit].map((each) => new Intl.NumberFormat(locale).format(each));
  const isDraft = textOf(details, 'what') === 'draft';
  if (locale === 'en') {
    const advice = isDraft ? 'Check it in parts.' : 'What is longer belongs in a note.';
    return `${name} is too long: ${given} characters, where ${most} are the most. ${advice}`;
  }
  const advice = isDraft ? 'Vérifiez-le par parties.' : 'Ce qui est plus long a sa place dans une note.';
  return `${name}\u202F: ${given} caractères, pour ${most} au plus. ${advice}`;
}
