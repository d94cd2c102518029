/**
 * Calls to a worker thread and back, correlated by id: an answer can never resolve a later call's promise.
 * Errors cross as `ErrorValue`, since a class does not survive structured clone.
 */
import { Worker, type MessagePort, type WorkerOptions } from 'node:worker_threads';
import { DossierError, type ErrorValue } from '../common/contract/errors.ts';
import { toErrorValue } from '../common/messages/error-value.ts';

type Question = { readonly id: number; readonly input: unknown } | { readonly cancel: number };
type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: ErrorValue }
  | { readonly event: unknown };

/** The worker's side: answers each question; `push` sends what nobody asked for. */
export function answerQuestions(
  port: MessagePort,
  answer: (input: unknown, signal: AbortSignal) => unknown,
): (event: unknown) => void {
  const running = new Map<number, AbortController>();
  const send = (message: Answer): void => {
    port.postMessage(message);
  };
  port.on('message', (question: Question) => {
    if ('cancel' in question) {
      running.get(question.cancel)?.abort();
      return;
    }
    const { id, input } = question;
    const controller = new AbortController();
    running.set(id, controller);
    void Promise.resolve()
      .then(() => answer(input, controller.signal))
      .then(
        (value) => {
          send({ id, value });
        },
        (error: unknown) => {
          send({ id, error: toErrorValue(error) });
        },
      )
      .finally(() => running.delete(id));
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
  onEvent?(event: unknown): void;
  /** Why a worker that ended by itself did; by default `internal`. */
  explainExit?(error: Error | null): DossierError;
}

/** The caller's side: starts the worker at the first question, and again after it has ended. */
export class WorkerChannel {
  #worker: Worker | null = null;
  #nextId = 1;
  readonly #pending = new Map<number, Pending>();

  constructor(readonly options: ChannelOptions) {}

  /** @throws DossierError what the worker threw; `internal` or `explainExit` where it ended instead */
  ask(input: unknown, signal?: AbortSignal): Promise<unknown> {
    const worker = (this.#worker ??= this.#start());
    const id = this.#nextId++;
    const cancel = (): void => {
      worker.postMessage({ cancel: id } satisfies Question);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      worker.postMessage({ id, input } satisfies Question);
    }).finally(() => {
      signal?.removeEventListener('abort', cancel);
    });
  }

  /** Ends the worker at once; every open question is answered with `reason`. */
  async stop(reason: DossierError): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#rejectAll(reason);
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.options.url, this.options.worker);
    let failure: Error | null = null;
    worker.on('message', (answer: Answer) => {
      this.#receive(answer);
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
    this.#pending.delete(answer.id);
    if ('error' in answer) pending?.reject(new DossierError(answer.error.code, answer.error.details));
    else pending?.resolve(answer.value);
  }

  #rejectAll(reason: DossierError): void {
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of pending) reject(reason);
  }
}
