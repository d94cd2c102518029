/** Orama takes every word for a beginning; `threshold: 0` asks for all words. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, insert, insertMultiple, load, remove, save, search, type RawData } from '@orama/orama';
import { LOADS, PAGE, type Subject } from '../subject.ts';

const makeIndex = () => create({ schema: { text: 'string' }, language: 'french' });

export const orama: Subject = {
  name: 'Orama',
  loads: LOADS,
  async build({ passages }, folder) {
    const index = makeIndex();
    await insertMultiple(index, [...passages], 1000);
    return {
      save() {
        const json = JSON.stringify(save(index));
        writeFileSync(join(folder, 'orama.json'), json);
        return Buffer.byteLength(json);
      },
    };
  },
  async load(folder) {
    const index = makeIndex();
    load(index, JSON.parse(readFileSync(join(folder, 'orama.json'), 'utf8')) as RawData);
    return Promise.resolve({
      query: async ({ load: how, words }) => {
        const tolerance = how === 'fuzzy' ? 1 : 0;
        return (await search(index, { term: words.join(' '), limit: PAGE, threshold: 0, tolerance })).hits
          .length;
      },
      add: async (passage) => insert(index, { ...passage }),
      remove: async (id) => {
        await remove(index, id);
      },
      close: () => undefined,
    });
  },
};
