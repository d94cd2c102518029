import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import type { Passage } from '../corpus.ts';
import { LOADS, PAGE, type Load, type Subject } from '../subject.ts';

const OPTIONS: Options<Passage> = { fields: ['text'] };
const HOW: Readonly<Record<Load, SearchOptions>> = {
  one: {},
  two: { combineWith: 'AND' },
  prefix: { prefix: true },
  fuzzy: { fuzzy: 1 },
  rare: {},
};

export const miniSearch: Subject = {
  name: 'MiniSearch',
  loads: LOADS,
  async build({ passages }, folder) {
    const index = new MiniSearch(OPTIONS);
    index.addAll(passages);
    return Promise.resolve({
      save() {
        const json = JSON.stringify(index);
        writeFileSync(join(folder, 'minisearch.json'), json);
        return Buffer.byteLength(json);
      },
    });
  },
  async load(folder) {
    const index = MiniSearch.loadJSON(readFileSync(join(folder, 'minisearch.json'), 'utf8'), OPTIONS);
    return Promise.resolve({
      query: ({ load, words }) => index.search(words.join(' '), HOW[load]).slice(0, PAGE).length,
      add: (passage) => {
        index.add(passage);
        return passage.id;
      },
      remove: (id) => {
        index.discard(id);
      },
      close: () => undefined,
    });
  },
};
