/**
 * Answers queries over a notebook file through a read-only connection of its own. Every change that any process
 * committed before a query is seen by it.
 */
import { DossierError } from '../../common/contract/errors.ts';
import type { SearchInput, SearchOutput } from '../ports.ts';
import type { Notebook, Reader } from '../storage/connection.ts';
import { openNotebook } from '../storage/migrate.ts';
import { answerQuery } from './answer/answer.ts';
import { Documents } from './documents.ts';
import { KnownSources } from './known-sources.ts';
import { VersionTexts } from './version-texts.ts';
import { KnownFacts } from './answer/facts.ts';
import type { SearchIndex } from './index/search-index.ts';
import { StoredIndex } from './upkeep/stored-index.ts';

/** The synchronous core of the `Searcher` port; a worker or an in-process wrapper makes it asynchronous. */
export interface SyncSearcher {
  /** Loads SQLite and opens the notebook, if that can be done; where it cannot, the first query says why. */
  open(): void;
  /**
   * @param onStart called when the index is up to date and the query itself begins
   * @throws DossierError where the notebook cannot be read; never for what the query says
   */
  query(input: SearchInput, onStart?: () => void): SearchOutput;
  /** In how many documents and fields each term stands, as it is written there. */
  frequencies(terms: readonly string[]): number[];
  rebuild(): void;
  close(): void;
}

export interface SyncSearcherOptions {
  /** Milliseconds from anywhere. */
  readonly elapsed?: () => number;
  /** Whether an index that is missing is made meanwhile: then what there is of it is searched, and said to be a part. */
  readonly isTended?: boolean;
}

/** Nothing is opened or read before the first query. */
export function createSearcher(path: string, options: SyncSearcherOptions = {}): SyncSearcher {
  const { elapsed = () => performance.now(), isTended = false } = options;
  let notebook: Notebook | null = null;
  const stored = new StoredIndex(isTended);
  const texts = new VersionTexts();
  const sources = new KnownSources();
  const facts = new KnownFacts();
  let current: { readonly index: SearchIndex; readonly dataVersion: number } | null = null;

  const open = (): Notebook => (notebook ??= openNotebook(path, { create: false, readOnly: true }));

  function refresh(opened: Notebook, reader: Reader): SearchIndex {
    const dataVersion = opened.dataVersion();
    if (current?.dataVersion !== dataVersion) current = { index: stored.refresh(reader), dataVersion };
    return current.index;
  }

  return {
    open() {
      try {
        open();
      } catch (error) {
        if (!(error instanceof DossierError)) throw error;
      }
    },
    query(input, onStart) {
      const start = elapsed();
      const opened = open();
      const answer = opened.snapshot((reader) => {
        const index = refresh(opened, reader);
        const documents = new Documents(reader, texts, sources.at(reader));
        onStart?.();
        return answerQuery({ index, documents, facts: facts.at(reader, input.exactTag) }, input);
      });
      return { ...answer, tookMs: elapsed() - start };
    },
    frequencies(terms) {
      const opened = open();
      return opened.snapshot((reader) => {
        const { vocabulary } = refresh(opened, reader);
        return terms.map((term) => vocabulary.find(term).frequency);
      });
    },
    rebuild() {
      stored.forget();
      sources.forget();
      facts.forget();
      current = null;
      const opened = open();
      opened.snapshot((reader) => {
        refresh(opened, reader);
      });
    },
    close() {
      notebook?.close();
      notebook = null;
      current = null;
      stored.forget();
      sources.forget();
      facts.forget();
    },
  };
}
