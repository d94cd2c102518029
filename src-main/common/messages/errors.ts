/** Errors in the user's words, for the window and the command line alike. */
import type { ErrorValue } from '../contract/errors.ts';
import type { ErrorSentences } from './details.ts';
import { errorsEn } from './errors-en.ts';
import { errorsFr } from './errors-fr.ts';
import type { Locale } from './locale.ts';

const SENTENCES: Readonly<Record<Locale, ErrorSentences>> = { en: errorsEn, fr: errorsFr };

/** What went wrong, in one or two sentences: the thing is named, and what to do where something can be done. */
export function describeError(error: Pick<ErrorValue, 'code' | 'details'>, locale: Locale): string {
  return SENTENCES[locale][error.code](error.details);
}
