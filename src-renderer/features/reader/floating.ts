import type { Surface } from './surface.svelte.ts';

/** Pixels between the passage and what floats below it, and to the page's edges. */
const BELOW = 10;
const EDGE = 8;

/**
 * Where something that floats stands in the scrolled content: below `box` (of the window), towards its end, inside
 * the page, and in sight even where the passage is longer than the screen.
 */
export function placeBelow(
  surface: Surface,
  box: DOMRect,
  element: HTMLElement,
): { readonly left: number; readonly top: number } {
  const { page, article } = surface;
  const target = surface.toContent(box);
  if (!page || !article) return { left: target.left, top: target.bottom + BELOW };
  const text = surface.toContent(article.getBoundingClientRect());
  const { offsetWidth: width, offsetHeight: height } = element;
  const rightmost = page.clientWidth - width - EDGE;
  const left = Math.max(EDGE, Math.min(rightmost, Math.max(text.left - 10, target.right - width / 2)));
  const lowest = page.scrollTop + page.clientHeight - height - EDGE;
  const top = Math.max(page.scrollTop + EDGE, Math.min(lowest, target.bottom + BELOW));
  return { left, top };
}
