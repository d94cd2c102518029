/**
 * The search that the title-bar field and the search screen share. Each keystroke aborts the call before it,
 * and an answer is taken only from the newest call, so that results never jump back to an older query.
 */
import { createContext } from 'svelte';
import type { Client } from '../../src-main/common/contract/client.ts';
import type { Input, Output } from '../../src-main/common/contract/commands.ts';
import type { Warning } from '../../src-main/common/contract/entities.ts';
import type { Facets, Hit, Match } from '../../src-main/common/contract/hits.ts';
import type { ErrorValue } from '../../src-main/common/contract/errors.ts';
import type { SavedFilters } from '../../src-main/common/contract/collections.ts';
import { countFilters, fromSaved, NO_FILTERS, type SearchFilters, toFilterInput } from './search-filters.ts';

/** What the newest answered query found so far. */
export interface SearchAnswer {
  readonly query: string;
  readonly hits: readonly Hit[];
  readonly total: number;
  readonly tookMs: number;
  readonly notice: Warning | null;
  /** Counted anew with each question, not with its further pages. */
  readonly facets: Facets | null;
}

const PAGE = 40;
/** What the command takes at most. */
const LARGEST_PAGE = 1000;
/** A text that has stayed as it is for so long is no longer being typed, and may be found fault with. */
const REST_MS = 800;

/** Names a hit across queries: a passage and an excerpt never share an id, but ids of two kinds might. */
export const hitKey = (hit: Hit): string => `${hit.kind}:${hit.id}`;

export class SearchState {
  #text = $state('');
  #filters = $state.raw(NO_FILTERS);
  #answer = $state.raw<SearchAnswer | null>(null);
  #error = $state.raw<ErrorValue | null>(null);
  #pending = $state(false);
  #chosen = $state<string | null>(null);
  #why = $state.raw<{ readonly key: string; readonly matches: readonly Match[] } | null>(null);
  #entering = $state(false);
  #opening = false;
  #rested = $state(false);
  /** The last word may still be a beginning; further pages and explanations must ask as the first page did. */
  #typing = true;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | null = null;
  #explaining: AbortController | null = null;
  readonly #client: () => Pick<Client, 'call'>;

  constructor(client: () => Pick<Client, 'call'>) {
    this.#client = client;
  }

  get text(): string {
    return this.#text;
  }
  get filters(): SearchFilters {
    return this.#filters;
  }
  get filtered(): number {
    return countFilters(this.#filters);
  }
  /** Null until a query was answered, and again when the field is emptied. */
  get answer(): SearchAnswer | null {
    return this.#answer;
  }
  get error(): ErrorValue | null {
    return this.#error;
  }
  get pending(): boolean {
    return this.#pending;
  }
  get hasMore(): boolean {
    return this.#answer !== null && this.#answer.hits.length < this.#answer.total;
  }
  get chosen(): Hit | null {
    return this.#answer?.hits.find((hit) => hitKey(hit) === this.#chosen) ?? null;
  }
  /** Why the chosen hit was found; null until that is known. */
  get why(): readonly Match[] | null {
    return this.#why !== null && this.#why.key === this.#chosen ? this.#why.matches : null;
  }
  /** The text has been left alone for a moment, or was submitted: what is wrong with it may be said. */
  get rested(): boolean {
    return this.#rested;
  }
  /** The focus is to go from the field into the results, once they are there. */
  get entering(): boolean {
    return this.#entering;
  }
  /** And the result that it goes to is to be opened. */
  get opening(): boolean {
    return this.#entering && this.#opening;
  }

  /** The field's new content, at each keystroke. */
  type(text: string): Promise<void> {
    if (text === this.#text) return Promise.resolve();
    this.#text = text;
    this.#entering = false;
    this.#typing = true;
    this.#rest(false);
    return this.#ask();
  }

  /** The query as it stands is meant: its last word is no longer taken as a beginning. */
  submit(): Promise<void> {
    this.#typing = false;
    this.#rest(true);
    return this.#ask({ keep: true });
  }

  /** A saved search, as if it had been typed and meant. */
  recall(query: string, filters: SavedFilters): Promise<void> {
    this.#text = query;
    this.#filters = fromSaved(filters);
    return this.submit();
  }

  /** Asks again, for rows that were changed, keeping as many results as are shown. */
  refresh(): Promise<void> {
    const shown = this.#answer?.hits.length ?? 0;
    return this.#ask({ limit: Math.min(LARGEST_PAGE, Math.max(PAGE, shown)), keep: true });
  }

  filter(change: Partial<SearchFilters>): Promise<void> {
    this.#filters = { ...this.#filters, ...change };
    return this.#ask();
  }

  clearFilters(): Promise<void> {
    return this.filter(NO_FILTERS);
  }

  /** Adds the next page to the results. */
  async more(): Promise<void> {
    const answer = this.#answer;
    if (answer === null || this.#pending || !this.hasMore) return;
    await this.#call(this.#input(PAGE, answer.hits.length), (next) => {
      const known = new Set(answer.hits.map(hitKey));
      const added = next.hits.filter((hit) => !known.has(hitKey(hit)));
      const hits = [...answer.hits, ...added];
      // A page that was stopped counts nothing: what was known stays, and it may be asked for again.
      const total = next.notice?.code === 'query-stopped' ? answer.total : next.total;
      this.#answer = { ...answer, total, notice: next.notice, hits };
    });
  }

  /** Makes a hit the one that the aside explains. */
  choose(hit: Hit | null): void {
    const key = hit === null ? null : hitKey(hit);
    if (key === this.#chosen) return;
    this.#chosen = key;
    void this.#explain();
  }

  /** Asks the screen to take the focus from the field into its results. Typing on takes it back. */
  enterResults(): void {
    if (!this.#entering) this.#opening = false;
    this.#entering = true;
  }

  /** The key that opens a result was pressed before the focus had gone there: it is opened as soon as it has. */
  openEntered(): void {
    this.#opening = true;
  }

  /** The screen has done so, or there is nothing to enter. */
  entered(): void {
    this.#entering = false;
  }

  /** Another notebook: nothing of the last one stays. */
  reset(): void {
    this.#asking?.abort();
    this.#explaining?.abort();
    this.#text = '';
    this.#filters = NO_FILTERS;
    this.#answer = null;
    this.#error = null;
    this.#pending = false;
    this.#chosen = null;
    this.#why = null;
    this.#entering = false;
    this.#typing = true;
    clearTimeout(this.#resting);
    this.#rested = false;
  }

  /** Starts waiting for the text to be left alone, or ends it. */
  #rest(now: boolean): void {
    clearTimeout(this.#resting);
    this.#rested = now;
    if (!now) this.#resting = setTimeout(() => (this.#rested = true), REST_MS);
  }

  /** `keep` leaves the chosen hit chosen where it is still found; else the best one is. */
  async #ask({ limit = PAGE, keep = false } = {}): Promise<void> {
    this.#explaining?.abort();
    if (this.#text.trim() === '') {
      this.#asking?.abort();
      this.#asking = null;
      this.#answer = null;
      this.#error = null;
      this.#pending = false;
      return;
    }
    const query = this.#text;
    await this.#call({ ...this.#input(limit, 0), facets: true }, (answer) => {
      this.#answer = { query, ...answer };
      const [best] = answer.hits;
      if (!keep || this.chosen === null) this.#chosen = best === undefined ? null : hitKey(best);
      void this.#explain();
    });
  }

  #input(limit: number, offset: number): Input<'search.query'> {
    return { query: this.#text, typing: this.#typing, limit, offset, ...toFilterInput(this.#filters) };
  }

  /**
   * `take` gets the answer unless a newer call has taken over or this one failed (`error` then says why); at once, so
   * that nobody sees a search that is no longer pending beside the answer before.
   */
  async #call(input: Input<'search.query'>, take: (answer: Output<'search.query'>) => void): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    this.#pending = true;
    const result = await this.#client().call('search.query', input, { signal: asking.signal });
    if (this.#asking !== asking) return;
    this.#asking = null;
    this.#pending = false;
    this.#error = result.ok || result.error.code === 'cancelled' ? null : result.error;
    if (result.ok) take(result.value);
  }

  /** One hit at its rank, explained: explaining all of them would slow each keystroke. */
  async #explain(): Promise<void> {
    this.#explaining?.abort();
    const hit = this.chosen;
    const rank = hit === null ? -1 : (this.#answer?.hits.indexOf(hit) ?? -1);
    if (hit === null || rank < 0) return;
    const explaining = new AbortController();
    this.#explaining = explaining;
    const input = { ...this.#input(1, rank), explain: true };
    const result = await this.#client().call('search.query', input, { signal: explaining.signal });
    if (this.#explaining !== explaining || !result.ok) return;
    const key = hitKey(hit);
    const explained = result.value.hits.find((other) => hitKey(other) === key);
    if (explained !== undefined) this.#why = { key, matches: explained.why ?? [] };
  }
}

/** Set once by App: the field and the screen are two views of one search. Do not destructure it. */
export const [useSearch, setSearch] = createContext<SearchState>();
