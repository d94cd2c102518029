/** Caret browsing: a caret that arrows move through an article that cannot be edited; with Shift it selects. */
import { type CaretDirection, type CaretUnit, moveCaret } from '../../anchoring/caret-moves.ts';
import { caretBox } from '../../anchoring/geometry.ts';
import type { SelectedSpan } from '../../anchoring/selection.ts';
import type { Surface } from './surface.svelte.ts';

/** Part of the page that Page Up and Page Down move by, so that a line stays in view. */
const PAGE_STEP = 0.85;

export class CaretState {
  #isOn = $state(false);
  #span = $state.raw<SelectedSpan>({ anchor: 0, focus: 0 });

  constructor(
    private readonly surface: Surface,
    private readonly locale: () => string | undefined,
  ) {}

  get isOn(): boolean {
    return this.#isOn;
  }

  /** Where the caret stands. */
  get focus(): number {
    return this.#span.focus;
  }

  get isCollapsed(): boolean {
    return this.#span.anchor === this.#span.focus;
  }

  /** Starts at an offset, or ends. */
  toggle(at: number): void {
    this.#isOn = !this.#isOn;
    if (this.#isOn) this.place(at);
  }

  /** Takes over a selection made otherwise. */
  follow(span: SelectedSpan): void {
    this.#span = span;
  }

  place(offset: number): void {
    this.#set({ anchor: offset, focus: offset });
  }

  /** Moves where the key is one of the caret's. @returns whether it was */
  press(event: KeyboardEvent): boolean {
    if (!this.#isOn) return false;
    const isForward = [this.surface.forwardArrow, 'ArrowDown', 'End', 'PageDown'].includes(event.key);
    const direction: CaretDirection = isForward ? 'forward' : 'backward';
    const isFar = event.ctrlKey || event.metaKey;
    switch (event.key) {
      case 'ArrowLeft':
      case 'ArrowRight':
        if (event.altKey) return false;
        this.#move(isFar ? 'word' : 'letter', direction, event.shiftKey);
        return true;
      case 'ArrowUp':
      case 'ArrowDown':
        if (event.altKey) this.#move('sentence', direction, event.shiftKey);
        else if (isFar) this.#move('paragraph', direction, event.shiftKey);
        else this.#moveOnPage('line', direction, event.shiftKey);
        return true;
      case 'Home':
      case 'End':
        if (isFar) this.#extendTo(isForward ? this.surface.text.length : 0, event.shiftKey);
        else this.#moveOnPage('lineboundary', direction, event.shiftKey);
        return true;
      case 'PageUp':
      case 'PageDown':
        this.#movePage(direction, event.shiftKey);
        return true;
      default:
        return false;
    }
  }

  #move(unit: CaretUnit, direction: CaretDirection, extends_: boolean): void {
    const { anchor, focus } = this.#span;
    const { text } = this.surface;
    // As in a text field: a plain arrow leaves a selection at the end that it points to.
    const isLeaving = !extends_ && unit === 'letter' && anchor !== focus;
    const edge = direction === 'forward' ? Math.max(anchor, focus) : Math.min(anchor, focus);
    this.#extendTo(isLeaving ? edge : moveCaret(text, focus, unit, direction, this.locale()), extends_);
  }

  /** Lines are the browser's own: only it knows where they break, and it remembers the column. */
  #moveOnPage(step: 'line' | 'lineboundary', direction: CaretDirection, extends_: boolean): void {
    const selection = getSelection();
    if (!selection) return;
    const shown = this.surface.readSelection();
    const isShown = shown?.anchor === this.#span.anchor && shown.focus === this.#span.focus;
    if (!isShown) this.surface.select(this.#span);
    selection.modify(extends_ ? 'extend' : 'move', direction, step);
    const span = this.surface.readSelection();
    if (span) this.#span = extends_ ? { anchor: this.#span.anchor, focus: span.focus } : span;
    void this.surface.reveal(this.#span.focus, 'nearest');
  }

  #movePage(direction: CaretDirection, extends_: boolean): void {
    const { page, index } = this.surface;
    const box = caretBox(index, this.#span.focus);
    if (!page || !box) return;
    const before = page.scrollTop;
    const step = page.clientHeight * PAGE_STEP * (direction === 'forward' ? 1 : -1);
    page.scrollBy({ top: step, behavior: 'instant' });
    const isAtEdge = page.scrollTop === before;
    const edge = direction === 'forward' ? this.surface.text.length : 0;
    this.#extendTo(isAtEdge ? edge : (this.surface.offsetAround(box) ?? this.#span.focus), extends_);
  }

  #extendTo(focus: number, extends_: boolean): void {
    this.#set({ anchor: extends_ ? this.#span.anchor : focus, focus });
    void this.surface.reveal(focus, 'nearest');
  }

  #set(span: SelectedSpan): void {
    this.#span = span;
    this.surface.select(span);
  }
}
