/** Composition root of one open notebook: ports in, `call`, `subscribe` and `close` out. */
import type { CallRequest } from '../common/contract/client.ts';
import type { DossierEvent, Listener } from '../common/contract/events.ts';
import { failure, type Result } from '../common/contract/result.ts';
import { DossierError } from '../common/contract/errors.ts';
import { toErrorValue } from '../common/messages/error-value.ts';
import { captureHandlers } from './capture/handlers.ts';
import { claimHandlers } from './claims/handlers.ts';
import { createDispatch, type HandlerMap } from './dispatch.ts';
import { excerptHandlers } from './excerpts/handlers.ts';
import { exportHandlers } from './export/handlers.ts';
import { historyHandlers } from './history/handlers.ts';
import { libraryHandlers } from './library/handlers.ts';
import { noteHandlers } from './notes/handlers.ts';
import { notebookHandlers } from './notebook/handlers.ts';
import type { Ports } from './ports.ts';
import { searchHandlers } from './search/handlers.ts';
import { openNotebook } from './storage/migrate.ts';

const HANDLERS: HandlerMap = {
  ...captureHandlers,
  ...claimHandlers,
  ...excerptHandlers,
  ...exportHandlers,
  ...historyHandlers,
  ...libraryHandlers,
  ...noteHandlers,
  ...notebookHandlers,
  ...searchHandlers,
};

export interface EngineOptions {
  readonly path: string;
  /** Makes the notebook where the file is missing. */
  readonly create: boolean;
  readonly readOnly?: boolean;
}

export interface Engine {
  /** Never rejects. */
  call(request: CallRequest): Promise<Result<unknown>>;
  cancel(call: string): void;
  subscribe(listener: Listener): () => void;
  /** Emits `changed` if another connection has committed since the last look. */
  poll(): void;
  close(): Promise<void>;
}

/** @throws DossierError notebook-missing, -foreign, -damaged, -newer, -locked, target-unwritable */
export function createEngine(options: EngineOptions, ports: Ports): Engine {
  const notebook = openNotebook(options.path, options);
  const searcher = ports.openSearcher(notebook.path);
  const listeners = new Set<Listener>();
  const emit = (event: DossierEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const dispatch = createDispatch({ notebook, searcher, ports, handlers: HANDLERS, emit });
  let seen = notebook.dataVersion();
  let closed = false;

  return {
    async call(request) {
      if (closed) return failure(toErrorValue(new DossierError('notebook-closed')));
      return dispatch.call(request);
    },
    cancel: (call) => {
      dispatch.cancel(call);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    poll() {
      const now = closed ? seen : notebook.dataVersion();
      if (now !== seen) emit({ type: 'changed', command: null });
      seen = now;
    },
    async close() {
      if (closed) return;
      closed = true;
      await dispatch.drain();
      await searcher.close();
      notebook.close();
    },
  };
}
