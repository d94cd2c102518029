import { describe, expect, it } from 'vitest';
import { changesOf, isDate, readForm } from '../../../src-renderer/features/library/details-form.ts';
import {
  type Listed,
  NO_FILTERS,
  countFacet,
  filterSources,
  readingOf,
  sortSources,
  usefulFacets,
} from '../../../src-renderer/features/library/list-rules.ts';
import { isAddress, readPasted } from '../../../src-renderer/features/library/pasted.ts';
import { buildSource } from '../state/support/builders.ts';

const list: readonly Listed[] = [
  {
    source: buildSource({ id: 'a', title: 'École 10', tags: ['coût'], addedAt: '2026-01-03', words: 10 }),
    progress: null,
  },
  {
    source: buildSource({
      id: 'b',
      title: 'École 9',
      language: 'en',
      site: 'Harbour',
      tags: ['coût', 'port'],
      addedAt: '2026-01-02',
      publishedAt: '2026',
    }),
    progress: 0.4,
  },
  {
    source: buildSource({
      id: 'c',
      title: 'Zèbre',
      language: null,
      site: null,
      addedAt: '2026-01-01',
      publishedAt: null,
      words: 900,
    }),
    progress: 0.99,
  },
];
const ids = (listed: readonly Listed[]): string[] => listed.map(({ source }) => source.id);

describe('the list', () => {
  it('is filtered by words of title, outlet and author, accents aside, and by facets together', () => {
    expect(ids(filterSources(list, { text: 'ecole harb', facets: {} }))).toEqual(['b']);
    expect(ids(filterSources(list, { text: '', facets: { tag: 'coût', language: 'fr' } }))).toEqual(['a']);
    expect(ids(filterSources(list, { text: '', facets: { site: '' } }))).toEqual(['c']);
    expect(ids(filterSources(list, { text: '', facets: { reading: 'done' } }))).toEqual(['c']);
  });

  it('counts what each value of a facet would leave under the other filters, not under its own', () => {
    const filters = { text: '', facets: { language: 'fr', tag: 'coût' } };
    expect(countFacet(list, filters, 'language')).toEqual([
      { value: 'en', count: 1 },
      { value: 'fr', count: 1 },
    ]);
    expect(countFacet(list, filters, 'tag')).toEqual([{ value: 'coût', count: 1 }]);
    expect(countFacet(list, NO_FILTERS, 'site').at(-1)).toEqual({ value: '', count: 1 });
  });

  it('leaves out a facet that tells nothing apart, unless it is in use', () => {
    const [one] = list;
    const all = one ? [one] : [];
    expect(usefulFacets(all, NO_FILTERS)).toEqual([]);
    const [facet] = usefulFacets(all, { text: '', facets: { language: 'fr' } });
    expect(facet?.name).toBe('language');
  });

  it('is sorted with numbers as numbers, and with what has no date or outlet last', () => {
    expect(ids(sortSources(list, 'added', 'fr'))).toEqual(['a', 'b', 'c']);
    expect(ids(sortSources(list, 'published', 'fr'))).toEqual(['a', 'b', 'c']);
    expect(ids(sortSources(list, 'title', 'fr'))).toEqual(['b', 'a', 'c']);
    expect(ids(sortSources(list, 'site', 'fr'))).toEqual(['b', 'a', 'c']);
    expect(ids(sortSources(list, 'length', 'fr'))).toEqual(['c', 'b', 'a']);
  });

  it('takes an article as read before its very last line', () => {
    expect([null, 0, 0.5, 0.96].map(readingOf)).toEqual(['unread', 'started', 'started', 'done']);
  });
});

describe('details of a source', () => {
  const source = buildSource({ byline: 'A. Auteur', tags: ['port', 'coût'] });

  it('are sent only where they were changed, and emptied with null', () => {
    const form = { ...readForm(source), byline: ' ', title: ' Le quai ', tags: ['coût', 'dragage'] };
    expect(changesOf(source, form)).toEqual({
      id: 's1',
      title: 'Le quai',
      byline: null,
      tags: ['dragage'],
      untag: ['port'],
    });
    expect(changesOf(source, readForm(source))).toBeNull();
  });

  it('take a year, a month, a day or a moment as a date', () => {
    const good = ['', '2026', '2026-03', '2026-03-14', '2026-03-14T10:00:00Z'];
    expect(good.every(isDate)).toBe(true);
    expect(['14/03/2026', '2026-13', '26', '2026-3-1'].some(isDate)).toBe(false);
  });
});

describe('pasted text', () => {
  it('that is one address is kept as the address: nothing is fetched', () => {
    expect(readPasted(' https://example.org/a?b ')).toMatchObject({
      text: '',
      url: 'https://example.org/a?b',
    });
    expect(isAddress('see https://example.org')).toBe(false);
  });

  it('is Markdown where it looks so in more than one place or begins with a heading', () => {
    expect(readPasted('# Title\n\ntext').markdown).toBe(true);
    expect(readPasted('- one\n- two').markdown).toBe(true);
    expect(readPasted('A price of 3 * 4 and one - dash').markdown).toBe(false);
  });
});
