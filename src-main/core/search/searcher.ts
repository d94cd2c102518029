/**
 * Answers queries over a notebook file through a read-only connection of its own. Every change that any process
 * committed before a query is seen by it.
 */
import type { SearchInput, SearchOutput } from '../ports.ts';
import type { Notebook, Reader } from '../storage/connection.ts';
import { openNotebook } from '../storage/migrate.ts';
import { answerQuery } from './answer.ts';
import { Documents } from './documents.ts';
import { buildIndex } from './memory-index.ts';
import type { SearchIndex } from './search-index.ts';

/** The synchronous core of the `Searcher` port; a worker or an in-process wrapper makes it asynchronous. */
export interface SyncSearcher {
  /** @throws DossierError where the notebook cannot be read; never for what the query says */
  query(input: SearchInput): SearchOutput;
  rebuild(): void;
  close(): void;
}

interface State {
  readonly index: SearchIndex;
  /** The newest change that the index holds. */
  readonly seq: number;
}

/** Nothing is opened or read before the first query. `elapsed` counts milliseconds from anywhere. */
export function createSearcher(path: string, elapsed: () => number = () => performance.now()): SyncSearcher {
  let notebook: Notebook | null = null;
  let state: State | null = null;
  let dataVersion = -1;

  const open = (): Notebook => (notebook ??= openNotebook(path, { create: false, readOnly: true }));

  /** Other processes' settings and the like change the file without changing what is searched. */
  function refresh(reader: Reader, version: number): SearchIndex {
    const seq = version === dataVersion && state ? state.seq : newestChange(reader);
    if (state?.seq !== seq) state = { index: buildIndex(new Documents(reader).all()), seq };
    dataVersion = version;
    return state.index;
  }

  return {
    query(input) {
      const start = elapsed();
      const opened = open();
      const answer = opened.snapshot((reader) => {
        const index = refresh(reader, opened.dataVersion());
        return answerQuery(index, new Documents(reader), input);
      });
      return { ...answer, tookMs: elapsed() - start };
    },
    rebuild() {
      state = null;
      const opened = open();
      opened.snapshot((reader) => {
        refresh(reader, opened.dataVersion());
      });
    },
    close() {
      notebook?.close();
      notebook = null;
      state = null;
    },
  };
}

function newestChange(reader: Reader): number {
  return reader.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM change')?.seq ?? 0;
}
