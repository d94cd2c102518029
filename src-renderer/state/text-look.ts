/** How article text looks: what the reader set, as values of custom properties. */
import type { Preferences } from './preferences.svelte.ts';

/** Sizes of article text in px: below, long reading tires; above, a line holds too few words. */
export const TEXT_SIZES = { smallest: 15, largest: 24 } as const;

export const LEADINGS = { tight: '1.45', normal: 'var(--r-text-lead)', loose: '1.8' } as const;

interface Typeface {
  readonly family: string;
  /** How wide its letters run, Source Serif being 1 (measured on French prose; OpenDyslexic's of 1.42 would leave no margin): lines keep their number of letters. */
  readonly width: number;
}

export const TYPEFACES: Readonly<Record<Preferences['typeface'], Typeface>> = {
  serif: { family: 'var(--font-read)', width: 1 },
  sans: { family: 'var(--font-ui)', width: 1.05 },
  dyslexia: { family: "'OpenDyslexic', var(--font-ui)", width: 1.38 },
};

/** Width of a line in ems: 60, 66 and 75 characters of French in Source Serif. */
const MEASURES = { narrow: 27.6, normal: 30.22, wide: 34.4 } as const;

export interface TextLook {
  readonly family: string;
  readonly size: string;
  readonly leading: string;
  readonly measure: string;
  readonly hyphens: 'auto' | 'manual';
}

export function lookOf(preferences: Preferences): TextLook {
  const { textSize, leading, measure, typeface, hyphenated } = preferences;
  const { family, width } = TYPEFACES[typeface] ?? TYPEFACES.serif;
  const size = textSize === null ? 'var(--r-text)' : `${textSize}px`;
  const ems = Math.round(MEASURES[measure] * width * 100) / 100;
  return {
    family,
    size,
    leading: LEADINGS[leading],
    measure: `calc(${size} * ${ems})`,
    hyphens: hyphenated ? 'auto' : 'manual',
  };
}

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
