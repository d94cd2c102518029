/** Highlights that a newer version moved or has no place for: which of them is looked at, and what can be done with it. */
import type {
  Candidate,
  Excerpt,
  ExcerptId,
  Meter,
  Place,
  SourceId,
} from '../../src-main/common/contract/entities.ts';
import type { AppState } from '../state/app.svelte.ts';

export interface ReviewItem {
  readonly excerpt: Excerpt;
  readonly isKept: boolean;
  /** What it quoted where it stood, where those are not its words now; null also where it has no place. */
  readonly before: string | null;
}

/** What is reviewed: all of a source, or what was asked for of the whole notebook. */
export interface ReviewScope {
  readonly source?: SourceId | undefined;
  /** Of all that could be reviewed, what is. */
  readonly holds?: (item: ReviewItem) => boolean;
}

interface Opened {
  readonly id: ExcerptId;
  readonly stood: Place | null;
  readonly candidates: readonly Candidate[];
}

/** Whether its words are others in the newer version, or nowhere; one that only stands elsewhere has not changed. */
export const isChanged = ({ excerpt, before }: ReviewItem): boolean =>
  before !== null || excerpt.anchor === 'orphan';

export class Review {
  #items = $state.raw<readonly ReviewItem[]>([]);
  #isLoaded = $state(false);
  #meter = $state.raw<Meter | null>(null);
  #opened = $state.raw<Opened | null>(null);
  #selected = $state.raw<ExcerptId | null>(null);
  /** Where in the list it stood: what comes after one that is done takes its place. */
  #at = 0;
  #candidate = $state(0);
  isOpen = $state(false);

  constructor(
    private readonly app: AppState,
    private readonly scope: () => ReviewScope,
  ) {}

  /** Those that wait for somebody first, then those that were left without a place. */
  get items(): readonly ReviewItem[] {
    const { holds } = this.scope();
    return holds ? this.#items.filter(holds) : this.#items;
  }

  /** Whatever could be reviewed. */
  get all(): readonly ReviewItem[] {
    return this.#items;
  }

  /** False until the first answer: an empty list is not yet « nothing ». */
  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  get waiting(): readonly ReviewItem[] {
    return this.items.filter(({ isKept }) => !isKept);
  }

  /** Of the one source that is reviewed. */
  get meter(): Meter | null {
    return this.#meter;
  }

  get selected(): ReviewItem | null {
    return this.items.find(({ excerpt }) => excerpt.id === this.#selected) ?? null;
  }

  /** Null while they are looked for. */
  get opened(): Opened | null {
    return this.#opened?.id === this.#selected ? this.#opened : null;
  }

  /** The number of the candidate that Enter takes. */
  get candidate(): number {
    return this.#candidate;
  }

  set candidate(at: number) {
    const last = (this.opened?.candidates.length ?? 0) - 1;
    this.#candidate = Math.max(0, Math.min(last, at));
  }

  get moved(): readonly ExcerptId[] {
    return this.items.filter(({ excerpt }) => excerpt.anchor === 'moved').map(({ excerpt }) => excerpt.id);
  }

  async load(): Promise<void> {
    const { source } = this.scope();
    const answer = await this.app.client.call('excerpt.review', { source });
    if (!answer.ok) return;
    const { items, meters } = answer.value;
    this.#items = items.toSorted((a, b) => Number(a.isKept) - Number(b.isKept));
    this.#meter = source === undefined ? null : (meters[0] ?? null);
    this.#isLoaded = true;
    if (this.items.length === 0) this.isOpen = false;
    await this.#goOn();
  }

  /** Where nothing of the list is looked at, what took the place of the last that was. */
  async #goOn(): Promise<void> {
    const next = this.selected ?? this.items[Math.min(this.#at, this.items.length - 1)];
    if (this.isOpen && next) await this.select(next.excerpt.id);
  }

  async toggle(): Promise<void> {
    this.isOpen = !this.isOpen;
    const first = this.selected ?? this.items[0];
    if (this.isOpen && first) await this.select(first.excerpt.id);
  }

  async select(id: ExcerptId): Promise<void> {
    if (this.#selected !== id) this.#candidate = 0;
    this.#selected = id;
    this.#at = this.items.findIndex(({ excerpt }) => excerpt.id === id);
    const answer = await this.app.call('excerpt.candidates', { id });
    if (answer && this.#selected === id) {
      this.#opened = { id, stood: answer.stood, candidates: answer.candidates };
    }
  }

  /** The candidate at hand: confirmed where the highlight stands there already. */
  async take(at = this.#candidate): Promise<void> {
    const { opened } = this;
    const candidate = opened?.candidates[at];
    if (!opened || !candidate) return;
    const { versionId: version, start, end } = candidate;
    if (candidate.isChosen) await this.app.mutate('excerpt.confirm', { ids: [opened.id] });
    else await this.app.mutate('excerpt.anchor', { id: opened.id, version, start, end });
    await this.load();
  }

  async confirmAll(): Promise<void> {
    if (this.moved.length === 0) return;
    await this.app.mutate('excerpt.confirm', { ids: [...this.moved] });
    await this.load();
  }

  /** No place is right. */
  async keep(): Promise<void> {
    const { selected } = this;
    if (!selected || selected.isKept) return;
    await this.app.mutate('excerpt.keep', { ids: [selected.excerpt.id] });
    await this.load();
  }

  /** Whether there is another place than the one it has: a highlight that never stood elsewhere can only be confirmed. */
  get canKeep(): boolean {
    const { selected, opened } = this;
    return selected !== null && !selected.isKept && (selected.excerpt.anchor === 'orphan' || !!opened?.stood);
  }
}
