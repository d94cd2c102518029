/**
 * The search worker and how long it may take. A query is limited from when the worker begins with it, never while
 * SQLite is loaded, the notebook opened or an index made: a large notebook without an index would else be opened
 * and ended again and again.
 */
import { DossierError } from '../common/contract/errors.ts';
import type { SearchInput } from '../core/ports.ts';
import { WorkerChannel } from './channel.ts';

export interface SearchWorkerData {
  readonly path: string;
  /** Whether an index that is missing is made meanwhile. */
  readonly isTended: boolean;
}

export type SearchQuestion =
  | { readonly do: 'query'; readonly input: SearchInput }
  | { readonly do: 'frequencies'; readonly terms: readonly string[] }
  | { readonly do: 'rebuild' };

/** `ready`: SQLite is loaded. `started`: everything is open and up to date, and the query itself begins. */
export type SearchWorkerEvent = 'ready' | 'started';

/** Does `work` in so many milliseconds. @returns what calls it off */
export type After = (milliseconds: number, work: () => void) => () => void;

export interface SearchThreadOptions {
  readonly workerUrl: URL;
  readonly isTended?: boolean;
  readonly after?: After;
  readonly elapsed?: () => number;
}

/** What a query may take before it is ended, in milliseconds. */
export const ANSWER_LIMIT = 1000;

/**
 * What a cancelled query may go on for: the next one waits for it. Ending the worker costs opening the notebook
 * again, some tens of milliseconds, so that most queries are better waited for; where opening took longer, this is
 * longer too.
 */
const CANCELLED_LIMIT = 200;

/** How long a closing searcher waits for a worker to have loaded. */
const LOADING_LIMIT = 3000;

/** How an ended worker is told from a failure that it reported. */
const ENDED = 'search worker ended';
const STOPPED = 'search worker stopped';

/** The query took too long, and the worker was ended. */
export function wasStopped(error: unknown): boolean {
  return hasReason(error, STOPPED);
}

function hasReason(error: unknown, reason: string): boolean {
  return error instanceof DossierError && error.details['reason'] === reason;
}

export class SearchThread {
  readonly #channel: WorkerChannel;
  readonly #after: After;
  readonly #elapsed: () => number;
  /** Of the worker that was started last: resolved when it has loaded, or ended. */
  #ready: PromiseWithResolvers<void> | null = null;
  #started: (() => void) | null = null;
  #beganOpening = 0;
  /** Null until it is known of the worker that was started last. */
  #openingTook: number | null = null;
  #closing = false;

  constructor(path: string, options: SearchThreadOptions) {
    this.#after = options.after ?? afterNextTurn;
    this.#elapsed = options.elapsed ?? (() => performance.now());
    this.#channel = new WorkerChannel({
      url: options.workerUrl,
      worker: { workerData: { path, isTended: options.isTended ?? false } satisfies SearchWorkerData },
      onStart: () => {
        this.#ready = Promise.withResolvers();
        this.#beganOpening = this.#elapsed();
        this.#openingTook = null;
      },
      onEvent: (event) => {
        this.#hear(event as SearchWorkerEvent);
      },
      explainExit: () => {
        this.#ready?.resolve();
        return new DossierError('internal', { reason: ENDED });
      },
    });
  }

  /**
   * One question at a time: the next is to be asked when this one is settled. A worker that dies is started again
   * and asked once more.
   * @throws DossierError what the worker threw; one that `wasStopped` where the limit was reached
   */
  async ask(question: SearchQuestion, signal?: AbortSignal): Promise<unknown> {
    try {
      return await this.#askOnce(question, signal);
    } catch (error) {
      if (!hasReason(error, ENDED) || this.#closing) throw error;
      return this.#askOnce(question, signal);
    }
  }

  /** Ends the worker for good. */
  async close(): Promise<void> {
    this.#closing = true;
    if (this.#ready) {
      // A thread that is ended while it loads SQLite takes the whole process with it.
      const callOff = this.#after(LOADING_LIMIT, this.#ready.resolve);
      await this.#ready.promise;
      callOff();
    }
    await this.#channel.close(new DossierError('notebook-closed'));
  }

  async #askOnce(question: SearchQuestion, signal: AbortSignal | undefined): Promise<unknown> {
    if (this.#closing) throw new DossierError('notebook-closed');
    const limits: (() => void)[] = [];
    const stopping: Promise<void>[] = [];
    const stop = (): void => {
      stopping.push(this.#channel.stop(new DossierError('internal', { reason: STOPPED })));
    };
    const limitCancelled = (): void => {
      limits.push(this.#after(Math.max(CANCELLED_LIMIT, this.#openingTook ?? 0), stop));
    };
    this.#started = () => {
      limits.push(this.#after(ANSWER_LIMIT, stop));
      if (signal?.aborted) limitCancelled();
      else signal?.addEventListener('abort', limitCancelled, { once: true });
    };
    try {
      return await this.#channel.ask(question);
    } finally {
      this.#started = null;
      for (const callOff of limits) callOff();
      signal?.removeEventListener('abort', limitCancelled);
      this.#openingTook ??= this.#elapsed() - this.#beganOpening;
      // The next worker begins when this one is gone: there are never two.
      await Promise.all(stopping);
    }
  }

  #hear(event: SearchWorkerEvent): void {
    if (event === 'ready') {
      this.#ready?.resolve();
      return;
    }
    this.#openingTook ??= this.#elapsed() - this.#beganOpening;
    this.#started?.();
  }
}

/** An answer that has come while this thread was busy with something else is taken before the limit is looked at. */
const afterNextTurn: After = (milliseconds, work) => {
  let turn: NodeJS.Immediate | undefined;
  const timer = setTimeout(() => {
    turn = setImmediate(work);
  }, milliseconds);
  return () => {
    clearTimeout(timer);
    clearImmediate(turn);
  };
};
