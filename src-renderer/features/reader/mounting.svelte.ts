/**
 * Which sections of an article have their place on the page, and which their text. Before the first frame only the
 * opening does, the section that fills the screen, between two blanks as high as the others are guessed to be.
 */
import { flushSync } from 'svelte';
import type { TextLayout } from '../../../src-main/common/document/canonical.ts';
import type { Block } from '../../../src-main/common/document/tree.ts';
import { type Section, divideIntoSections, findOpening, sectionAt } from '../../anchoring/sections.ts';
import { nextTask } from './surface-steps.ts';

/** Mounting gives way to the window after this long, well within a frame. */
const SLICE_MS = 6;

/** Whether one section is on the page: a state of its own, so that mounting it concerns no other. */
class Mounted {
  is = $state(false);
}

export class Mounting {
  readonly sections: readonly Section[];
  readonly opening: number;
  readonly #mounted: readonly Mounted[];
  /** All sections have their place. */
  #isWhole = $state(false);

  constructor(
    private readonly layout: TextLayout,
    /** Offset at which reading begins. */
    startAt: number,
  ) {
    const { blocks } = layout;
    this.sections = divideIntoSections(blocks, findOpening(blocks, startAt, window.innerHeight));
    this.opening = sectionAt(this.sections, startAt);
    this.#mounted = this.sections.map(() => new Mounted());
    this.#fill(this.opening);
  }

  /** The sections that have their place. */
  get standing(): readonly Section[] {
    return this.#isWhole ? this.sections : this.sections.slice(this.opening, this.opening + 1);
  }

  /** Pixels in place of the sections before those. */
  get before(): number {
    return this.#isWhole ? 0 : sumOfHeights(this.sections.slice(0, this.opening));
  }

  /** Pixels in place of the sections after them. */
  get after(): number {
    return this.#isWhole ? 0 : sumOfHeights(this.sections.slice(this.opening + 1));
  }

  isMounted(section: number): boolean {
    return this.#mounted[section]?.is ?? false;
  }

  blocksOf({ first, last }: Section): readonly Block[] {
    return this.layout.blocks.slice(first, last).map(({ node }) => node);
  }

  /** Puts the text of a section onto the page, at once. */
  mount(section: number): void {
    if (this.isMounted(section)) return;
    flushSync(() => {
      this.#isWhole = true;
      this.#fill(section);
    });
  }

  /** Gives all sections their place. */
  complete(): void {
    flushSync(() => (this.#isWhole = true));
  }

  /** Mounts the other sections, nearest to the opening first, in slices between which the window answers. */
  async mountRest(isEnded: () => boolean): Promise<void> {
    const queue = this.sections
      .map(({ index }) => index)
      .toSorted((a, b) => Math.abs(a - this.opening) - Math.abs(b - this.opening));
    while (queue.length > 0 && !isEnded()) {
      const until = performance.now() + SLICE_MS;
      while (queue.length > 0 && performance.now() < until) this.mount(queue.shift() ?? 0);
      await nextTask();
    }
  }

  #fill(section: number): void {
    const mounted = this.#mounted[section];
    if (mounted) mounted.is = true;
  }
}

const sumOfHeights = (sections: readonly Section[]): number =>
  sections.reduce((sum, { height }) => sum + height, 0);
