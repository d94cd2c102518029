/**
 * How the ledger is seen and what is being written about a claim. It outlives the screens, so that going to
 * a passage and back loses neither the filter nor the draft of a verdict.
 */
import { createContext } from 'svelte';
import type { ClaimId, Status } from '../../src-main/common/contract/entities.ts';
import type { ClaimSort, Doubt } from '../../src-main/common/contract/ledger.ts';
import type { Input } from '../../src-main/common/contract/commands.ts';

/** In the order of the menu. */
export const LEDGER_ORDERS = [
  'activity',
  'created',
  'statement',
  'status',
  'documents',
  'origins',
  'recheck',
] as const satisfies readonly ClaimSort[];
export type LedgerOrder = (typeof LEDGER_ORDERS)[number];

/** A verdict being written. `status` is null until it is chosen. */
export interface VerdictDraft {
  readonly status: Status | null;
  readonly reason: string;
}

/** What narrows the ledger; null is no matter, and the empty text too. */
export interface LedgerFilter {
  readonly status: Status | null;
  readonly tag: string | null;
  readonly doubt: Doubt | null;
  /** Only what is to be looked at again by today. */
  readonly due: boolean;
  readonly superseded: boolean | null;
  readonly text: string;
}

export const NO_FILTER: LedgerFilter = {
  status: null,
  tag: null,
  doubt: null,
  due: false,
  superseded: null,
  text: '',
};

export class ClaimsState {
  filter = $state.raw<LedgerFilter>(NO_FILTER);
  order = $state<LedgerOrder>('activity');
  /** Null is the way that the order is read most naturally. */
  descending = $state<boolean | null>(null);
  /** The day whose ledger is looked at; null is now. */
  asOf = $state<string | null>(null);
  /** Whether the field that narrows by words is shown. */
  typing = $state(false);
  /** Rows under the names of their tags. */
  grouped = $state(false);
  /** The row that has, or last had, the focus. */
  current = $state<ClaimId | null>(null);
  asideShown = $state(true);
  #notebook = '';
  #drafts = $state.raw<ReadonlyMap<ClaimId, VerdictDraft>>(new Map());

  /** Another notebook: a tag, a row or a draft of the last one means nothing in it. */
  enter(notebook: string): void {
    if (notebook === this.#notebook) return;
    this.#notebook = notebook;
    this.showAll();
    this.asOf = null;
    this.current = null;
    this.#drafts = new Map();
  }

  get filtered(): boolean {
    return (Object.keys(NO_FILTER) as (keyof LedgerFilter)[]).some(
      (name) => this.filter[name] !== NO_FILTER[name],
    );
  }

  narrow(change: Partial<LedgerFilter>): void {
    this.filter = { ...this.filter, ...change };
  }

  /** The same order again turns it round. */
  sortBy(order: LedgerOrder): void {
    if (order === this.order) this.turn();
    else this.descending = null;
    this.order = order;
  }

  turn(): void {
    this.descending = this.descending === null ? !isDescending(this.order) : null;
  }

  get descends(): boolean {
    return this.descending ?? isDescending(this.order);
  }

  /** As the engine is asked. @param today a day */
  asked(today: string): Input<'claim.counts'> {
    const { status, tag, doubt, due, superseded, text } = this.filter;
    return {
      ...(status !== null && { status }),
      ...(tag !== null && { tag }),
      ...(doubt !== null && { doubt }),
      ...(due && { dueBy: today }),
      ...(superseded !== null && { superseded }),
      ...(text.trim() !== '' && { text }),
      ...(this.asOf !== null && { asOf: this.asOf }),
    };
  }

  /** Null where no verdict is being written. */
  draftOf(claim: ClaimId): VerdictDraft | null {
    return this.#drafts.get(claim) ?? null;
  }

  /** Opens the verdict form, or changes what it holds; what is absent is left as it is. */
  draft(claim: ClaimId, change: Partial<VerdictDraft>): void {
    const before = this.#drafts.get(claim) ?? { status: null, reason: '' };
    this.#drafts = new Map(this.#drafts).set(claim, { ...before, ...change });
  }

  abandon(claim: ClaimId): void {
    const drafts = new Map(this.#drafts);
    drafts.delete(claim);
    this.#drafts = drafts;
  }

  showAll(): void {
    this.filter = NO_FILTER;
    this.typing = false;
  }
}

/** As the engine sorts where nothing is said: the newest and the largest first. */
const isDescending = (order: LedgerOrder): boolean =>
  order === 'activity' || order === 'created' || order === 'documents' || order === 'origins';

/** Set once by App, so that the ledger is found as it was left. Do not destructure it. */
export const [useClaims, setClaims] = createContext<ClaimsState>();
