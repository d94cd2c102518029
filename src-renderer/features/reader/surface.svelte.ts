/**
 * The article on the page: which sections are mounted, which are near the screen, where it is scrolled to.
 * One for each version that is opened. All places are offsets; scroll height is an estimate until it is read.
 */
import { flushSync, untrack } from 'svelte';
import type { TextLayout } from '../../../src-main/common/document/canonical.ts';
import { type Direction, directionOf } from '../../../src-main/common/language/direction.ts';
import { caretBox, offsetAtPoint } from '../../anchoring/geometry.ts';
import { LeafIndex } from '../../anchoring/leaf-index.ts';
import { type Section, sectionAt } from '../../anchoring/sections.ts';
import {
  type SelectedSpan,
  readSelection,
  selectsBeside,
  writeSelection,
} from '../../anchoring/selection.ts';
import { type TextRange, intersect } from '../../anchoring/text-range.ts';
import { Mounting } from './mounting.svelte.ts';
import { type Place, nextFrame, nextTask, styleOf, wishFor } from './surface-steps.ts';

/** Sections within this much of the screen are painted and have their notes laid out. */
const NEAR = '100% 0px';
/** Of the screen: who scrolls by more in one frame reads nothing meanwhile, and nothing beside the text is placed. */
const FAST = 0.35;
/** Milliseconds after which a fast scroll has ended, and after which the place is told all the same. */
const REST_MS = 90;
const TELL_MS = 200;
/** What stands beside the text is placed for so many screens of it above and below. */
const SCREENS = 1.5;
/** Units of text that a screen holds at least: an empty one would place nothing. */
const LEAST_SCREEN = 1500;

export class Surface {
  readonly index: LeafIndex;
  readonly mounting: Mounting;
  readonly text: string;
  /** Of the whole text: who reads from right to left has the window's arrows, edges and lists the other way round. */
  readonly direction: Direction;
  #near = $state.raw<ReadonlySet<number>>(new Set());
  readonly #shown = $derived.by(() =>
    this.mounting.sections.filter(({ index }) => this.#near.has(index) && this.mounting.isMounted(index)),
  );
  // Two numbers, so that mounting a section far away repaints nothing.
  readonly #from = $derived(this.#shown[0]?.start ?? 0);
  readonly #to = $derived(this.#shown.at(-1)?.end ?? 0);
  #tick = $state(0);
  #isShown = $state(false);
  #still = $state.raw<TextRange>({ start: 0, end: 0 });
  #top = $state(0);
  #bottom = $state(0);
  #progress = $state(0);
  #page: HTMLElement | null = null;
  #article: HTMLElement | null = null;
  #observer: IntersectionObserver | null = null;
  readonly #elements = new Map<Element, number>();
  #frame = 0;
  #hasMoved = false;
  #mayBreakElsewhere = false;
  #lastScroll = 0;
  #toldAt = 0;
  #resting: ReturnType<typeof setTimeout> | undefined;
  /** What the lines depend on, when the place was read last. */
  #shape = { width: 0, style: '' };
  /** The place that is kept while the shape changes, and where the page was scrolled to for it; null on the way there. */
  #held: { readonly offset: number; scrollTop: number | null } | null = null;
  #restorings = 0;
  #isDisposed = false;

  constructor(
    readonly layout: TextLayout,
    /** Where reading goes on: its sections are mounted first. */
    readonly startAt: number,
  ) {
    this.index = new LeafIndex(layout.leaves);
    this.text = layout.text;
    this.direction = directionOf(layout.text);
    this.mounting = new Mounting(layout, startAt);
    // Taken for near until it was looked at: the first frame shows its highlights.
    this.#near = new Set([this.mounting.opening]);
  }

  /** The arrow that points where the text goes on. */
  get forwardArrow(): 'ArrowRight' | 'ArrowLeft' {
    return this.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  }

  /** Grows when anything may have moved: what was measured must be measured again. */
  get tick(): number {
    return this.#tick;
  }

  /** Offset of the first character on screen. */
  get top(): number {
    return this.#top;
  }

  /** Offset of the last character on screen. */
  get bottom(): number {
    return this.#bottom;
  }

  /** Part of the text that was passed, 0 to 1. */
  get progress(): number {
    return this.#progress;
  }

  get page(): HTMLElement | null {
    return this.#page;
  }

  get article(): HTMLElement | null {
    return this.#article;
  }

  /** The stretch of text near the screen. */
  get window(): TextRange {
    return { start: this.#from, end: this.#to };
  }

  /** The text is on screen: what stands beside it may follow. */
  get isShown(): boolean {
    return this.#isShown;
  }

  /** The part of it around the screen, as it was when it was measured last: what stands beside it is placed. */
  get still(): TextRange {
    return this.#still;
  }

  /** Takes the scrolling element and the article's own; mounting goes on from here. @returns a function that ends it */
  connect(page: HTMLElement, article: HTMLElement): () => void {
    this.#page = page;
    this.#article = article;
    this.#observer = new IntersectionObserver((entries) => this.#see(entries), {
      root: page,
      rootMargin: NEAR,
    });
    for (const element of this.#elements.keys()) this.#observer.observe(element);
    const resizing = new ResizeObserver(() => this.reshape());
    resizing.observe(article);
    resizing.observe(page);
    // A typeface that comes late moves every line.
    const onfonts = (): void => this.#keepPlace();
    document.fonts.addEventListener('loadingdone', onfonts);
    void this.#mountRest();
    return () => {
      this.#isDisposed = true;
      this.#observer?.disconnect();
      resizing.disconnect();
      document.fonts.removeEventListener('loadingdone', onfonts);
      cancelAnimationFrame(this.#frame);
      clearTimeout(this.#resting);
    };
  }

  observe(element: Element, section: number): () => void {
    this.#elements.set(element, section);
    this.#observer?.observe(element);
    return () => {
      this.#elements.delete(element);
      this.#observer?.unobserve(element);
    };
  }

  /** The blocks of a section stand on the page. @returns a function for when they leave it */
  attach(element: Element, section: Section): () => void {
    this.index.attach(element, section);
    // Untracked: what comes near the screen must not attach every section anew.
    if (untrack(() => this.#near.has(section.index))) this.remeasure();
    return () => this.index.detach(section);
  }

  /** Something may have moved: measured again at the next frame. */
  remeasure(): void {
    this.#hasMoved = true;
    this.scrolled();
  }

  /** Lines are about to break elsewhere: what is on top is read now, though the page may not rest from scrolling yet. */
  beforeReshape(): void {
    // Where the last such change is still to be followed, what is on top is not what was read.
    if (this.#isShown && !this.#mayBreakElsewhere) this.#readPlace();
  }

  /** The same where lines may also break elsewhere. */
  reshape(): void {
    this.#mayBreakElsewhere = true;
    this.remeasure();
  }

  /** The page was scrolled: what stands in it moved along, only the reading position is read again. */
  scrolled(): void {
    // Before the text is on screen nothing stands beside it, and measuring would hold it up.
    if (this.#frame !== 0 || this.#isDisposed || !this.#isShown) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#hasNewShape()) {
        this.#keepPlace();
        this.#place();
      } else if (!this.#isFast()) {
        this.#readPlace();
        this.#place();
      } else if (performance.now() - this.#toldAt > TELL_MS) this.#readPlace();
    });
  }

  /** It is in sight again: what was on top comes to stand there, wherever sizes have moved it meanwhile. */
  settle(): void {
    if (this.#top > 0) this.#keepPlace();
  }

  /** Whether the page runs past too fast to be read; looked at again when it rests. */
  #isFast(): boolean {
    const { scrollTop = 0, clientHeight = 0 } = this.#page ?? {};
    const isFast = Math.abs(scrollTop - this.#lastScroll) > clientHeight * FAST && this.#toldAt > 0;
    this.#lastScroll = scrollTop;
    clearTimeout(this.#resting);
    if (isFast) this.#resting = setTimeout(() => this.scrolled(), REST_MS);
    return isFast;
  }

  /** Tells what stands beside the text to place itself, where anything may have moved or the reader went on. */
  #place(): void {
    const screen = Math.max(LEAST_SCREEN, this.#bottom - this.#top);
    const reach = screen * SCREENS;
    const around = { start: this.#top - reach, end: this.#bottom + reach };
    const still = intersect(around, this.window) ?? this.window;
    // While one reads on, what was placed is enough for another half a screen.
    const isLeft = this.#top - screen / 2 < this.#still.start || this.#bottom + screen / 2 > this.#still.end;
    const hasMore = still.start < this.#still.start || still.end > this.#still.end;
    if (!this.#hasMoved && !(isLeft && hasMore)) return;
    this.#still = still;
    this.#hasMoved = false;
    this.#tick += 1;
  }

  /** Scrolls to an offset. */
  async reveal(offset: number, where: Place): Promise<void> {
    this.#mountAt(offset);
    // Sections above are estimates until they are laid out, so the first jump may miss: look again.
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const delta = this.#distanceTo(offset, where);
      if (delta === null || Math.abs(delta.wish) < 2) break;
      // At the end of what is estimated there may be more to come: the next frame knows.
      if (Math.abs(delta.possible) >= 1) this.#page?.scrollBy({ top: delta.possible, behavior: 'instant' });
      await nextFrame();
    }
    this.remeasure();
  }

  /** The page's selection as offsets; null where it is elsewhere. */
  readSelection(): SelectedSpan | null {
    return this.#article && readSelection(this.index, this.#article, getSelection());
  }

  /** Whether what is selected stands beside the text, where no highlight can be. */
  get selectsBeside(): boolean {
    return !!this.#page && !!this.#article && selectsBeside(this.#page, this.#article, getSelection());
  }

  select(span: SelectedSpan): void {
    this.#mountAt(span.anchor);
    this.#mountAt(span.focus);
    const selection = getSelection();
    if (selection) writeSelection(this.index, selection, span);
  }

  /** A box of the window in the coordinates of the scrolled content. */
  toContent(box: DOMRect): DOMRect {
    const page = this.#page;
    if (!page) return box;
    const frame = page.getBoundingClientRect();
    return new DOMRect(
      box.x - frame.x + page.scrollLeft,
      box.y - frame.y + page.scrollTop,
      box.width,
      box.height,
    );
  }

  #distanceTo(offset: number, where: Place): { readonly wish: number; readonly possible: number } | null {
    const page = this.#page;
    const box = caretBox(this.index, offset);
    if (!box || !page) return null;
    const wish = wishFor(box, page.getBoundingClientRect(), where);
    const possible = Math.min(wish, page.scrollHeight - page.clientHeight - page.scrollTop);
    return { wish, possible: Math.max(-page.scrollTop, possible) };
  }

  /** The text nearest to a box of the window, by its left edge. */
  offsetAround(box: DOMRect): number | null {
    const frame = this.#page?.getBoundingClientRect();
    if (!frame) return null;
    const y = Math.max(frame.top, Math.min(frame.bottom, box.top + box.height / 2));
    return this.#offsetNear(box.left, y, y > frame.top + frame.height / 2 ? -1 : 1);
  }

  #mountAt(offset: number): void {
    this.mounting.mount(sectionAt(this.mounting.sections, offset));
  }

  /** What the first frame can do without, step by step. */
  async #mountRest(): Promise<void> {
    // The first frame shows the text and its highlights; what stands beside them comes with the second.
    await nextFrame();
    await nextTask();
    await nextFrame();
    if (this.#isDisposed) return;
    flushSync(() => (this.#isShown = true));
    this.reshape();
    await nextFrame();
    await nextTask();
    if (this.#isDisposed) return;
    this.mounting.complete();
    await this.mounting.mountRest(() => this.#isDisposed);
  }

  #see(entries: readonly IntersectionObserverEntry[]): void {
    const near = new Set(this.#near);
    for (const entry of entries) {
      const section = this.#elements.get(entry.target);
      if (section === undefined) continue;
      if (entry.isIntersecting) near.add(section);
      else near.delete(section);
    }
    this.#near = near;
    for (const section of near) this.mounting.mount(section);
    this.remeasure();
  }

  /** Whether lines break elsewhere than when the place was read: another width, size, leading or typeface. */
  #hasNewShape(): boolean {
    if (!this.#article) return false;
    const { style, width } = this.#shape;
    const isKnown = style !== '';
    const now = this.#article.clientWidth;
    // Styles are asked for only where they may be others: else each frame of scrolling would compute them.
    const asks = !isKnown || this.#mayBreakElsewhere || now !== width;
    this.#mayBreakElsewhere = false;
    this.#shape = { width: now, style: asks ? styleOf(this.#article) : style };
    return isKnown && (now !== width || this.#shape.style !== style);
  }

  /** Scrolls to what was the first line on screen, which another shape has moved. */
  #keepPlace(): void {
    const page = this.#page;
    if (!page || (this.#top === 0 && this.#held === null)) {
      this.#readPlace();
      return;
    }
    const held = (this.#held ??= { offset: this.#top, scrollTop: null });
    const restoring = ++this.#restorings;
    held.scrollTop = null;
    void this.reveal(held.offset, 'top').then(() => {
      if (restoring === this.#restorings) held.scrollTop = page.scrollTop;
    });
  }

  #readPlace(): void {
    const page = this.#page;
    const frame = this.#article?.getBoundingClientRect();
    const bounds = page?.getBoundingClientRect();
    if (!page || !frame || !bounds) return;
    // Behind another pane: nothing is at the places that are asked for.
    if (!page.checkVisibility({ visibilityProperty: true })) return;
    this.#toldAt = performance.now();
    // Scrolled by somebody: what was held is over. Until then a second change of size does not begin a line earlier.
    const restored = this.#held?.scrollTop ?? null;
    if (restored !== null && Math.abs(page.scrollTop - restored) > 2) this.#held = null;
    const isAtEnd = page.scrollTop + page.clientHeight >= page.scrollHeight - 2;
    const isAtStart = page.scrollTop < 2;
    const sides = [frame.left + 8, frame.right - 8];
    const [from = 0, to = 0] = this.direction === 'rtl' ? sides.toReversed() : sides;
    const first = isAtStart ? 0 : (this.#offsetNear(from, bounds.top, 1) ?? this.#top);
    this.#top = this.#held?.offset ?? first;
    this.#bottom = isAtEnd ? this.text.length : (this.#offsetNear(to, bounds.bottom, -1) ?? this.#top);
    this.#progress = isAtEnd ? 1 : this.#top / Math.max(1, this.text.length);
  }

  /** The first text met from the edge `y` inwards: blank lines and what floats above the text have no offset. */
  #offsetNear(x: number, y: number, direction: 1 | -1): number | null {
    for (let step = 6; step < 240; step += 12) {
      const offset = offsetAtPoint(this.index, x, y + direction * step);
      if (offset !== null) return offset;
    }
    return null;
  }
}
