/** The search port: over a search worker, or in this very thread. */
import type { Warning } from '../common/contract/entities.ts';
import { DossierError } from '../common/contract/errors.ts';
import type { Searcher, SearchOutput } from '../core/ports.ts';
import { createSearcher } from '../core/search/searcher.ts';
import {
  ANSWER_LIMIT,
  SearchThread,
  wasStopped,
  type SearchQuestion,
  type SearchThreadOptions,
} from './search-thread.ts';

const NOTICE_STOPPED: Warning = {
  code: 'query-stopped',
  message: 'The search took too long and was stopped without an answer.',
};

/** That nothing was found is not said: the notice says what became of the query. */
const STOPPED_ANSWER: SearchOutput = {
  ...{ total: 0, tookMs: ANSWER_LIMIT, notice: NOTICE_STOPPED },
  ...{ hits: [], facets: null },
};

/**
 * One question at a time goes to the worker, which cannot be interrupted: a query that is cancelled while it waits
 * never reaches it, so that fast typing does not pile up work. One that takes more than a second, or goes on for long
 * after it was cancelled, is ended with its worker, and the next worker is started at once.
 */
export function startSearcher(path: string, options: SearchThreadOptions): Searcher {
  const thread = new SearchThread(path, options);
  let queue: Promise<void> = Promise.resolve();

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
      const fail = (error: unknown): void => {
        if (!wasStopped(error)) reject(error);
        else {
          resolve(STOPPED_ANSWER);
          warmUp();
        }
      };
      const run = async (): Promise<void> => {
        if (!signal?.aborted) await thread.ask(question, signal).then(resolve, fail);
        signal?.removeEventListener('abort', cancel);
      };
      queue = queue.then(run);
    });
  }

  /** Before anyone asks: the next query does not wait for the whole of a large notebook. */
  function warmUp(): void {
    // Where this fails, the query that needs it says why.
    void ask({ do: 'rebuild' }).catch(() => undefined);
  }

  warmUp();

  return {
    query: async (input, signal) => (await ask({ do: 'query', input }, signal)) as SearchOutput,
    frequencies: async (terms, signal) => (await ask({ do: 'frequencies', terms }, signal)) as number[],
    rebuild: async () => {
      await ask({ do: 'rebuild' });
    },
    close: () => thread.close(),
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
    frequencies: async (terms, signal) => {
      if (signal.aborted) throw new DossierError('cancelled');
      return Promise.resolve(searcher.frequencies(terms));
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
