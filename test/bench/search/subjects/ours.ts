/**
 * Dossier's own search, through an engine and its `Searcher` port: whole answers, with titles, snippets and marked
 * words, as a window gets them. `ours-ids.ts` is the same index without them.
 */
import { join } from 'node:path';
import { createClient, type Client } from '../../../../src-main/common/contract/client.ts';
import type { CommandName, Input, Output } from '../../../../src-main/common/contract/commands.ts';
import { createEngine, type Engine } from '../../../../src-main/core/engine.ts';
import type { Searcher, SearchInput, SearchOutput } from '../../../../src-main/core/ports.ts';
import { Keeper } from '../../../../src-main/core/search/upkeep/keeper.ts';
import { openNotebook } from '../../../../src-main/core/storage/migrate.ts';
import { clearIndex } from '../../../../src-main/core/storage/search-store.ts';
import { inProcessSearcher } from '../../../../src-main/worker/search-client.ts';
import { enginePorts } from '../../engine-ports.ts';
import { LOADS, PAGE, toLunr, type Loaded, type Subject } from '../subject.ts';

export const OURS = 'Dossier';

const NEVER = new AbortController().signal;
/** The tables of the index (core/storage/search-store.ts) and whatever SQLite keeps for them. */
const DERIVED = `SELECT coalesce(sum(pgsize), 0) AS bytes FROM dbstat WHERE name IN (
  SELECT name FROM sqlite_schema
  WHERE tbl_name IN ('search_state', 'search_segment', 'search_head', 'search_place'))`;

/** Each of the four tables has a page, also where nothing is in it; a segment of a thousand passages has many. */
const LEAST = 100_000;

export interface OpenNotebook {
  search(input: SearchInput): Promise<SearchOutput>;
  call<Name extends CommandName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  close(): Promise<void>;
}

export const fileIn = (folder: string): string => join(folder, 'ours.dossier');

export function openNotebookIn(folder: string): OpenNotebook {
  let opened: Searcher | null = null;
  const engine: Engine = createEngine(
    { path: fileIn(folder), create: true },
    { ...enginePorts, openSearcher: (path) => (opened = inProcessSearcher(path)) },
  );
  if (!opened) throw new Error('the engine opened no searcher');
  const searcher: Searcher = opened;
  let calls = 0;
  const capabilities = { host: 'process', platform: process.platform, can: [] } as const;
  const client: Client = createClient({ ...engine, capabilities }, () => `bench-${calls++}`);
  return {
    search: (input) => searcher.query(input, NEVER),
    async call(name, input) {
      const result = await client.call(name, input);
      if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
      return result.value;
    },
    close: () => engine.close(),
  };
}

export const ours: Subject = {
  name: OURS,
  loads: LOADS,

  async prepare({ articles }, folder) {
    const notebook = openNotebookIn(folder);
    for (const [at, text] of articles.entries()) {
      const bytes = new TextEncoder().encode(text);
      await notebook.call('source.import', { bytes, fileName: `article-${at}.txt`, language: 'fr' });
    }
    await notebook.close();
  },

  async clear(folder) {
    const notebook = openNotebook(fileIn(folder), { create: false });
    notebook.transaction(clearIndex);
    notebook.close();
    return Promise.resolve();
  },

  /** From the rows into the notebook, synced, as `check --repair` does it. */
  async build(_corpus, folder) {
    const notebook = openNotebook(fileIn(folder), { create: false });
    const keeper = new Keeper(notebook);
    await keeper.rebuild(() => undefined, new AbortController().signal);
    return {
      settle() {
        while (keeper.tend());
      },
      save() {
        const { bytes } = notebook.reader.get<{ bytes: number }>(DERIVED) ?? { bytes: 0 };
        if (bytes < LEAST) throw new Error('the index was not stored');
        notebook.close();
        return bytes;
      },
    };
  },

  async load(folder) {
    const notebook = openNotebookIn(folder);
    const loaded: Loaded = {
      query: async (query) => (await notebook.search({ query: toLunr(query), limit: PAGE })).hits.length,
      add: async ({ text }) => (await notebook.call('note.add', { title: 'Note', body: text })).note.id,
      remove: async (id) => {
        await notebook.call('note.remove', { id: id as Input<'note.remove'>['id'] });
      },
      close: () => notebook.close(),
    };
    return Promise.resolve(loaded);
  },
};
