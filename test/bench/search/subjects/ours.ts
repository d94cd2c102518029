/** Dossier's own search, through an engine and its `Searcher` port: whatever index is behind it. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createClient, type Client } from '../../../../src-main/common/contract/client.ts';
import type { CommandName, Input, Output } from '../../../../src-main/common/contract/commands.ts';
import { parseCapture } from '../../../../src-main/core/capture/parse.ts';
import { createEngine, type Engine } from '../../../../src-main/core/engine.ts';
import type { Searcher, SearchInput, SearchOutput } from '../../../../src-main/core/ports.ts';
import { nodeFiles } from '../../../../src-main/worker/files.ts';
import { systemClock, uuidIds } from '../../../../src-main/worker/node-ports.ts';
import { inProcessSearcher } from '../../../../src-main/worker/search-client.ts';
import { LOADS, PAGE, toLunr, type Loaded, type Subject } from '../subject.ts';

const NEVER = new AbortController().signal;
/** Tables that hold nothing but what search derived from the rows. */
const DERIVED = `SELECT coalesce(sum(pgsize), 0) AS bytes FROM dbstat WHERE name LIKE 'search%' OR name LIKE '%segment%'`;

export interface OpenNotebook {
  search(input: SearchInput): Promise<SearchOutput>;
  call<Name extends CommandName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  readonly searcher: Searcher;
  close(): Promise<void>;
}

const fileIn = (folder: string): string => join(folder, 'ours.dossier');

export function openNotebookIn(folder: string): OpenNotebook {
  let opened: Searcher | null = null;
  const engine: Engine = createEngine(
    { path: fileIn(folder), create: true },
    {
      clock: systemClock,
      ids: uuidIds,
      log: { write: () => undefined },
      parser: {
        parse: async (input) => Promise.resolve(parseCapture(input)),
        close: () => Promise.resolve(),
      },
      files: nodeFiles,
      openSearcher: (path) => (opened = inProcessSearcher(path)),
    },
  );
  if (!opened) throw new Error('the engine opened no searcher');
  const searcher: Searcher = opened;
  let calls = 0;
  const capabilities = { host: 'process', platform: process.platform, can: [] } as const;
  const client: Client = createClient({ ...engine, capabilities }, () => `bench-${calls++}`);
  return {
    searcher,
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
  name: 'Dossier',
  loads: LOADS,

  async prepare({ articles }, folder) {
    const notebook = openNotebookIn(folder);
    for (const [at, text] of articles.entries()) {
      const bytes = new TextEncoder().encode(text);
      await notebook.call('source.import', { bytes, fileName: `article-${at}.txt`, language: 'fr' });
    }
    await notebook.close();
  },

  /** From the rows, as after damage. */
  async build(_corpus, folder) {
    const notebook = openNotebookIn(folder);
    await notebook.searcher.rebuild();
    return {
      async save() {
        await notebook.close();
        const database = new Database(fileIn(folder), { readonly: true });
        const { bytes } = database.prepare<[], { bytes: number }>(DERIVED).get() ?? { bytes: 0 };
        database.close();
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
