/** Printing by the host, asked for from the engine's thread: Electron prints only in its main process. */
import { DossierError, type ErrorValue } from '../common/contract/errors.ts';
import type { Printer, PrintOptions } from '../core/ports.ts';

/** What the thread says to its host. */
export type PrintEvent =
  | { readonly type: 'print'; readonly job: number; readonly html: string; readonly options: PrintOptions }
  | { readonly type: 'print-cancelled'; readonly job: number };

/** What the host answers. */
export type Printed = { readonly job: number } & (
  { readonly bytes: Uint8Array } | { readonly error: ErrorValue }
);

interface Waiting {
  resolve(bytes: Uint8Array): void;
  reject(error: unknown): void;
}

export class HostPrinter implements Printer {
  readonly #waiting = new Map<number, Waiting>();
  #jobs = 0;

  constructor(private readonly say: (event: PrintEvent) => void) {}

  async print(html: string, signal: AbortSignal, options: PrintOptions = {}): Promise<Uint8Array> {
    if (signal.aborted) throw new DossierError('cancelled');
    const job = (this.#jobs += 1);
    const cancel = (): void => {
      this.say({ type: 'print-cancelled', job });
      this.#waiting.get(job)?.reject(new DossierError('cancelled'));
    };
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return await new Promise<Uint8Array>((resolve, reject) => {
        this.#waiting.set(job, { resolve, reject });
        this.say({ type: 'print', job, html, options });
      });
    } finally {
      signal.removeEventListener('abort', cancel);
      this.#waiting.delete(job);
    }
  }

  /** The host's answer; one to a job that was given up concerns nobody. */
  answer(printed: Printed): void {
    const waiting = this.#waiting.get(printed.job);
    if ('bytes' in printed) waiting?.resolve(printed.bytes);
    else waiting?.reject(new DossierError(printed.error.code, printed.error.details));
  }
}

/** The host's side: runs the jobs that its thread asks for. */
export class PrintJobs {
  readonly #running = new Map<number, AbortController>();

  constructor(
    private readonly printer: Printer,
    private readonly answer: (job: number, printed: Promise<Uint8Array>) => void,
  ) {}

  take(event: PrintEvent): void {
    if (event.type === 'print-cancelled') {
      this.#running.get(event.job)?.abort();
      return;
    }
    const stopping = new AbortController();
    this.#running.set(event.job, stopping);
    const printed = this.printer.print(event.html, stopping.signal, event.options).finally(() => {
      this.#running.delete(event.job);
    });
    this.answer(event.job, printed);
  }

  /** Ends what runs. */
  close(): void {
    for (const stopping of this.#running.values()) stopping.abort();
  }
}

export function isPrintEvent(event: unknown): event is PrintEvent {
  if (typeof event !== 'object' || event === null || !('type' in event)) return false;
  return event.type === 'print' || event.type === 'print-cancelled';
}
