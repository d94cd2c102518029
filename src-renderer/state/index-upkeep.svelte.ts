/** The search index being made anew, which nobody called for: told by progress events, and over when they end. */
import type { DossierEvent } from '../../src-main/common/contract/events.ts';

export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

/** Stands for the call in the engine's progress events. */
const INDEX_CALL = 'search-index';
/** The work may end without a last event: another process did it, or the notebook was closed. */
const QUIET_MS = 10_000;

export class IndexUpkeep {
  #progress = $state.raw<IndexProgress | null>(null);
  #forgetting: ReturnType<typeof setTimeout> | undefined;

  /** Null while nothing is being done. */
  get progress(): IndexProgress | null {
    return this.#progress;
  }

  /** Takes the event if it is about the index. */
  report({ call, done, total }: Extract<DossierEvent, { type: 'progress' }>): void {
    if (call !== INDEX_CALL) return;
    if (total === null || done >= total) {
      this.forget();
      return;
    }
    clearTimeout(this.#forgetting);
    this.#progress = { done, total };
    this.#forgetting = setTimeout(() => this.forget(), QUIET_MS);
  }

  forget(): void {
    clearTimeout(this.#forgetting);
    this.#progress = null;
  }
}
