/** What the surface measures and waits for. */

/** The first line on screen stands this much below the edge, where it is read from. */
const EDGE = 4;
/** Distance between a revealed line and the upper edge. */
const HEADROOM = 72;

/**
 * Where a revealed place comes to stand: `top` as the first line on screen, `start` at the upper edge with some air, `comfortable` in the upper third unless it is
 * in sight already, `nearest` with as little scrolling as will do.
 */
export type Place = 'top' | 'start' | 'comfortable' | 'nearest';

/** What of an element's style decides where its lines break. */
export function styleOf(element: Element): string {
  const { font, hyphens } = getComputedStyle(element);
  return `${font} ${hyphens}`;
}

/** How far the page would have to scroll, in pixels. */
export function wishFor(box: DOMRect, frame: DOMRect, where: Place): number {
  if (where === 'top') return box.top - frame.top - EDGE;
  const above = box.top - frame.top - HEADROOM;
  if (where === 'start') return above;
  const below = box.bottom - frame.bottom + HEADROOM;
  if (above >= 0 && below <= 0) return 0;
  if (where === 'comfortable') return box.top - frame.top - frame.height / 3;
  return above < 0 ? above : below;
}

export const nextFrame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => resolve()));
/** A task of its own, so that input and painting come first. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
