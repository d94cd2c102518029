import type { Preferences } from '../../state/preferences.svelte.ts';

/** Sizes of article text in px: below, long reading tires; above, a line holds too few words. */
export const TEXT_SIZES = { smallest: 15, largest: 24 } as const;

/** The size that the window's width asks for (`--r-text` in tokens.css and wide.css). */
export function defaultTextSize(): number {
  const root = getComputedStyle(document.documentElement);
  const rem = Number.parseFloat(root.fontSize) || 16;
  return (Number.parseFloat(root.getPropertyValue('--r-text')) || 1.125) * rem;
}

export function resizeText(preferences: Preferences, step: 1 | -1): void {
  const size = (preferences.textSize ?? defaultTextSize()) + step;
  preferences.textSize = Math.max(TEXT_SIZES.smallest, Math.min(TEXT_SIZES.largest, Math.round(size)));
}
