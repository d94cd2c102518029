/** FlexSearch has no misspellings, and finds prefixes only when every beginning of a word is indexed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Index } from 'flexsearch';
import { PAGE, type Subject } from '../subject.ts';

const makeIndex = (): Index => new Index({ tokenize: 'forward' });

export const flexSearch: Subject = {
  name: 'FlexSearch',
  loads: ['one', 'two', 'prefix', 'rare'],
  async build({ passages }, folder) {
    const index = makeIndex();
    for (const { id, text } of passages) index.add(id, text);
    return Promise.resolve({
      save() {
        const parts: [string, string][] = [];
        // Its types know of callers that promise only.
        void index.export((key: string, data: string) => {
          parts.push([key, data]);
        });
        const json = JSON.stringify(parts);
        writeFileSync(join(folder, 'flexsearch.json'), json);
        return Buffer.byteLength(json);
      },
    });
  },
  async load(folder) {
    const index = makeIndex();
    const parts = JSON.parse(readFileSync(join(folder, 'flexsearch.json'), 'utf8')) as [string, string][];
    for (const [key, data] of parts) index.import(key, data);
    return Promise.resolve({
      query: ({ words }) => (index.search(words.join(' '), { limit: PAGE }) as unknown[]).length,
      add: ({ id, text }) => {
        index.add(id, text);
        return id;
      },
      remove: (id) => {
        index.remove(id);
      },
      close: () => undefined,
    });
  },
};
