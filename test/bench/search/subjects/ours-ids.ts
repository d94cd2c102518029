/** Dossier's index by itself: ids and scores of the first page, as its peers give them. It is built as `ours` is. */
import { compileQuery } from '../../../../src-main/core/search/query/compile.ts';
import { parseQuery } from '../../../../src-main/core/search/query/parse.ts';
import type { LiveIndex } from '../../../../src-main/core/search/index/live-index.ts';
import { StoredIndex } from '../../../../src-main/core/search/upkeep/stored-index.ts';
import type { Reader } from '../../../../src-main/core/storage/connection.ts';
import { openNotebook } from '../../../../src-main/core/storage/migrate.ts';
import { LOADS, PAGE, toLunr, type Subject } from '../subject.ts';
import { fileIn } from './ours.ts';

export const OURS_IDS = 'Dossier (ids)';

const FIRST_PAGE = { accepts: null, from: 0, to: PAGE };

export const oursIds: Subject = {
  name: OURS_IDS,
  loads: LOADS,
  async load(folder) {
    const notebook = openNotebook(fileIn(folder), { create: false, readOnly: true });
    const stored = new StoredIndex();
    let current: { readonly index: LiveIndex; readonly dataVersion: number } | null = null;
    // As searchers do: others' commits are looked for before each query.
    const refresh = (reader: Reader): LiveIndex => {
      const dataVersion = notebook.dataVersion();
      if (current?.dataVersion !== dataVersion) current = { index: stored.refresh(reader), dataVersion };
      return current.index;
    };
    return Promise.resolve({
      query: (query) =>
        notebook.snapshot((reader) => {
          const index = refresh(reader);
          const { clauses } = compileQuery(parseQuery(toLunr(query), false), index.vocabulary);
          return index.search(clauses, FIRST_PAGE).page.length;
        }),
      close: () => {
        notebook.close();
      },
    });
  },
};
