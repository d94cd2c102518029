/** What can be done to the article on the page: the verbs behind the bar, the keys, the cards and the palette. */
import { createContext, tick } from 'svelte';
import type { Input } from '../../../src-main/common/contract/commands.ts';
import {
  COLORS,
  type Color,
  type Excerpt,
  type ExcerptId,
} from '../../../src-main/common/contract/entities.ts';
import type { Heading } from '../../../src-main/common/document/tree.ts';
import { describeRange } from '../../../src-main/common/document/selectors.ts';
import type { CaretDirection, CaretUnit } from '../../anchoring/caret-moves.ts';
import { Intervals } from '../../anchoring/intervals.ts';
import { toRange } from '../../anchoring/selection.ts';
import { type TextRange, trimRange } from '../../anchoring/text-range.ts';
import type { AppState } from '../../state/app.svelte.ts';
import type { CardFocus, Quotation, ReaderState } from '../../state/reader.svelte.ts';
import { Boxes } from './boxes.ts';
import { CaretState } from './caret.svelte.ts';
import { type Copied, copyAddress, copyCitation, copyOriginal } from './copying.ts';
import { FindState } from './find.svelte.ts';
import { PictureStore } from './picture-store.ts';
import { type OutlineEntry, listHeadings, titleHeading } from './outline.ts';
import { OriginalPages } from './pages/original-pages.svelte.ts';
import { shorten } from './quotation.ts';
import { type End, difference, moveEnd } from './resizing.ts';
import type { Surface } from './surface.svelte.ts';

/** The colour of a highlight that is made on the way to a note, a tag or a claim. */
const DEFAULT_COLOR: Color = COLORS[0];

/** A longer selection is a passage, not something to look for. */
const QUERY_LIMIT = 80;

const COPY = { citation: copyCitation, address: copyAddress, original: copyOriginal } as const;
export type CopyKind = keyof typeof COPY;

export class Reading {
  readonly boxes: Boxes;
  readonly caret: CaretState;
  readonly find: FindState;
  readonly outline: readonly OutlineEntry[];
  /** The heading that repeats the source's title. */
  readonly title: Heading | null;
  /** Null where the original has no pages. */
  readonly pages: OriginalPages | null;
  readonly pictures: PictureStore;
  readonly #intervals: Intervals<Excerpt>;
  #isSelecting = $state(false);
  /** The highlight that was made last, until something else is selected. */
  #made = $state.raw<ExcerptId | null>(null);
  /** Where the last selection ended: caret browsing begins there. */
  #lastPlace: number | null = null;
  /** The address that a link asks to open; null while none does. */
  link = $state<string | null>(null);
  /** The whole page is shown to choose a part of it. */
  isChoosingRegion = $state(false);
  /** A passage that was jumped to, marked until the next selection. */
  target = $state.raw<TextRange | null>(null);
  /** The last selection was made by a finger: the system's handles and its own bar stand beside it. */
  isByTouch = $state(false);
  /** An end of the opened highlight is being dragged: what floats over the text is out of the way. */
  isDragging = $state(false);
  /** What is said aloud: the words that came to a highlight or left it. */
  spoken = $state('');

  constructor(
    readonly app: AppState,
    readonly reader: ReaderState,
    readonly surface: Surface,
  ) {
    this.boxes = new Boxes(surface);
    this.caret = new CaretState(surface, () => this.reader.source?.language ?? undefined);
    this.find = new FindState(surface);
    this.pictures = new PictureStore(async (sha256) => {
      const answer = await app.client.call('source.image', { sha256 });
      // One that is gone shows its description, which needs no notice beside it.
      return answer.ok ? answer.value : null;
    });
    this.outline = listHeadings(surface.layout);
    this.title = reader.source && titleHeading(reader.source);
    this.pages = reader.source && OriginalPages.of(reader.source, surface);
    this.#intervals = $derived(new Intervals(this.reader.excerpts));
  }

  /** Offset of what is read: of the first character on screen, or of the page that is shown. */
  get place(): number {
    return (this.pages?.isShown ? this.pages.offset : null) ?? this.surface.top;
  }

  /** Part that was read, 0 to 1. */
  get progress(): number {
    const { pages } = this;
    if (!pages?.isShown || pages.starts.length === 0) return this.surface.progress;
    return (pages.current + 1) / pages.starts.length;
  }

  /** Takes another part of the page that this text came from. @returns whether it was done */
  async take(how: Input<'source.extract'>['how']): Promise<boolean> {
    const id = this.reader.source?.id;
    return id !== undefined && (await this.app.mutate('source.extract', { id, how })) !== null;
  }

  get excerpts(): Intervals<Excerpt> {
    return this.#intervals;
  }

  /** While a button of the pointer is down the selection is not finished, and the bar waits. */
  get isSelecting(): boolean {
    return this.#isSelecting;
  }

  set isSelecting(value: boolean) {
    this.#isSelecting = value;
    if (!value) this.readSelection();
  }

  /** Whether there is something that a colour, a note, a tag or a claim could be given to. */
  get canMark(): boolean {
    const isFixed = this.app.notebook?.readOnly === true || this.reader.source?.deletedAt !== null;
    return !isFixed && (this.reader.selection !== null || this.atHand !== null);
  }

  /** Something is selected, but nothing of it is text: no highlight can be made of it. */
  get isBlank(): boolean {
    const span = this.reader.selection ? null : this.surface.readSelection();
    return span !== null && span.anchor !== span.focus;
  }

  /** The opened highlight, else the one just made while it is in sight: a colour, then N, and one writes its note. */
  get atHand(): Excerpt | null {
    const { top, bottom } = this.surface;
    const made = this.#made && this.reader.excerpts.find(({ id }) => id === this.#made);
    const isInSight = made && made.end >= top && made.start <= bottom;
    return this.reader.active ?? (isInSight ? made : null);
  }

  /** Takes over what the page has selected. A selection elsewhere (a field) leaves the one in the article alone. */
  readSelection(): void {
    const span = this.surface.readSelection();
    if (!span) return;
    this.reader.selection = trimRange(this.surface.text, toRange(span));
    if (this.reader.selection) {
      this.target = null;
      this.#made = null;
    }
    if (this.caret.isOn && !this.isSelecting) this.caret.follow(span);
  }

  select(range: TextRange): void {
    this.surface.select({ anchor: range.start, focus: range.end });
    this.reader.selection = trimRange(this.surface.text, range);
  }

  clearSelection(): void {
    const end = this.reader.selection?.end;
    this.#lastPlace = end ?? this.#lastPlace;
    this.reader.selection = null;
    if (this.caret.isOn && end !== undefined) this.caret.place(end);
    else if (this.surface.readSelection()) getSelection()?.removeAllRanges();
  }

  /** Highlights the selection, or gives the highlight at hand another colour. */
  async mark(color: Color): Promise<Excerpt | null> {
    const { selection } = this.reader;
    const { atHand } = this;
    if (!selection) {
      if (atHand) await this.reader.edit(atHand.id, { color });
      return atHand;
    }
    this.clearSelection();
    const made = await this.reader.highlight(this.#quote(selection), color);
    this.#made = made?.id ?? null;
    return made;
  }

  /** Opens the note or the tags of the selection's highlight (made now), or of the one at hand. */
  async annotate(focus: 'note' | 'tags'): Promise<void> {
    const excerpt = await this.#excerptAtHand();
    if (excerpt) this.reader.open(excerpt.id, focus);
  }

  async claim(): Promise<void> {
    const excerpt = await this.#excerptAtHand();
    if (excerpt) this.reader.compose(excerpt.id);
  }

  /** What is copied: the selection, else the highlight at hand. */
  get copied(): Copied | null {
    return this.reader.selection ?? this.atHand;
  }

  async copy(how: CopyKind = 'citation', range: Copied | null = this.copied): Promise<void> {
    const { source } = this.reader;
    if (range && source) await COPY[how](this.app, source, range);
  }

  /** Whether the source has an address on the web, to which a passage of it can be linked. */
  get hasOriginal(): boolean {
    return /^https?:/i.test(this.reader.source?.url ?? '');
  }

  open(excerpt: Excerpt, focus: CardFocus): void {
    if (this.reader.selection) this.clearSelection();
    this.reader.open(excerpt.id, focus);
  }

  /** Opens what lies under a place of the text; asked again at the same place, the next of those that overlap. */
  openFrom(candidates: readonly Excerpt[], focus: CardFocus): boolean {
    if (candidates.length === 0) return false;
    // The shortest is the one that the pointer most likely meant.
    const sorted = candidates.toSorted((a, b) => a.end - a.start - (b.end - b.start));
    const at = sorted.findIndex((excerpt) => excerpt.id === this.reader.active?.id);
    const next = sorted[(at + 1) % sorted.length];
    if (next) this.open(next, focus);
    return true;
  }

  /** The highlights that lie over the opened one, itself included, in the order of the text. */
  get here(): readonly Excerpt[] {
    const { active } = this.reader;
    return active && active.start < active.end ? this.excerpts.overlapping(active) : [];
  }

  /** Opens the next of those that lie over each other. */
  openNextHere(): void {
    const { here } = this;
    const at = here.findIndex(({ id }) => id === this.reader.active?.id);
    const next = here[(at + 1) % here.length];
    if (next) this.open(next, 'card');
  }

  get canResize(): boolean {
    const { active } = this.reader;
    return active !== null && active.start < active.end && this.#isEditable(active) && !this.caret.isOn;
  }

  /** Moves an end of the opened highlight by a step; it is stored by `reader.settle`. */
  moveEnd(end: End, direction: CaretDirection, unit: CaretUnit = 'word'): void {
    const { active } = this.reader;
    if (!active || !this.canResize) return;
    const locale = this.reader.source?.language ?? undefined;
    const next = moveEnd(this.surface.text, active, end, { direction, unit, locale });
    if (next) this.stretch(active, next, end);
  }

  /** Shows the opened highlight with other ends, and says what that changed. */
  stretch(active: Excerpt, next: TextRange, end: End): void {
    const { words, isAdded } = difference(this.surface.text, active, next);
    const t = this.app.t.reader.ends;
    this.reader.stretch(active.id, next);
    if (words !== '') this.spoken = isAdded ? t.added(shorten(words)) : t.removed(shorten(words));
    void this.surface.reveal(next[end], 'nearest');
  }

  #isEditable(excerpt: Excerpt): boolean {
    return !this.app.notebook?.readOnly && excerpt.versionId === this.reader.source?.versionId;
  }

  /** Goes to a highlight and opens it. */
  async show(excerpt: Excerpt, focus: CardFocus): Promise<void> {
    this.pages?.hide();
    this.open(excerpt, focus);
    await this.surface.reveal(excerpt.start, 'comfortable');
  }

  /** The highlight after or before the opened one, else after or before what is on screen. */
  async step(direction: 1 | -1): Promise<void> {
    const { all } = this.excerpts;
    const at = all.findIndex((excerpt) => excerpt.id === this.reader.active?.id);
    const from = this.surface.top;
    const nearest =
      direction > 0
        ? all.findIndex((excerpt) => excerpt.start >= from)
        : all.findLastIndex((excerpt) => excerpt.start < from);
    const next = all[at < 0 ? nearest : at + direction];
    if (next) await this.show(next, 'card');
  }

  async goTo(range: TextRange): Promise<void> {
    this.pages?.hide();
    this.target = range;
    await this.surface.reveal(range.start, 'comfortable');
  }

  /** Opens find, for what is selected where that is short enough to be meant. */
  openFind(): void {
    this.pages?.hide();
    const { selection } = this.reader;
    const chosen = selection && this.surface.text.slice(selection.start, selection.end);
    this.find.open(chosen && chosen.length <= QUERY_LIMIT ? chosen : null);
  }

  /** Ends find; its match stays selected, so that a key can highlight it. */
  closeFind(): void {
    const match = this.find.current;
    this.find.close();
    this.focusPage();
    if (!match) return;
    this.select(match);
    if (this.caret.isOn) this.caret.follow({ anchor: match.start, focus: match.end });
  }

  toggleCaret(): void {
    this.pages?.hide();
    const t = this.app.t.reader;
    const { top, bottom } = this.surface;
    const last = this.#lastPlace;
    const isInSight = last !== null && last >= top && last <= bottom;
    const at = this.reader.selection?.start ?? this.find.current?.start ?? (isInSight ? last : top);
    this.caret.toggle(at);
    this.focusPage();
    this.app.notices.show({ kind: 'info', text: this.caret.isOn ? t.caretOn : t.caretOff });
  }

  /** Goes to a heading, in the text or among the pages, whichever is shown. */
  goToHeading(start: number): void {
    if (this.pages?.isShown) {
      this.pages.show(start);
      return;
    }
    this.focusPage();
    void this.surface.reveal(start, 'start');
  }

  togglePages(): void {
    this.pages?.toggle();
    // What is inert until the window has followed takes no focus.
    if (!this.pages?.isShown) void tick().then(() => this.focusPage());
  }

  focusPage(): void {
    this.surface.page?.focus({ preventScroll: true });
  }

  /** Closes what is in front. @returns whether anything was */
  escape(): boolean {
    this.#made = null;
    if (this.reader.isStretching) {
      this.reader.unstretch();
      return true;
    }
    if (this.reader.composing) this.reader.endComposing();
    else if (this.reader.active) this.reader.close();
    else if (this.find.isOpen) this.closeFind();
    else if (this.reader.selection) this.clearSelection();
    else if (this.target) this.target = null;
    else return false;
    this.focusPage();
    return true;
  }

  async #excerptAtHand(): Promise<Excerpt | null> {
    if (!this.reader.selection) return this.atHand;
    return this.mark(DEFAULT_COLOR);
  }

  #quote({ start, end }: TextRange): Quotation {
    const { exact, prefix, suffix } = describeRange(this.surface.text, start, end);
    return { start, end, quote: exact, prefix, suffix };
  }
}

export const [useReading, setReading] = createContext<Reading>();
