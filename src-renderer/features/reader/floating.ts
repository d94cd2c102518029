import type { Surface } from './surface.svelte.ts';

/** Pixels between the passage and what floats below it, and to the page's edges. */
const BELOW = 10;
const EDGE = 8;
/** Below a selection made by a finger stand the handles that move its ends. */
const BELOW_HANDLES = 40;
/** It may reach this much beyond the text on either side, so that its content lines up with the text. */
const HANG = 10;

export interface Spot {
  readonly left: number;
  readonly top: number;
}

/**
 * Where something that floats stands in the scrolled content: below `last` (the passage's last box, in the window),
 * towards its end, and never left or right of the text by much.
 */
export function placeBelow(surface: Surface, last: DOMRect, element: HTMLElement, distance = BELOW): Spot {
  const { page, article } = surface;
  const target = surface.toContent(last);
  const top = target.bottom + distance;
  if (!page || !article) return { left: target.left, top };
  const text = surface.toContent(article.getBoundingClientRect());
  const width = element.offsetWidth;
  const leftmost = text.left - HANG;
  const rightmost = Math.max(leftmost, text.right + HANG - width);
  const wish = Math.max(leftmost, Math.min(rightmost, target.right - width / 2));
  return { left: Math.max(EDGE, Math.min(page.clientWidth - width - EDGE, wish)), top };
}

/**
 * As `placeBelow`, but in sight: above the passage where there is no room below it, and at the window's foot where
 * the passage fills it. Above a selection made by a finger stands the system's own bar: ours then goes to the foot.
 */
export function placeInSight(
  surface: Surface,
  first: DOMRect,
  last: DOMRect,
  element: HTMLElement,
  isByTouch: boolean,
): Spot {
  const spot = placeBelow(surface, last, element, isByTouch ? BELOW_HANDLES : BELOW);
  const { page } = surface;
  if (!page) return spot;
  const lowest = page.scrollTop + page.clientHeight - element.offsetHeight - EDGE;
  if (spot.top <= lowest) return spot;
  const above = surface.toContent(first).top - BELOW - element.offsetHeight;
  return { ...spot, top: !isByTouch && above >= page.scrollTop + EDGE ? above : lowest };
}
