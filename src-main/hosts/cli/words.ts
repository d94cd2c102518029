/** Which language the command line speaks, and filling its sentences. */
import en, { type CliWords } from '../../common/messages/cli/en.ts';
import fr from '../../common/messages/cli/fr.ts';
import { pickLocale, type Locale } from '../../common/messages/locale.ts';

const WORDS: Readonly<Record<Locale, CliWords>> = { en, fr };

export function wordsOf(locale: Locale): CliWords {
  return WORDS[locale];
}

/** POSIX: the first of these that is set and not empty decides; without any, the system's own language. */
export function localeOf(env: Readonly<Record<string, string | undefined>>): Locale {
  const named = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return pickLocale([named ?? Intl.DateTimeFormat().resolvedOptions().locale]);
}

/** Puts values at the `{names}` of a sentence. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
