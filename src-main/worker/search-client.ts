/** The search port: over a search worker, or in this very thread. */
import { DossierError } from '../common/contract/errors.ts';
import type { Searcher, SearchInput, SearchOutput } from '../core/ports.ts';
import { createSearcher } from '../core/search/searcher.ts';
import { WorkerChannel } from './channel.ts';

export interface SearchWorkerData {
  readonly path: string;
}

export type SearchQuestion =
  { readonly do: 'query'; readonly input: SearchInput } | { readonly do: 'rebuild' };

export interface SearcherOptions {
  readonly workerUrl: URL;
}

/** How long a closing searcher waits for a worker to have loaded, in milliseconds. */
const LOADING = 3000;

/** How an ended worker is told from a failure that it reported. */
const ENDED = 'search worker ended';

/**
 * One question at a time goes to the worker, which cannot be interrupted: a query that is cancelled while it waits
 * never reaches it, so that fast typing does not pile up work. A worker that dies is started again and asked once more.
 */
export function startSearcher(path: string, options: SearcherOptions): Searcher {
  const ready = Promise.withResolvers<unknown>();
  const channel = new WorkerChannel({
    url: options.workerUrl,
    onEvent: ready.resolve,
    worker: { workerData: { path } satisfies SearchWorkerData },
    explainExit: () => new DossierError('internal', { reason: ENDED }),
  });
  let queue: Promise<void> = Promise.resolve();

  async function askTwice(question: SearchQuestion): Promise<unknown> {
    try {
      return await channel.ask(question);
    } catch (error) {
      const ended = error instanceof DossierError && error.details['reason'] === ENDED;
      if (!ended) throw error;
      return channel.ask(question);
    }
  }

  /** Rejects at once when `signal` is aborted; an answer that comes later is dropped. */
  function ask(question: SearchQuestion, signal?: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const cancel = (): void => {
        reject(new DossierError('cancelled'));
      };
      if (signal?.aborted) {
        cancel();
        return;
      }
      signal?.addEventListener('abort', cancel, { once: true });
      const run = async (): Promise<void> => {
        if (!signal?.aborted) await askTwice(question).then(resolve, reject);
        signal?.removeEventListener('abort', cancel);
      };
      queue = queue.then(run);
    });
  }

  // Made before anyone asks: the first query of a large notebook does not wait for the whole of it. Where this
  // fails, the query that needs it says why.
  void ask({ do: 'rebuild' }).catch(() => undefined);

  return {
    query: async (input, signal) => (await ask({ do: 'query', input }, signal)) as SearchOutput,
    rebuild: async () => {
      await ask({ do: 'rebuild' });
    },
    close: async () => {
      // A thread that is ended while it loads SQLite takes the whole process with it.
      const late = setTimeout(ready.resolve, LOADING);
      await ready.promise;
      clearTimeout(late);
      await channel.close(new DossierError('notebook-closed'));
    },
  };
}

/** Answers in this thread: for the command line, whose process ends with the answer, and for tests. */
export function inProcessSearcher(path: string): Searcher {
  const searcher = createSearcher(path);
  return {
    query: async (input, signal) => {
      if (signal.aborted) throw new DossierError('cancelled');
      return Promise.resolve(searcher.query(input));
    },
    rebuild: async () => {
      searcher.rebuild();
      return Promise.resolve();
    },
    close: async () => {
      searcher.close();
      return Promise.resolve();
    },
  };
}
