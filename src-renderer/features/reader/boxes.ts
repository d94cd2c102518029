/**
 * Where passages begin, in the scrolled content: each is read from the page once, until something may have moved.
 * One change among many highlights then reads one box, and no layout is forced for the others.
 */
import { firstBox } from '../../anchoring/geometry.ts';
import type { Surface } from './surface.svelte.ts';

export class Boxes {
  readonly #firsts = new Map<number, DOMRect | null>();
  #column: DOMRect | null = null;
  #tick = -1;

  constructor(private readonly surface: Surface) {}

  /** The box of the first character from `offset` on; null where nothing of the text is on the page. */
  first(offset: number): DOMRect | null {
    this.#renew();
    const known = this.#firsts.get(offset);
    if (known !== undefined) return known;
    const { surface } = this;
    const box = firstBox(surface.index, { start: offset, end: offset + 1 });
    const placed = box && surface.toContent(box);
    this.#firsts.set(offset, placed);
    return placed;
  }

  /** The box of the article; null before it is on the page. */
  get column(): DOMRect | null {
    this.#renew();
    const { article } = this.surface;
    if (article) this.#column ??= this.surface.toContent(article.getBoundingClientRect());
    return this.#column;
  }

  /** Asked in an effect, that runs again when something may have moved. */
  #renew(): void {
    const { tick } = this.surface;
    if (tick === this.#tick) return;
    this.#tick = tick;
    this.#firsts.clear();
    this.#column = null;
  }
}
