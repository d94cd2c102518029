/** Stock lunr with the French stemmer: rebuilt whole for any change, so that it has neither add nor remove. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import lunr from 'lunr';
// Loads lunr's French.
import '../../../../src-main/core/search/analysis/lunr.ts';
import { LOADS, PAGE, toLunr, type Subject } from '../subject.ts';

const french = (lunr as unknown as { fr: lunr.Builder.Plugin }).fr;

export const stockLunr: Subject = {
  name: 'lunr',
  loads: LOADS,
  async build({ passages }, folder) {
    const index = lunr(function () {
      this.use(french);
      this.ref('id');
      this.field('text');
      for (const passage of passages) this.add(passage);
    });
    return Promise.resolve({
      save() {
        const json = JSON.stringify(index);
        writeFileSync(join(folder, 'lunr.json'), json);
        return Buffer.byteLength(json);
      },
    });
  },
  async load(folder) {
    const index = lunr.Index.load(JSON.parse(readFileSync(join(folder, 'lunr.json'), 'utf8')) as object);
    return Promise.resolve({
      query: (query) => index.search(toLunr(query)).slice(0, PAGE).length,
      close: () => undefined,
    });
  },
};
