/** How anything calls the app: the same shape in process, over IPC and over HTTP. */
import type { Capabilities } from './capabilities.ts';
import type { CommandName, Input, Output } from './commands.ts';
import type { Listener } from './events.ts';
import type { Result } from './result.ts';

/** One call as it crosses a boundary. `id` is the caller's own, to cancel it and to tell its progress. */
export interface CallRequest {
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
}

/** The raw side: what preload exposes and what every transport implements. Never rejects. */
export interface Transport {
  call(request: CallRequest): Promise<Result<unknown>>;
  /** @returns a function that ends the subscription */
  subscribe(listener: Listener): () => void;
  readonly capabilities: Capabilities;
}

/** The typed side, derived from the table. Never rejects. */
export interface Client {
  call<Name extends CommandName>(
    name: Name,
    input: Input<Name>,
    options?: CallOptions,
  ): Promise<Result<Output<Name>>>;
  subscribe(listener: Listener): () => void;
  readonly capabilities: Capabilities;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number | null) => void;
  /** Told the call's id before it is sent: events name it. */
  readonly onCall?: (id: string) => void;
}

/** Types over a transport; turns an abort into `workspace.cancel` and progress events into a callback. */
export function createClient(transport: Transport, nextCallId: () => string): Client {
  return {
    capabilities: transport.capabilities,
    subscribe: (listener) => transport.subscribe(listener),
    async call<Name extends CommandName>(
      name: Name,
      input: Input<Name>,
      options: CallOptions = {},
    ): Promise<Result<Output<Name>>> {
      const id = nextCallId();
      const { signal, onProgress } = options;
      options.onCall?.(id);
      const cancel = (): void => {
        void transport.call({ id: nextCallId(), name: 'workspace.cancel', input: { call: id } });
      };
      const unsubscribe =
        onProgress &&
        transport.subscribe((event) => {
          if (event.type === 'progress' && event.call === id) onProgress(event.done, event.total);
        });
      signal?.addEventListener('abort', cancel, { once: true });
      try {
        const answer = transport.call({ id, name, input });
        // An abort that came before the call has no event left to send.
        if (signal?.aborted) cancel();
        // The table's output schema is the handler's return type, so the answer needs no second check here.
        return (await answer) as Result<Output<Name>>;
      } finally {
        signal?.removeEventListener('abort', cancel);
        unsubscribe?.();
      }
    },
  };
}
