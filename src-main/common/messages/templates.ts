/** What is wrong with a template or a citation key, in both languages. Null where it is about neither. */
import type { ErrorDetails } from '../contract/errors.ts';
import { shorten } from '../language/shorten.ts';
import { numberOf, QUOTED_LENGTH, textOf } from './details.ts';
import type { Locale } from './locale.ts';

type Told = (name: string) => string;

const REASONS: Readonly<Record<Locale, Readonly<Record<string, Told>>>> = {
  en: {
    variable: (name) => `there is no “${name}” here. Look up its name in the list of fields.`,
    filter: (name) => `there is no filter “${name}”.`,
    tag: (name) => `there is no tag “${name}”.`,
    unclosed: (name) => `${name} is opened and never closed.`,
    limit: () =>
      'the template writes or repeats more than an export ever holds, and was stopped. Look at its loops.',
    syntax: () => 'this is not Liquid as it is written.',
  },
  fr: {
    variable: (name) =>
      `il n’y a pas de «\u00A0${name}\u00A0» ici. Cherchez son nom dans la liste des champs.`,
    filter: (name) => `il n’y a pas de filtre «\u00A0${name}\u00A0».`,
    tag: (name) => `il n’y a pas de balise «\u00A0${name}\u00A0».`,
    unclosed: (name) => `${name} est ouvert et n’est jamais fermé.`,
    limit: () =>
      'le modèle écrit ou répète plus qu’un export ne contient jamais, et il a été arrêté. Regardez ses boucles.',
    syntax: () => 'ceci n’est pas écrit en Liquid.',
  },
};

/** « Line 3, column 5: … »; a sentence by itself where no line is known. */
function faultSentence(details: ErrorDetails, locale: Locale): string {
  const [line, column] = [numberOf(details, 'line'), numberOf(details, 'column')];
  const name = shorten(textOf(details, 'name'), QUOTED_LENGTH);
  const reasons = REASONS[locale];
  const told = (reasons[textOf(details, 'reason')] ?? reasons['syntax'])?.(name) ?? '';
  if (line === null) return told.charAt(0).toUpperCase() + told.slice(1);
  return locale === 'en'
    ? `Line ${line}, column ${column ?? 1}: ${told}`
    : `Ligne ${line}, colonne ${column ?? 1}\u00A0: ${told}`;
}

export function invalidTemplate(details: ErrorDetails, locale: Locale): string | null {
  const what = textOf(details, 'what');
  if (what === 'template' && textOf(details, 'reason') === 'empty')
    return locale === 'en' ? 'A template needs a name.' : 'Un modèle a besoin d’un nom.';
  if (what === 'template') return faultSentence(details, locale);
  if (what !== 'citekey') return null;
  return locale === 'en'
    ? 'A citation key consists of letters without accents, digits and _, with single signs : . / + - between them: smith2025port.'
    : 'Une clé de citation se compose de lettres sans accent, de chiffres et de _, avec des signes : . / + - isolés entre eux\u00A0: martin2025port.';
}

export function takenCitekey(details: ErrorDetails, locale: Locale): string | null {
  const [what, name, title] = [textOf(details, 'what'), textOf(details, 'name'), textOf(details, 'title')];
  if (what !== 'citekey') return null;
  const shown = shorten(title, QUOTED_LENGTH);
  return locale === 'en'
    ? `“${name}” is the citation key of “${shown}” already. Choose another one.`
    : `«\u00A0${name}\u00A0» est déjà la clé de citation de «\u00A0${shown}\u00A0». Choisissez-en une autre.`;
}

export function tooLongTemplate(details: ErrorDetails, locale: Locale): string | null {
  const [size, limit] = [numberOf(details, 'size'), numberOf(details, 'limit')];
  if (textOf(details, 'what') !== 'template' || size === null || limit === null) return null;
  const [given, most] = [size, limit].map((each) => new Intl.NumberFormat(locale).format(each));
  return locale === 'en'
    ? `This template is too long: ${given} characters, where ${most} are the most.`
    : `Ce modèle est trop long\u00A0: ${given} caractères, pour ${most} au plus.`;
}
