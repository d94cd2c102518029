/** Errors in the user's words, for the window and the command line alike. */
import type { ErrorDetails, ErrorValue } from '../contract/errors.ts';
import type { ErrorSentences } from './details.ts';
import { errorsEn } from './errors-en.ts';
import { errorsFr } from './errors-fr.ts';
import type { Locale } from './locale.ts';

const SENTENCES: Readonly<Record<Locale, ErrorSentences>> = { en: errorsEn, fr: errorsFr };

/** A name may hold what moves a cursor, or turns the rest of the sentence round. */
const UNSAFE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** What went wrong, in one or two sentences: the thing is named, and what to do where something can be done. */
export function describeError(error: Pick<ErrorValue, 'code' | 'details'>, locale: Locale): string {
  return SENTENCES[locale][error.code](withoutSigns(error.details));
}

/** Before a long name is cut: of one that is all signs something is left to be known by. */
function withoutSigns(details: ErrorDetails): ErrorDetails {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [key, typeof value === 'string' ? clean(value) : value]),
  );
}

const clean = (text: string): string => text.replace(/[\n\r\t]+/g, ' ').replace(UNSAFE, '');
