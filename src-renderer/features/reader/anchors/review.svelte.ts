/** Highlights that a newer version moved or has no place for: which of them is looked at, and what can be done with it. */
import type {
  Candidate,
  Excerpt,
  ExcerptId,
  Meter,
  Place,
  SourceId,
} from '../../../../src-main/common/contract/entities.ts';
import type { AppState } from '../../../state/app.svelte.ts';

export interface ReviewItem {
  readonly excerpt: Excerpt;
  readonly isKept: boolean;
}

interface Opened {
  readonly id: ExcerptId;
  readonly stood: Place | null;
  readonly candidates: readonly Candidate[];
}

export class Review {
  #items = $state.raw<readonly ReviewItem[]>([]);
  #meter = $state.raw<Meter | null>(null);
  #opened = $state.raw<Opened | null>(null);
  #selected = $state.raw<ExcerptId | null>(null);
  /** Where in the list it stood: what comes after one that is done takes its place. */
  #at = 0;
  #candidate = $state(0);
  isOpen = $state(false);

  constructor(
    private readonly app: AppState,
    private readonly source: SourceId,
  ) {}

  /** Those that wait for somebody first, then those that were left without a place. */
  get items(): readonly ReviewItem[] {
    return this.#items;
  }

  get waiting(): readonly ReviewItem[] {
    return this.#items.filter(({ isKept }) => !isKept);
  }

  get meter(): Meter | null {
    return this.#meter;
  }

  get selected(): ReviewItem | null {
    return this.#items.find(({ excerpt }) => excerpt.id === this.#selected) ?? null;
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
    return this.#items.filter(({ excerpt }) => excerpt.anchor === 'moved').map(({ excerpt }) => excerpt.id);
  }

  async load(): Promise<void> {
    const answer = await this.app.client.call('excerpt.review', { source: this.source });
    if (!answer.ok) return;
    const { items, meters } = answer.value;
    this.#items = items.toSorted((a, b) => Number(a.isKept) - Number(b.isKept));
    this.#meter = meters[0] ?? null;
    if (this.#items.length === 0) this.isOpen = false;
    const next = this.selected ?? this.#items[Math.min(this.#at, this.#items.length - 1)];
    if (this.isOpen && next) await this.select(next.excerpt.id);
  }

  async toggle(): Promise<void> {
    this.isOpen = !this.isOpen;
    const first = this.selected ?? this.#items[0];
    if (this.isOpen && first) await this.select(first.excerpt.id);
  }

  async select(id: ExcerptId): Promise<void> {
    if (this.#selected !== id) this.#candidate = 0;
    this.#selected = id;
    this.#at = this.#items.findIndex(({ excerpt }) => excerpt.id === id);
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
