/** Pixels, from the picture: room left of the text (gutter digits), gap and width of the margin, and right of it. */
export const LAYOUT = { left: 44, gap: 34, margin: 236, right: 12 } as const;

/** Narrower windows have no margin: a note opens over the page instead. */
const MARGIN_FROM = 1100;

export function hasRoomForMargin(window: number, page: number, article: number): boolean {
  return window >= MARGIN_FROM && page >= LAYOUT.left + article + LAYOUT.gap + LAYOUT.margin + LAYOUT.right;
}
