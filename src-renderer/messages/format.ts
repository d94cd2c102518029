/** `fr` → français, French; the code itself where nothing is known of it. */
export function nameLanguage(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
  } catch (cause) {
    // RangeError: what stands in a page's `lang` need not be a language tag.
    if (cause instanceof RangeError) return code;
    throw cause;
  }
}

/** What adults read of non-fiction in silence: French takes more words than English to say the same, and more time a word. */
const WORDS_PER_MINUTE: Readonly<Record<string, number>> = { en: 238, fr: 214 };
const USUAL_WORDS_PER_MINUTE = 220;

/** @param language a language tag, of which only the language counts; null where it is not known */
export function minutesToRead(words: number, language: string | null): number {
  const [primary = ''] = language?.toLowerCase().split(/[-_]/) ?? [];
  return Math.max(1, Math.round(words / (WORDS_PER_MINUTE[primary] ?? USUAL_WORDS_PER_MINUTE)));
}
