/**
 * Paints ranges with the CSS Custom Highlight API: no element is added, so 2,000 highlights cost what is near
 * the screen and nothing else. A painter holds only ranges of its window, one `Highlight` object for each name.
 */
import type { Intervals } from './intervals.ts';
import type { LeafIndex } from './leaf-index.ts';
import { type TextRange, intersect } from './text-range.ts';

export interface Painted extends TextRange {
  /** The registered highlight, as `::highlight(name)` in the style sheet. */
  readonly name: string;
}

export class Painter {
  readonly #own = new Map<string, Range[]>();

  /**
   * @param names in the order of painting: a later one is drawn over an earlier one
   * @param registry `CSS.highlights`; names that another painter of the page uses are shared with it
   */
  constructor(
    names: readonly string[],
    private readonly registry: HighlightRegistry = CSS.highlights,
  ) {
    for (const [priority, name] of names.entries()) {
      const highlight = registry.get(name) ?? new Highlight();
      highlight.priority = priority;
      registry.set(name, highlight);
      this.#own.set(name, []);
    }
  }

  /** Draws the items that touch `window`, cut to it, in place of what these names showed. */
  paint(index: LeafIndex, items: Intervals<Painted>, window: TextRange, names: readonly string[]): void {
    for (const name of names) this.#clear(name);
    for (const item of items.overlapping(window)) {
      const part = intersect(item, window);
      const range = part && index.toDomRange(part);
      if (!range) continue;
      this.registry.get(item.name)?.add(range);
      this.#own.get(item.name)?.push(range);
    }
  }

  /** Takes back what this painter drew. */
  dispose(): void {
    for (const name of this.#own.keys()) this.#clear(name);
  }

  #clear(name: string): void {
    const highlight = this.registry.get(name);
    for (const range of this.#own.get(name) ?? []) highlight?.delete(range);
    this.#own.set(name, []);
  }
}
