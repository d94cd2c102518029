/** Where a menu opens: below its button, or above it where it would not fit below and there is more room above. */
import type { MenuItem } from './menu-item.ts';

const GAP = 4;
/** From the edges of the window. */
const EDGE = 8;
const ITEM = 30;
const RULE = 13;
const PADDING = 12;

/** @returns the declarations of a `style` attribute; a menu taller than its room scrolls */
export function placeMenu(
  button: Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>,
  align: 'start' | 'end',
  items: readonly Pick<MenuItem, 'separated'>[],
  window: { readonly width: number; readonly height: number },
): string {
  const below = window.height - button.bottom - GAP - EDGE;
  const above = button.top - GAP - EDGE;
  const needed = items.length * ITEM + items.filter(({ separated }) => separated).length * RULE + PADDING;
  const isAbove = needed > below && above > below;
  return [
    isAbove ? `bottom: ${window.height - button.top + GAP}px` : `top: ${button.bottom + GAP}px`,
    align === 'start' ? `left: ${button.left}px` : `right: ${window.width - button.right}px`,
    `max-height: ${isAbove ? above : below}px`,
  ].join('; ');
}
