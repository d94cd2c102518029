/** The source that is being read: its text, its highlights, what is selected and what is open. Offsets only, no DOM. */
import type { Input, MutationName, Output } from '../../src-main/common/contract/commands.ts';
import type {
  Color,
  Excerpt,
  ExcerptId,
  SourceDetail,
  SourceId,
} from '../../src-main/common/contract/entities.ts';
import type { DossierEvent } from '../../src-main/common/contract/events.ts';
import { pagesOf } from '../../src-main/common/document/pages.ts';
import { type TextLayout, layoutText } from '../../src-main/common/document/canonical.ts';
import type { AppState } from './app.svelte.ts';
import { dropDraft } from './note-drafts.ts';

/** A stretch of the text with what finds it again elsewhere. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface ExcerptPatch {
  readonly color?: Color;
  readonly note?: string;
  readonly tags?: string[];
  readonly untag?: string[];
}

/** What of an opened highlight takes the focus; `null` leaves the focus where it is. */
export type CardFocus = 'card' | 'note' | 'tags' | null;

interface Opened {
  readonly id: ExcerptId;
  readonly focus: CardFocus;
}

interface Stretched {
  readonly id: ExcerptId;
  readonly start: number;
  readonly end: number;
}

/** Begins the id of a highlight that the engine has not answered for; no UUID begins so. */
const DRAFT = 'draft-';

export class ReaderState {
  #source = $state.raw<SourceDetail | null>(null);
  #layout = $state.raw<TextLayout | null>(null);
  #excerpts = $state.raw<readonly Excerpt[]>([]);
  #isMissing = $state(false);
  #active = $state.raw<Opened | null>(null);
  /** A highlight that was asked to open before the engine had answered for it. */
  #awaited: Opened | null = null;
  #composing = $state.raw<ExcerptId | null>(null);
  /** An opened highlight whose ends are being moved: shown so, stored when that is done. */
  #stretched = $state.raw<Stretched | null>(null);
  // Derived, since each row beside the text asks for them: a list of thousands is gone through once for all of them.
  readonly #placed = $derived.by(() => {
    const version = this.#source?.versionId;
    return this.#excerpts.filter((each) => each.anchor !== 'orphan' && each.versionId === version);
  });
  readonly #shown = $derived(
    this.#stretched ? this.#placed.map((excerpt) => this.#asStretched(excerpt)) : this.#placed,
  );
  readonly #opened = $derived.by(() => {
    const found = this.#active && this.#excerpts.find((excerpt) => excerpt.id === this.#active?.id);
    return found ? this.#asStretched(found) : null;
  });
  readonly #composed = $derived(
    this.#composing && (this.#excerpts.find((excerpt) => excerpt.id === this.#composing) ?? null),
  );
  #wanted: SourceId | null = null;
  /** Calls of its own whose answer it takes: what they changed it knows. */
  readonly #own = new Set<string>();
  #listsRead = 0;
  #drafts = 0;
  /** What the next highlight would take; null where nothing is selected. */
  selection = $state.raw<{ readonly start: number; readonly end: number } | null>(null);

  constructor(private readonly app: AppState) {}

  get source(): SourceDetail | null {
    return this.#source;
  }

  get layout(): TextLayout | null {
    return this.#layout;
  }

  /** The source could not be read; why was shown as a notice. */
  get isMissing(): boolean {
    return this.#isMissing;
  }

  /** Highlights that stand in the version on screen, and those just being stored. */
  get excerpts(): readonly Excerpt[] {
    return this.#shown;
  }

  get active(): Excerpt | null {
    return this.#opened;
  }

  get cardFocus(): CardFocus {
    return this.#active?.focus ?? null;
  }

  /** The highlight that a claim is being made from. */
  get composing(): Excerpt | null {
    return this.#composed;
  }

  /** Reads a source, in place of the one before. */
  async load(id: SourceId): Promise<void> {
    this.#wanted = id;
    if (this.#source?.id !== id) this.#clear();
    await Promise.all([this.#readSource(id), this.#readExcerpts(id)]);
  }

  /** Reads again what changes touch. @returns a function that stops */
  follow(): () => void {
    return this.app.client.subscribe((event) => this.#receive(event));
  }

  /** Opens a highlight's card; that of one which is still being stored, as soon as it is. */
  open(id: ExcerptId, focus: CardFocus): void {
    this.#composing = null;
    if (this.#stretched && this.#stretched.id !== id) void this.settle();
    if (id.startsWith(DRAFT)) this.#awaited = { id, focus };
    else this.#active = { id, focus };
  }

  close(): void {
    void this.settle();
    this.#active = null;
  }

  /** Shows a highlight with other ends. Nothing is stored until `settle`. */
  stretch(id: ExcerptId, { start, end }: { readonly start: number; readonly end: number }): void {
    this.#stretched = { id, start, end };
  }

  get isStretching(): boolean {
    return this.#stretched !== null;
  }

  /** Gives the ends back that are stored. */
  unstretch(): void {
    this.#stretched = null;
  }

  /** Stores the ends that are shown, in one step. */
  async settle(): Promise<void> {
    const { id, start, end } = this.#stretched ?? {};
    const before = this.#excerpts.find((excerpt) => excerpt.id === id);
    const after = before && this.#asStretched(before);
    this.#stretched = null;
    if (!before || !after || start === undefined || end === undefined) return;
    if (before.start === start && before.end === end) return;
    this.#excerpts = replace(this.#excerpts, after);
    const input = { id: before.id, version: before.versionId, range: { start, end } };
    const answer = await this.#mutate('excerpt.edit', input);
    this.#excerpts = replace(this.#excerpts, answer?.excerpt ?? before);
  }

  compose(id: ExcerptId): void {
    this.#composing = id;
    this.#active = null;
  }

  endComposing(): void {
    this.#composing = null;
  }

  /**
   * Highlights a passage; it is drawn at once and taken back where storing fails. The same passage in the same
   * colour is not stored twice.
   */
  async highlight(passage: Quotation, color: Color): Promise<Excerpt | null> {
    const source = this.#source;
    const { start, end, quote, prefix, suffix } = passage;
    const twin = this.excerpts.find((e) => e.start === start && e.end === end && e.color === color);
    if (!source || twin) return twin ?? null;
    const draft = this.#draftOf(source, passage, color);
    this.#excerpts = [...this.#excerpts, draft];
    const answer = await this.#mutate('excerpt.add', {
      source: source.id,
      version: source.versionId,
      quote,
      prefix,
      suffix,
      range: { start, end },
      color,
    });
    const others = this.#excerpts.filter((excerpt) => excerpt.id !== draft.id);
    this.#excerpts = answer ? replace(others, answer.excerpt) : others;
    const awaited = this.#awaited?.id === draft.id ? this.#awaited : null;
    if (awaited) this.#awaited = null;
    if (awaited && answer) this.open(answer.excerpt.id, awaited.focus);
    return answer?.excerpt ?? null;
  }

  /** @returns whether it was stored; where not, the highlight looks as it did before */
  async edit(id: ExcerptId, patch: ExcerptPatch): Promise<boolean> {
    const before = this.#excerpts.find((excerpt) => excerpt.id === id);
    if (!before) return false;
    const { color = before.color, note = before.note, tags = [], untag = [] } = patch;
    const kept = before.tags.filter((tag) => !untag.includes(tag) && !tags.includes(tag));
    this.#excerpts = replace(this.#excerpts, { ...before, color, note, tags: [...kept, ...tags] });
    const answer = await this.#mutate('excerpt.edit', { id, ...patch });
    this.#excerpts = replace(this.#excerpts, answer?.excerpt ?? before);
    return answer !== null;
  }

  async remove(id: ExcerptId): Promise<void> {
    const before = this.#excerpts.find((excerpt) => excerpt.id === id);
    if (!before) return;
    this.#excerpts = this.#excerpts.filter((excerpt) => excerpt !== before);
    this.#stretched = null;
    if (this.#active?.id === id) this.close();
    const answer = await this.#mutate('excerpt.remove', { id });
    if (answer) dropDraft(id);
    else this.#excerpts = replace(this.#excerpts, before);
  }

  #asStretched(excerpt: Excerpt): Excerpt {
    const stretched = this.#stretched;
    if (stretched?.id !== excerpt.id) return excerpt;
    const { start, end } = stretched;
    return { ...excerpt, start, end, exact: this.#layout?.text.slice(start, end) ?? excerpt.exact };
  }

  #clear(): void {
    this.#source = null;
    this.#layout = null;
    this.#excerpts = [];
    this.#isMissing = false;
    this.#active = null;
    this.#awaited = null;
    this.#composing = null;
    this.#stretched = null;
    this.selection = null;
  }

  async #readSource(id: SourceId): Promise<void> {
    const answer = await this.app.call('source.get', { id });
    if (this.#wanted !== id) return;
    this.#isMissing = answer === null;
    if (!answer) return;
    // Laying out a long text again for a corrected byline would make every edit of the details slow.
    const isSameText = this.#source?.versionId === answer.source.versionId;
    if (!isSameText) this.#layout = layoutText(answer.source.tree, answer.source.text);
    this.#source = answer.source;
  }

  async #readExcerpts(id: SourceId): Promise<void> {
    this.#listsRead += 1;
    const answer = await this.app.call('excerpt.list', { source: id });
    this.#listsRead -= 1;
    if (!answer || this.#wanted !== id) return;
    // What is still being stored is not of the answer, and stays in sight.
    const drafts = this.#excerpts.filter((excerpt) => excerpt.id.startsWith(DRAFT));
    this.#excerpts = [...answer.excerpts, ...drafts];
  }

  /** What the answer says is shown at once; the list is not read again for it. */
  async #mutate<Name extends MutationName>(name: Name, input: Input<Name>): Promise<Output<Name> | null> {
    let call = '';
    const onCall = (id: string): void => {
      call = id;
      this.#own.add(id);
    };
    const answer = await this.app.mutate(name, input, { onCall });
    // A list that is being read meanwhile may be of before: then it is read once more.
    if (answer === null || this.#listsRead > 0) this.#own.delete(call);
    return answer;
  }

  #receive(event: DossierEvent): void {
    const id = this.#wanted;
    if (event.type !== 'changed' || id === null) return;
    if (event.call !== undefined && this.#own.delete(event.call)) return;
    const area = event.command?.split('.')[0];
    const isSource = area === undefined || area === 'source' || area === 'history';
    if (isSource) void this.#readSource(id);
    if (isSource || area === 'excerpt' || area === 'claim') void this.#readExcerpts(id);
  }

  /** What is drawn while the engine stores a highlight. */
  #draftOf(source: SourceDetail, passage: Quotation, color: Color): Excerpt {
    this.#drafts += 1;
    const { start, end, quote, prefix, suffix } = passage;
    return {
      id: `${DRAFT}${this.#drafts}` as ExcerptId,
      sourceId: source.id,
      versionId: source.versionId,
      start,
      end,
      exact: quote,
      prefix,
      suffix,
      anchor: 'exact',
      page: source.pages && pagesOf(source.pages, start, end),
      color,
      note: '',
      tags: [],
      claims: [],
      createdAt: '',
      updatedAt: '',
    };
  }
}

/** The list with `excerpt` in place of the one of its id, or at the end. */
function replace(list: readonly Excerpt[], excerpt: Excerpt): readonly Excerpt[] {
  return list.some((each) => each.id === excerpt.id)
    ? list.map((each) => (each.id === excerpt.id ? excerpt : each))
    : [...list, excerpt];
}
