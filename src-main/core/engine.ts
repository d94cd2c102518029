/** Composition root of one open notebook: ports in, `call`, `subscribe` and `close` out. */
import type { CallRequest } from '../common/contract/client.ts';
import type { DossierEvent, Listener } from '../common/contract/events.ts';
import { failure, type Result } from '../common/contract/result.ts';
import { DossierError } from '../common/contract/errors.ts';
import { toErrorValue } from '../common/messages/error-value.ts';
import { captureHandlers } from './capture/handlers.ts';
import { claimHandlers } from './claims/handlers.ts';
import { collectionHandlers } from './collections/handlers.ts';
import { codebookHandlers } from './codebook/handlers.ts';
import { createDispatch, type DispatchParts, type HandlerMap } from './dispatch.ts';
import { draftHandlers } from './drafts/handlers.ts';
import { excerptHandlers } from './excerpts/handlers.ts';
import { exportHandlers } from './export/handlers.ts';
import { templateHandlers } from './export/templates/handlers.ts';
import { historyHandlers } from './history/handlers.ts';
import { libraryHandlers } from './library/handlers.ts';
import { noteHandlers } from './notes/handlers.ts';
import { notebookHandlers } from './notebook/handlers.ts';
import type { Ports, Searcher } from './ports.ts';
import { repeatHandlers } from './repeats/handlers.ts';
import { Signer } from './repeats/signer.ts';
import { searchHandlers } from './search/handlers.ts';
import { Keeper } from './search/upkeep/keeper.ts';
import { trashHandlers } from './trash/handlers.ts';
import type { Notebook } from './storage/connection.ts';
import { prepareLedger } from './storage/known-ledger.ts';
import { openNotebook } from './storage/migrate.ts';

const HANDLERS: HandlerMap = {
  ...captureHandlers,
  ...claimHandlers,
  ...collectionHandlers,
  ...codebookHandlers,
  ...draftHandlers,
  ...excerptHandlers,
  ...exportHandlers,
  ...historyHandlers,
  ...libraryHandlers,
  ...noteHandlers,
  ...notebookHandlers,
  ...repeatHandlers,
  ...searchHandlers,
  ...templateHandlers,
  ...trashHandlers,
};

/** Stands for a call's id in the progress of making the index anew, which nobody called for. */
const INDEX_PROGRESS = 'search-index';

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
  /**
   * Does some milliseconds of what can wait: upkeep of the index and of the signatures, the first reading of
   * the ledger, then upkeep of the file. To be called when nothing else is
   * to be done.
   * @returns whether there is more
   */
  tend(): boolean;
  /** Ends running calls with `cancelled` and waits for them. */
  close(): Promise<void>;
}

/** @throws DossierError notebook-missing, -foreign, -damaged, -newer, -locked, target-unwritable */
export function createEngine(options: EngineOptions, ports: Ports): Engine {
  const notebook = openNotebook(options.path, options);
  const searcher = openSearcher(notebook, ports);
  const listeners = new Set<Listener>();
  const emit = (event: DossierEvent): void => {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        // A listener's fault is not the call's: what was stored must not be answered as a failure.
        ports.log.write('error', 'listener failed', { event: event.type, reason: String(error) });
      }
    }
  };
  const index = new Keeper(notebook, (done, total) => {
    emit({ type: 'progress', call: INDEX_PROGRESS, done, total });
  });
  const signer = new Signer(notebook);
  const kept = keepTogether(index, signer);
  const dispatch = createDispatch({ notebook, searcher, index: kept, ports, handlers: HANDLERS, emit });
  let seen = notebook.dataVersion();
  let closing: Promise<void> | null = null;

  async function shut(): Promise<void> {
    await dispatch.drain();
    try {
      await searcher.close();
    } finally {
      notebook.close();
    }
  }

  return {
    async call(request) {
      if (closing) return failure(toErrorValue(new DossierError('notebook-closed')));
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
      const now = closing ? seen : notebook.dataVersion();
      if (now !== seen) emit({ type: 'changed', command: null });
      seen = now;
    },
    tend() {
      try {
        if (closing !== null) return false;
        if (index.tend() || signer.tend() || prepareLedger(notebook)) return true;
        notebook.settle();
        return false;
      } catch (error) {
        // Another process may hold the lock; what was not done is tried again after the next call.
        ports.log.write('warning', 'upkeep failed', toErrorValue(error).details);
        return false;
      }
    },
    close: () => (closing ??= shut()),
  };
}

/** Whatever is derived from the rows is checked and made anew together. */
function keepTogether(index: Keeper, signer: Signer): DispatchParts['index'] {
  return {
    follow: (writer) => {
      index.follow(writer);
    },
    *check(reader) {
      yield* index.check(reader);
      yield* signer.check(reader);
    },
    async rebuild(progress, signal) {
      await index.rebuild(progress, signal);
      await signer.rebuild(progress, signal);
    },
  };
}

function openSearcher(notebook: Notebook, ports: Ports): Searcher {
  try {
    return ports.openSearcher(notebook.path, !notebook.readOnly);
  } catch (error) {
    notebook.close();
    throw error;
  }
}
