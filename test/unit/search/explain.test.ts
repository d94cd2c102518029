/** Why a hit is one: each step by which a word can be met, in both languages, and shares that add up to the score. */
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Hit } from '../../../src-main/common/contract/hits.ts';
import { createSearcher, type SyncSearcher } from '../../../src-main/core/search/searcher.ts';
import { WORDS } from '../../support/churn-commands.ts';
import { Dice } from '../../support/dice.ts';
import { NotebookBuilder } from '../../support/notebook-builder.ts';
import { randomQuery } from '../../support/search-churn.ts';

let notebook: NotebookBuilder;
let searcher: SyncSearcher;

beforeEach(() => {
  notebook = NotebookBuilder.temporary();
  searcher = createSearcher(notebook.path);
  return () => {
    searcher.close();
  };
});

const steps = ({ why }: Hit) => why?.map(({ term, field, how }) => `${term} ${field} ${how}`);

function expectWholeScore({ why, score }: Hit): void {
  const sum = why?.reduce((total, share) => total + share.score, 0);
  expect(sum).toBeCloseTo(score, 9);
}

describe('each step is told', () => {
  const FRENCH =
    'Les sanctions décidées à Évry : 46,7 milliards, 300\u202f000 tonnes, la mise en œuvre de l’accord.';
  const ENGLISH = 'The policies banned exports from Zürich: 46.7 billion, 300,000 tons, U.S. cafés.';

  it.each([
    ['fr', 'sanctions', 'sanctions text exact'],
    ['fr', 'SANCTIONS', 'sanctions text exact'],
    ['fr', 'sanction', 'sanctions text stem'],
    ['fr', 'decidees', 'décidées text fold'],
    ['fr', 'evry', 'évry text fold'],
    ['fr', 'oeuvre', 'œuvre text fold'],
    ['fr', "l'accord", 'accord text exact'],
    ['fr', 'accords', 'accord text stem'],
    ['fr', 'sanc*', 'sanctions text prefix'],
    ['fr', '*vry', 'évry text prefix'],
    ['fr', 'sanctoins~1', 'sanctions text fuzzy'],
    ['fr', '"mise en œuvre"', 'mise text phrase'],
    ['fr', '46,7', '46,7 text exact'],
    ['fr', '46.7', '46,7 text fold'],
    ['fr', '300 000', '300\u202f000 text fold'],
    ['fr', '300000', '300\u202f000 text fold'],
    ['fr', '300,000', '300\u202f000 text fold'],
    ['en', 'policies', 'policies text exact'],
    ['en', 'policy', 'policies text stem'],
    ['en', 'exporting', 'exports text stem'],
    ['en', 'zurich', 'zürich text fold'],
    ['en', 'cafes', 'cafés text fold'],
    ['en', 'US', 'u.s. text fold'],
    ['en', 'expor*', 'exports text prefix'],
    ['en', 'polcies~1', 'policies text fuzzy'],
    ['en', '"banned exports"', 'banned text phrase'],
    ['en', '46,7', '46.7 text fold'],
    ['en', '46.7', '46.7 text exact'],
    ['en', '300 000', '300,000 text fold'],
    ['en', '300,000', '300,000 text exact'],
  ])('%s: %s', (language, query, expected) => {
    notebook.source({ title: 'Titre', paragraphs: [language === 'fr' ? FRENCH : ENGLISH], language });
    const { hits, notice } = searcher.query({ query, explain: true });
    expect(notice).toBeNull();
    expect(hits).toHaveLength(1);
    for (const hit of hits) {
      expect(steps(hit)).toContain(expected);
      expectWholeScore(hit);
    }
  });

  it('in the title too, where its words stand', () => {
    notebook.source({ title: 'Évry: les sanctions', paragraphs: [FRENCH, 'Rien de tel.'], language: 'fr' });
    const marked = (query: string): (string[] | undefined)[] =>
      searcher
        .query({ query })
        .hits.map(({ title, titleRanges }) => titleRanges?.map(([start, end]) => title.slice(start, end)));
    expect(marked('sanction evry')[0]).toEqual(['Évry', 'sanctions']);
    expect(marked('milliards')).toEqual([undefined]);
  });

  it('while typing', () => {
    notebook.source({ title: 'Titre', paragraphs: [FRENCH], language: 'fr' });
    for (const query of ['sanc', '"les sanc']) {
      const [hit] = searcher.query({ query, typing: true, explain: true }).hits;
      expect(hit && steps(hit), query).toContain('sanctions text prefix');
    }
  });

  it.each([
    ['fr', 'les', 'Les sanctions.'],
    ['fr', 'ne pas', 'Il ne faut pas céder.'],
    ['en', 'the', 'The policies.'],
    ['en', 'to be or not to be', 'To be or not to be.'],
  ])('%s: common words alone (%s) are a query all the same', (language, query, text) => {
    notebook.source({ title: 'Titre', paragraphs: [text], language });
    notebook.source({ title: 'Autre', paragraphs: ['Rien à voir ailleurs.'], language });
    const { hits } = searcher.query({ query, explain: true });
    expect(hits).toHaveLength(1);
    expect(hits[0]?.why?.length).toBeGreaterThan(0);
  });
});

describe('shares', () => {
  it('add up to the score, whatever is asked', { timeout: 60_000 }, () => {
    const dice = new Dice(7);
    const text = (count: number) => dice.words(WORDS, 1 + dice.below(count));
    for (let at = 0; at < 12; at += 1) {
      const language = dice.pick(['fr', 'en', null]);
      notebook.source({ title: text(4), paragraphs: [text(20), text(20)], language, tags: [text(2)] });
      notebook.claim(text(8), { note: text(3), tags: [text(1)] });
      notebook.note(text(3), text(30));
    }
    const query = fc.integer().map((seed) => randomQuery(new Dice(seed)));
    const often = fc.integer({ min: 1, max: 3 });
    fc.assert(
      fc.property(query, often, (asked, times) => {
        const { hits } = searcher.query({ query: `${asked} `.repeat(times), explain: true, limit: 1000 });
        hits.forEach(expectWholeScore);
      }),
      { numRuns: 300 },
    );
  });
});
