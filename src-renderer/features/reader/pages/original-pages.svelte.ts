/** The pages of the original beside its text: which of both is shown, and the page that is read. */
import type { SourceDetail } from '../../../../src-main/common/contract/entities.ts';
import { type PageStart, pageIndexAt } from '../../../../src-main/common/document/pages.ts';
import type { Surface } from '../surface.svelte.ts';

const ZOOMS = [0.6, 0.8, 1, 1.25, 1.5, 2, 3] as const;

interface Wish {
  readonly index: number;
  /** Whether the reader asked for it: what opens by itself leaves the focus where it is. */
  readonly takesFocus: boolean;
}

export class OriginalPages {
  #isShown = $state(false);
  #wasShown = $state(false);
  #current = $state(0);
  #zoom = $state(ZOOMS.indexOf(1));
  /** The page to go to, as a new object for each request. */
  #wanted = $state.raw<Wish | null>(null);

  /** Null where the original is none that has pages. */
  static of(source: SourceDetail, surface: Surface): OriginalPages | null {
    const version = source.versions.find(({ id }) => id === source.versionId);
    if (version?.mediaType !== 'application/pdf') return null;
    return new OriginalPages(source.pages ?? [], source.words === 0, surface);
  }

  private constructor(
    readonly starts: readonly PageStart[],
    /** There is nothing but pages to read. */
    readonly isScanned: boolean,
    readonly surface: Surface,
  ) {
    if (isScanned) this.#open(surface.startAt, false);
  }

  get isShown(): boolean {
    return this.#isShown;
  }

  /** Once opened the file stays open, until the reader leaves the source. */
  get wasShown(): boolean {
    return this.#wasShown;
  }

  get wanted(): Wish | null {
    return this.#wanted;
  }

  /** Index of the page at the upper edge. */
  get current(): number {
    return this.#current;
  }

  /** Where the current page begins in the text; null where that is not known. */
  get offset(): number | null {
    return this.starts[this.#current]?.start ?? null;
  }

  get zoom(): number {
    return ZOOMS[this.#zoom] ?? 1;
  }

  get canGrow(): boolean {
    return this.#zoom < ZOOMS.length - 1;
  }

  get canShrink(): boolean {
    return this.#zoom > 0;
  }

  labelOf(index: number): string {
    return this.starts[index]?.label ?? String(index + 1);
  }

  resize(step: 1 | -1): void {
    this.#zoom = Math.max(0, Math.min(ZOOMS.length - 1, this.#zoom + step));
    this.#wanted = { index: this.#current, takesFocus: false };
  }

  /** Shows the page that a place of the text stands on, by default the first place on screen. */
  show(offset = this.surface.tick === 0 ? this.surface.startAt : this.surface.top): void {
    this.#open(offset, true);
  }

  /** Back to the text; where another page was read meanwhile, there. */
  hide(): void {
    if (!this.#isShown) return;
    this.#isShown = false;
    const { offset } = this;
    const isElsewhere = pageIndexAt(this.starts, this.surface.top) !== this.#current;
    if (offset !== null && isElsewhere) void this.surface.reveal(offset, 'start');
  }

  toggle(): void {
    if (this.#isShown) this.hide();
    else this.show();
  }

  /** The reader has scrolled there. */
  reach(index: number): void {
    this.#current = index;
  }

  #open(offset: number, takesFocus: boolean): void {
    const index = Math.max(0, pageIndexAt(this.starts, offset));
    this.#current = index;
    this.#wanted = { index, takesFocus };
    this.#isShown = true;
    this.#wasShown = true;
  }
}
