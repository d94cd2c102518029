/** Warnings in the user's words: the work was done, and this should be known. */
import type { Warning } from '../contract/entities.ts';
import type { Locale } from './locale.ts';

type Sentences = Readonly<Record<string, string>>;

const EN: Sentences = {};

const FR: Sentences = {};

const SENTENCES: Readonly<Record<Locale, Sentences>> = { en: EN, fr: FR };

/** A warning's sentence; one that has none yet is said as the engine said it, in English. */
export function describeWarning(warning: Warning, locale: Locale): string {
  return SENTENCES[locale][warning.code] ?? warning.message;
}
