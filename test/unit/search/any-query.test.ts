/** No query throws, whatever it says; what was written is found again. */
import * as fc from 'fast-check';
import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foldText } from '../../../src-main/common/language/folding.ts';
import { createSearcher, type SyncSearcher } from '../../../src-main/core/search/searcher.ts';
import { NAUGHTY } from '../../fixtures/naughty.ts';
import { insertSource } from '../../support/insert-source.ts';
import { NotebookBuilder } from '../../support/notebook-builder.ts';

let folder: string;
let builder: NotebookBuilder;
let searcher: SyncSearcher;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-test-'));
  builder = NotebookBuilder.at(join(folder, 'naughty.dossier'));
  builder.edit((edit) => {
    for (const text of NAUGHTY.filter(isStorable)) {
      insertSource(edit, { title: text, paragraphs: [`Avant ${text} après.`], language: 'fr' });
    }
  });
  searcher = createSearcher(builder.path);
});

afterAll(() => {
  searcher.close();
  builder.notebook.close();
  rmSync(folder, { recursive: true });
});

/** As the importer leaves it: well-formed, without NUL; and with something to be seen. */
const isStorable = (text: string) =>
  text.isWellFormed() && !text.includes('\0') && foldText(text).trim() !== '';

function check(query: string): void {
  for (const typing of [false, true]) {
    const { total, hits, notice } = searcher.query({ query, typing, explain: true });
    expect(total).toBeGreaterThanOrEqual(hits.length);
    if (query.trim() === '') expect({ total, notice }).toEqual({ total: 0, notice: null });
    for (const { score, snippet } of hits) {
      expect(Number.isFinite(score)).toBe(true);
      let last = 0;
      for (const [start, end] of snippet.ranges) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(snippet.text.length);
    }
  }
}

describe('any query is answered', () => {
  it.each(NAUGHTY.map((query) => [JSON.stringify(query).slice(0, 40), query]))('%s', (_name, query) => {
    check(query);
  });

  it('of any characters', { timeout: 60_000 }, () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), check), { numRuns: 100 });
  });

  it('of lunr’s own signs in any order', { timeout: 60_000 }, () => {
    const sign = fc.constantFrom(...'+-*~^:"\\ \'’«»12aéœ,.', 'title', 'le', 'navire', '300 000', '\ud83d');
    fc.assert(
      fc.property(
        fc.array(sign, { maxLength: 25 }).map((signs) => signs.join('')),
        check,
      ),
      { numRuns: 300 },
    );
  });
});

describe('what was written is found again', () => {
  const written = NAUGHTY.filter((text) => isStorable(text) && text.length < 200 && !/["“”«»„]/.test(text));
  it.each(written.map((text) => [JSON.stringify(text), text]))('as a phrase: %s', (_name, text) => {
    const { hits } = searcher.query({ query: `text:"${text}"`, limit: 1000 });
    const found = hits.map(({ title }) => title);
    expect(found).toContain(text);
  });
});
