import { beforeEach, describe, expect, it } from 'vitest';
import type { SearchInput, SearchOutput } from '../../../src-main/core/ports.ts';
import { createSearcher, type SyncSearcher } from '../../../src-main/core/search/searcher.ts';
import type { SeededSource } from '../../support/insert-source.ts';
import { NotebookBuilder } from '../../support/notebook-builder.ts';

let notebook: NotebookBuilder;
let searcher: SyncSearcher;

beforeEach(() => {
  notebook = NotebookBuilder.temporary();
  searcher = createSearcher(notebook.path);
  return () => {
    searcher.close();
  };
});

interface Details {
  readonly site?: string;
  readonly published?: string;
  readonly tags?: readonly string[];
  readonly language?: string;
  readonly paragraphs?: readonly string[];
}

function addSource(title: string, details: Details): SeededSource {
  const { site = null, published = null, language = 'fr', tags = [] } = details;
  const paragraphs = details.paragraphs ?? [`Le cormoran de ${title}.`];
  const source = notebook.source({ title, paragraphs, language, tags });
  notebook.edit((edit) => {
    edit.update('source', source.id, { site, published_at: published });
  });
  return source;
}

function search(input: Partial<SearchInput> = {}): SearchOutput {
  return searcher.query({ query: 'cormoran', ...input });
}

const titles = (input: Partial<SearchInput>) =>
  search(input)
    .hits.map(({ title }) => title)
    .toSorted();

describe('dates', () => {
  beforeEach(() => {
    for (const published of ['2018', '2018-05', '2018-05-14', '2018-12-31T23:59:59.000Z', '2019']) {
      addSource(published.slice(0, 10), { published });
    }
    addSource('undated', {});
    notebook.claim('Un cormoran encore');
  });

  it.each<[Partial<SearchInput>, readonly string[]]>([
    [{ from: '2018', to: '2018' }, ['2018', '2018-05', '2018-05-14', '2018-12-31']],
    [{ to: '2018' }, ['2018', '2018-05', '2018-05-14', '2018-12-31']],
    [{ from: '2019' }, ['2019']],
    [{ from: '2018-06' }, ['2018', '2018-12-31', '2019']],
    [{ to: '2018-05-13' }, ['2018', '2018-05']],
    [{ from: '2018-05-15', to: '2018-05' }, ['2018', '2018-05']],
    [{ from: '2018-12-31', to: '2018-12-31' }, ['2018', '2018-12-31']],
    [{ from: '2020' }, []],
    [{ from: '2019', to: '2018' }, []],
    [{ from: '2018-09', to: '2018-03' }, []],
  ])('%j', (input, expected) => {
    expect(titles(input)).toEqual(expected);
  });

  it('count by year, the newest first, whatever years are asked for', () => {
    const years = [
      { value: '2019', count: 1 },
      { value: '2018', count: 4 },
    ];
    expect(search({ facets: true }).facets?.year).toEqual(years);
    expect(search({ facets: true, from: '2019' })).toMatchObject({ total: 1, facets: { year: years } });
  });
});

describe('outlets', () => {
  it('are one whatever their case and accents, spelt as most sources spell them', () => {
    addSource('a', { site: 'LE RELEVÉ' });
    addSource('b', { site: 'Le Relevé' });
    addSource('c', { site: 'Le Relevé' });
    addSource('d', { site: 'Tideline' });
    expect(titles({ site: 'le releve' })).toEqual(['a', 'b', 'c']);
    const { facets } = search({ facets: true, site: 'tideline' });
    expect(facets?.site).toEqual([
      { value: 'Le Relevé', count: 3 },
      { value: 'Tideline', count: 1 },
    ]);
  });

  it('are not what a source without one has, nor a claim', () => {
    addSource('a', {});
    notebook.claim('Un cormoran');
    for (const site of ['', 'a', 'Nowhere']) expect(search({ site }).total).toBe(0);
  });

  it('and dates are those of the rows, at once', () => {
    const { id } = addSource('a', { site: 'Fanal', published: '2018' });
    expect(search({ site: 'fanal', to: '2018' }).total).toBe(1);
    notebook.edit((edit) => {
      edit.update('source', id, { site: 'Tideline', published_at: '2020' });
    });
    expect(search({ site: 'fanal' }).total).toBe(0);
    expect(search({ site: 'tideline', from: '2020' }).total).toBe(1);
  });

  it('are bounded, but for the one that is asked for', () => {
    for (let at = 0; at < 205; at += 1) addSource(`s${at}`, { site: `Site ${String(at).padStart(3, '0')}` });
    expect(search({ facets: true }).facets?.site).toHaveLength(200);
    const asked = search({ facets: true, site: 'site 204' }).facets?.site;
    expect(asked).toHaveLength(201);
    expect(asked?.at(-1)).toEqual({ value: 'Site 204', count: 1 });
  });
});

describe('tags', () => {
  it('of a source are its passages’ and excerpts’ too, each counted once', () => {
    const paragraphs = ['Un cormoran.', 'Deux cormorans.'];
    const source = addSource('a', { tags: ['port'], paragraphs });
    notebook.excerpt({ source, exact: 'Un cormoran', tags: ['port', 'oiseau'] });
    notebook.claim('Le cormoran', { tags: ['oiseau'] });
    notebook.note('Le cormoran', '', ['Port']);
    expect(search({ tag: 'PORT' }).total).toBe(4);
    expect(search({ facets: true }).facets?.tag).toEqual([
      { value: 'port', count: 4 },
      { value: 'oiseau', count: 2 },
    ]);
    expect(search({ tag: 'oiseau', facets: true, in: ['excerpt'] })).toMatchObject({
      total: 1,
      facets: {
        kind: [
          { value: 'claim', count: 1 },
          { value: 'excerpt', count: 1 },
        ],
        tag: [
          { value: 'oiseau', count: 1 },
          { value: 'port', count: 1 },
        ],
      },
    });
  });

  it('that are deleted do not count', () => {
    addSource('a', { tags: ['port'] });
    notebook.notebook.transaction((writer) => {
      writer.run('UPDATE tag SET deleted_at = 1');
    });
    expect(search({ tag: 'port' }).total).toBe(0);
    expect(search({ facets: true }).facets?.tag).toEqual([]);
  });
});

describe('a status', () => {
  it('is of claims only', () => {
    addSource('a', {});
    const claim = notebook.claim('Le cormoran vole');
    notebook.claim('Le cormoran nage');
    notebook.verdict(claim, 'disputed');
    expect(search({ status: 'disputed' }).hits.map(({ id }) => id)).toEqual([claim]);
    expect(search({ status: 'verified', facets: true })).toMatchObject({
      total: 0,
      facets: {
        kind: [],
        status: [
          { value: 'disputed', count: 1 },
          { value: 'unreviewed', count: 1 },
        ],
      },
    });
  });
});

describe('a language', () => {
  it('may be one that only claims are written in', () => {
    addSource('a', { language: 'fr' });
    notebook.claim('The cormoran is not what it was, they say');
    expect(search({ language: 'EN' }).total).toBe(1);
    expect(search({ language: 'de', facets: true }).facets?.language).toEqual([
      { value: 'en', count: 1 },
      { value: 'fr', count: 1 },
    ]);
  });
});

describe('facets', () => {
  it('are null where they are not asked for, and empty for an empty question', () => {
    addSource('a', { site: 'Fanal', published: '2018', tags: ['port'] });
    expect(search().facets).toBeNull();
    expect(search({ query: ' ' }).facets).toBeNull();
    const empty = { kind: [], language: [], site: [], year: [], tag: [], status: [] };
    expect(search({ query: ' ', facets: true })).toMatchObject({ total: 0, facets: empty });
    expect(search({ query: 'pélican', facets: true }).facets).toEqual(empty);
  });

  it('count only documents that hold the phrase', () => {
    addSource('a', { paragraphs: ['Le grand cormoran.'], language: 'fr' });
    addSource('b', { paragraphs: ['Un cormoran, grand.'], language: 'fr' });
    addSource('c', { paragraphs: ['Grand cormoran.'], language: 'en' });
    const answer = search({ query: '"grand cormoran"', language: 'fr', facets: true });
    expect(answer).toMatchObject({
      total: 1,
      facets: {
        language: [
          { value: 'en', count: 1 },
          { value: 'fr', count: 1 },
        ],
        kind: [{ value: 'passage', count: 1 }],
      },
    });
  });

  it('are of all hits, whichever page is shown', () => {
    addSource('a', { paragraphs: Array.from({ length: 130 }, (_, at) => `Cormoran ${at}.`) });
    for (const [limit, offset] of [
      [0, 0],
      [20, 120],
      [1000, 0],
      [5, 500],
    ]) {
      const { total, hits, facets } = search({ facets: true, in: ['passage'], limit, offset });
      expect([total, facets?.kind]).toEqual([130, [{ value: 'passage', count: 130 }]]);
      expect(hits).toHaveLength(Math.max(0, Math.min(limit ?? 0, 130 - (offset ?? 0))));
    }
  });
});
