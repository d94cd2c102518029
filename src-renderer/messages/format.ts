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

/** What most people read of an article on a screen. */
const WORDS_PER_MINUTE = 220;

export function minutesToRead(words: number): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}
