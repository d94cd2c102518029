/**
 * Calls to a worker thread and back, correlated by id: an answer can never resolve a later call's promise.
 * Errors cross as `ErrorValue`, since a class does not survive structured clone.
 */
import { Worker, type MessagePort, type WorkerOptions } from 'node:worker_threads';
import { DossierError, type ErrorValue } from '../common/contract/errors.ts';
import { toErrorValue } from '../common/messages/error-value.ts';

type Question = { readonly id: number; readonly input: unknown };
type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: ErrorValue }
  | { readonly event: unknown };

/** The worker's side: answers each question; the function that it returns sends what nobody asked for. */
export function answerQuestions(
  port: MessagePort,
  answer: (input: unknown) => unknown,
): (event: unknown) => void {
  const send = (message: Answer): void => {
    port.postMessage(message);
  };
  port.on('message', ({ id, input }: Question) => {
    void Promise.resolve()
      .then(() => answer(input))
      .then((value) => {
        send({ id, value });
      })
      // After the answer too: one that cannot be cloned would else end the worker, and all other calls with it.
      .catch((error: unknown) => {
        send({ id, error: toErrorValue(error) });
      });
  });
  return (event) => {
    send({ event });
  };
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

export interface ChannelOptions {
  readonly url: URL;
  readonly worker?: WorkerOptions;
  /** A worker is being started: the first, or one for another that has ended. */
  onStart?(): void;
  onEvent?(event: unknown): void;
  /** Why a worker that ended by itself did; by default `internal`. */
  explainExit?(error: Error | null): DossierError | undefined;
}

/** The caller's side: starts the worker at the first question, and again after it has ended, until `close`. */
export class WorkerChannel {
  #worker: Worker | null = null;
  #ending: Promise<unknown> = Promise.resolve();
  #closed: DossierError | null = null;
  #nextId = 1;
  readonly #pending = new Map<number, Pending>();

  constructor(readonly options: ChannelOptions) {}

  /** @throws DossierError what the worker threw; `internal` or `explainExit` where it ended instead */
  async ask(input: unknown): Promise<unknown> {
    if (this.#closed) throw this.#closed;
    const worker = (this.#worker ??= this.#start());
    const id = this.#nextId++;
    try {
      return await new Promise((resolve, reject) => {
        this.#pending.set(id, { resolve, reject });
        worker.postMessage({ id, input } satisfies Question);
      });
    } finally {
      this.#pending.delete(id);
    }
  }

  /** Bytes that the worker holds, in its heap and outside of it; 0 where there is none. Answers while it is busy. */
  async memory(): Promise<number> {
    try {
      const sizes = await this.#worker?.getHeapStatistics();
      return sizes ? sizes.total_heap_size + sizes.external_memory + sizes.malloced_memory : 0;
    } catch (cause) {
      // It has ended since.
      if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_NOT_RUNNING') return 0;
      throw cause;
    }
  }

  /** Ends the worker at once; every open question is answered with `reason`. The next one starts another. */
  async stop(reason: DossierError): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#rejectAll(reason);
    if (worker) this.#ending = worker.terminate();
    await this.#ending;
  }

  /** Settles when no worker that was stopped is left: until then it holds all its memory. */
  async ended(): Promise<void> {
    await this.#ending;
  }

  /** Ends the worker for good: later questions are answered with `reason` too. */
  async close(reason: DossierError): Promise<void> {
    this.#closed = reason;
    await this.stop(reason);
  }

  #start(): Worker {
    const worker = new Worker(this.options.url, this.options.worker);
    this.options.onStart?.();
    let failure: Error | null = null;
    worker.on('message', (answer: Answer) => {
      // What a worker that was stopped has still to say concerns nobody.
      if (this.#worker === worker) this.#receive(answer);
    });
    worker.on('error', (error: Error) => {
      failure = error;
    });
    worker.on('exit', () => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      const reason = failure ? `${failure.name}: ${failure.message}` : 'worker ended';
      this.#rejectAll(this.options.explainExit?.(failure) ?? new DossierError('internal', { reason }));
    });
    return worker;
  }

  #receive(answer: Answer): void {
    if ('event' in answer) {
      this.options.onEvent?.(answer.event);
      return;
    }
    const pending = this.#pending.get(answer.id);
    if ('error' in answer) pending?.reject(new DossierError(answer.error.code, answer.error.details));
    else pending?.resolve(answer.value);
  }

  #rejectAll(reason: DossierError): void {
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of pending) reject(reason);
  }
}
