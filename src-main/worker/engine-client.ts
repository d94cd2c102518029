/** The engine as the hosts see it: the same calls, answered by the engine worker. */
import type { CallRequest } from '../common/contract/client.ts';
import { DossierError } from '../common/contract/errors.ts';
import type { DossierEvent, Listener } from '../common/contract/events.ts';
import { failure, type Result } from '../common/contract/result.ts';
import { toErrorValue } from '../common/messages/error-value.ts';
import type { Printer } from '../core/ports.ts';
import { WorkerChannel } from './channel.ts';
import { isPrintEvent, PrintJobs, type Printed } from './host-printer.ts';

export interface EngineWorkerData {
  readonly path: string;
  readonly create: boolean;
  readonly readOnly?: boolean;
  readonly verbose?: boolean;
  /** The host prints; else the engine looks for a browser. */
  readonly printsInHost?: boolean;
}

export type EngineQuestion =
  /** The only one that may make the file: a worker that replaces one that ended opens what is there. */
  | { readonly ask: 'open' }
  | { readonly ask: 'call'; readonly request: CallRequest }
  | { readonly ask: 'cancel'; readonly call: string }
  | { readonly ask: 'printed'; readonly printed: Printed }
  | { readonly ask: 'close' }
  /** Of a worker that opens no notebook: makes the one at `path` from this archive. */
  | { readonly ask: 'restore'; readonly archive: string };

export interface EngineClient {
  /** Never rejects. */
  call(request: CallRequest): Promise<Result<unknown>>;
  cancel(call: string): void;
  subscribe(listener: Listener): () => void;
  /** Resolves when every running call has ended and the file is closed. */
  close(): Promise<void>;
}

/**
 * @param printer of the host, where it has one
 * @throws DossierError where the notebook cannot be opened
 */
export async function startEngine(
  workerUrl: URL,
  data: EngineWorkerData,
  printer?: Printer,
): Promise<EngineClient> {
  const listeners = new Set<Listener>();
  const channel = new WorkerChannel({
    url: workerUrl,
    worker: { workerData: { ...data, printsInHost: printer !== undefined } satisfies EngineWorkerData },
    onEvent: (event) => {
      if (isPrintEvent(event)) jobs?.take(event);
      else for (const listener of listeners) listener(event as DossierEvent);
    },
  });
  const ask = (question: EngineQuestion): Promise<unknown> => channel.ask(question);
  const jobs = printer && new PrintJobs(printer, (job, printed) => void hand(job, printed));
  const hand = async (job: number, printing: Promise<Uint8Array>): Promise<void> => {
    const printed: Printed = await printing.then(
      (bytes) => ({ job, bytes }),
      (error: unknown) => ({ job, error: toErrorValue(error) }),
    );
    // A thread that has ended meanwhile has answered its calls.
    await ask({ ask: 'printed', printed }).catch(() => undefined);
  };
  const shut = async (): Promise<void> => {
    jobs?.close();
    await ask({ ask: 'close' }).catch(() => undefined);
    await channel.close(new DossierError('notebook-closed'));
  };
  try {
    await ask({ ask: 'open' });
  } catch (error) {
    await channel.close(new DossierError('notebook-closed'));
    throw error;
  }

  let closing: Promise<void> | null = null;
  return {
    async call(request) {
      try {
        if (closing) throw new DossierError('notebook-closed');
        return (await ask({ ask: 'call', request })) as Result<unknown>;
      } catch (error) {
        // The worker itself answers with envelopes: only its end comes here, and the next call starts another.
        return failure({ ...toErrorValue(error), retryable: !closing });
      }
    },
    cancel(call) {
      if (!closing) void ask({ ask: 'cancel', call }).catch(() => undefined);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => (closing ??= shut()),
  };
}
