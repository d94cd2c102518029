import type { Claim, ClaimId } from '../../../src-main/common/contract/entities.ts';
import type { ClaimCounts, ClaimGroup, ClaimSummary } from '../../../src-main/common/contract/ledger.ts';
import type { AppState } from '../../state/app.svelte.ts';
import type { ClaimsState } from '../../state/claims.svelte.ts';
import { today } from './days.ts';

/** A row of the ledger; the first of a group names it. */
export interface LedgerItem {
  readonly id: ClaimId;
  readonly group: ClaimGroup | null;
}

/** Rows that come with the order itself: more than a screen shows. */
const FIRST = 60;
/** Asked for at once, for where one has scrolled to. */
const CHUNK = 200;
/** Read when nobody waits, so that a letter finds rows that were not shown yet. */
const BACKGROUND = 500;
/** Milliseconds after which nobody waits, and between two such parts. */
const REST = 600;
const PAUSE = 60;

/**
 * The ledger as it is looked at: the ids of all its claims in order, and the rows of those that were near the view. A row that
 * was read before a change stays until it is shown again.
 */
export class LedgerList {
  items = $state.raw<readonly LedgerItem[]>([]);
  counts = $state.raw<ClaimCounts | null>(null);
  /** False until it was read once. */
  loaded = $state(false);
  #marked = $state.raw<ReadonlySet<string>>(new Set());
  // Plain, with a counter to follow: a reactive map would keep one subscription for each of ten thousand rows.
  readonly #rows = new Map<ClaimId, ClaimSummary>();
  #fresh = new Set<ClaimId>();
  #changed = $state(0);
  #asking: AbortController | null = null;
  #shown = { first: 0, end: 0 };
  #asOf: string | null = null;

  constructor(
    private readonly app: AppState,
    private readonly view: ClaimsState,
  ) {}

  /** Undefined where it was not read yet. */
  row(id: ClaimId): ClaimSummary | undefined {
    void this.#changed;
    return this.#rows.get(id);
  }

  get ids(): readonly ClaimId[] {
    return this.items.map(({ id }) => id);
  }

  /** Of what is shown: a claim that is filtered out is not treated unseen. */
  get marked(): ReadonlySet<string> {
    return this.#marked;
  }

  get markedIds(): ClaimId[] {
    return this.ids.filter((id) => this.#marked.has(id));
  }

  mark(keys: ReadonlySet<string>): void {
    this.#marked = keys;
  }

  /** What was asked for is not waited for any more. */
  stop(): void {
    this.#asking?.abort();
  }

  /** Another notebook. */
  forget(): void {
    this.stop();
    this.#rows.clear();
    this.items = [];
    this.counts = null;
    this.loaded = false;
    this.mark(new Set());
  }

  /** Reads the ledger as the view has it now. Called in an effect, it is called again when the view changes. */
  ask(): void {
    const { view } = this;
    const day = today();
    const filter = view.asked(day);
    const order = { sort: view.order, descending: view.descends, grouped: view.grouped };
    this.#asking?.abort();
    this.#asking = new AbortController();
    // What a row says of one day is never shown as another's.
    if (view.asOf !== this.#asOf) this.#rows.clear();
    this.#asOf = view.asOf;
    void this.#read(filter, order, this.#asking.signal);
  }

  async #read(
    filter: ReturnType<ClaimsState['asked']>,
    order: { readonly sort: ClaimsState['order']; readonly descending: boolean; readonly grouped: boolean },
    signal: AbortSignal,
  ): Promise<void> {
    const offset = Math.max(0, this.#shown.first - 20);
    const asking = this.app.call(
      'claim.summaries',
      { ...filter, ...order, ids: true, offset, limit: FIRST },
      { signal },
    );
    // The engine answers one after the other: rows come first.
    const counting = this.app.call('claim.counts', { ...filter, today: today() }, { signal });
    const answer = await asking;
    if (answer === null || signal.aborted) return;
    this.#fresh = new Set();
    this.items = toItems(answer.ids ?? [], answer.groups);
    this.#take(answer.claims);
    this.loaded = true;
    this.#unmarkGone();
    const counts = await counting;
    if (signal.aborted) return;
    if (counts !== null) this.counts = counts;
    await this.#readRest(filter.asOf, signal);
  }

  /** What is marked and no longer there, or filtered out, is not. */
  #unmarkGone(): void {
    if (this.#marked.size === 0) return;
    const there = new Set<string>(this.ids);
    const left = [...this.#marked].filter((id) => there.has(id));
    if (left.length < this.#marked.size) this.mark(new Set(left));
  }

  /** Told by the list which rows it draws. */
  show(first: number, end: number): void {
    this.#shown = { first, end };
    const near = this.items.slice(Math.max(0, first - CHUNK / 4), end + CHUNK / 4);
    const wanted = near
      .map(({ id }) => id)
      .filter((id) => !this.#fresh.has(id))
      .slice(0, BACKGROUND);
    const signal = this.#asking?.signal;
    if (wanted.length === 0 || signal === undefined) return;
    for (const id of wanted) this.#fresh.add(id);
    void this.#readRows(wanted, this.view.asOf ?? undefined, signal);
  }

  async #readRest(asOf: string | undefined, signal: AbortSignal): Promise<void> {
    await pause(REST);
    for (;;) {
      if (signal.aborted) return;
      const missing = this.items.filter(({ id }) => !this.#rows.has(id)).slice(0, BACKGROUND);
      if (missing.length === 0) return;
      await pause(PAUSE);
      const before = this.#rows.size;
      await this.#readRows(
        missing.map(({ id }) => id),
        asOf,
        signal,
      );
      // What was removed meanwhile never comes.
      if (this.#rows.size === before) return;
    }
  }

  async #readRows(ids: readonly ClaimId[], asOf: string | undefined, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const answer = await this.app.call(
      'claim.summaries',
      { claims: [...ids], limit: ids.length, ...(asOf !== undefined && { asOf }) },
      { signal },
    );
    if (answer !== null && !signal.aborted) this.#take(answer.claims);
  }

  #take(rows: readonly ClaimSummary[]): void {
    for (const row of rows) {
      this.#rows.set(row.id, row);
      this.#fresh.add(row.id);
    }
    this.#changed += 1;
  }

  /** The claims before and after one, in the ledger's order. */
  around(id: ClaimId): { readonly index: number; readonly previous?: ClaimId; readonly next?: ClaimId } {
    const index = this.items.findIndex((item) => item.id === id);
    if (index < 0) return { index };
    return { index, previous: this.items[index - 1]?.id, next: this.items[index + 1]?.id };
  }
}

function toItems(ids: readonly ClaimId[], groups: readonly ClaimGroup[] | undefined): readonly LedgerItem[] {
  const starts = new Map<number, ClaimGroup>();
  let at = 0;
  for (const group of groups ?? []) {
    starts.set(at, group);
    at += group.count;
  }
  return ids.map((id, index) => ({ id, group: starts.get(index) ?? null }));
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What a key of the ledger needs to know of a claim. */
export type Judged = Pick<Claim, 'id' | 'status'>;
