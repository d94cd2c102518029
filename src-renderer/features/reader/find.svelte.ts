import type { TextRange } from '../../anchoring/text-range.ts';
import { Finder, MATCH_LIMIT } from './find-matches.ts';
import type { Surface } from './surface.svelte.ts';

/** Find in the article: what is looked for, every place of it, and the one that is shown. */
export class FindState {
  #isOpen = $state(false);
  #query = $state('');
  #isWhole = $state(false);
  #at = $state(0);
  readonly #finder: Finder;
  readonly #matches: readonly TextRange[];

  constructor(private readonly surface: Surface) {
    this.#finder = new Finder(surface.text);
    this.#matches = $derived(this.#isOpen ? this.#finder.find(this.#query, this.#isWhole) : []);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get query(): string {
    return this.#query;
  }

  /** Whether only whole words are found. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  set isWhole(value: boolean) {
    this.#isWhole = value;
    this.type(this.#query);
  }

  get matches(): readonly TextRange[] {
    return this.#matches;
  }

  get current(): TextRange | null {
    return this.#matches[this.#at] ?? null;
  }

  /** Place of the current match among all, from 1; 0 where there is none. */
  get position(): number {
    return this.current ? this.#at + 1 : 0;
  }

  /** There may be more than were counted. */
  get isCut(): boolean {
    return this.#matches.length === MATCH_LIMIT;
  }

  /** Opens with `query` where something is selected, else with what was looked for last. */
  open(query: string | null): void {
    this.#isOpen = true;
    if (query !== null) this.#query = query;
  }

  close(): void {
    this.#isOpen = false;
  }

  /** Looks for what was typed, from the screen on. */
  type(query: string): void {
    this.#query = query;
    const next = this.#matches.findIndex((match) => match.start >= this.surface.top);
    this.#at = Math.max(0, next);
    this.#reveal();
  }

  step(direction: 1 | -1): void {
    const { length } = this.#matches;
    if (length === 0) return;
    this.#at = (this.#at + direction + length) % length;
    this.#reveal();
  }

  #reveal(): void {
    if (this.current) void this.surface.reveal(this.current.start, 'comfortable');
  }
}
