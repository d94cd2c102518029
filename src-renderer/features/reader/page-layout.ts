import type { Preferences } from '../../state/preferences.svelte.ts';

/** Pixels, from the picture: room left of the text (gutter digits), gap and width of the margin, and right of it. */
export const LAYOUT = { left: 44, gap: 34, margin: 236, right: 12 } as const;

/** Narrower windows have no margin: a note opens over the page instead. */
const MARGIN_FROM = 1100;

const LEADINGS = { tight: '1.45', normal: 'var(--r-text-lead)', loose: '1.8' } as const;
/** Width of a line in ems: 60, 66 and 75 characters of French in Source Serif. */
const MEASURES = { narrow: 27.6, normal: 30.22, wide: 34.4 } as const;

export function hasRoomForMargin(window: number, page: number, article: number): boolean {
  return window >= MARGIN_FROM && page >= LAYOUT.left + article + LAYOUT.gap + LAYOUT.margin + LAYOUT.right;
}

/** What the reader set, as values of custom properties. */
export function layoutVariables({ textSize, leading, measure }: Preferences): {
  readonly size: string;
  readonly leading: string;
  readonly measure: string;
} {
  const size = textSize === null ? 'var(--r-text)' : `${textSize}px`;
  return { size, leading: LEADINGS[leading], measure: `calc(${size} * ${MEASURES[measure]})` };
}
