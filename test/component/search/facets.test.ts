import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { Facets } from '../../../src-main/common/contract/hits.ts';
import { listValues } from '../../../src-renderer/features/search/facet-values.ts';
import { filterWords } from '../../../src-renderer/shelves/filter-words.ts';
import { readPeriod } from '../../../src-renderer/features/search/period.ts';
import { catalogs } from '../../../src-renderer/messages/index.ts';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { ClaimsState } from '../../../src-renderer/state/claims.svelte.ts';
import { SearchState } from '../../../src-renderer/state/query.svelte.ts';
import { NO_FILTERS } from '../../../src-renderer/state/search-filters.ts';
import { createFakeNotebook } from '../claims/support/fake-notebook.ts';
import SearchHost from './support/SearchHost.svelte';
import { buildFacets, buildHit } from './support/builders.ts';

const FACETS = buildFacets({
  kind: [
    { value: 'passage', count: 1200 },
    { value: 'note', count: 2 },
  ],
  language: [{ value: 'fr', count: 12 }],
  site: [{ value: 'La Vigie', count: 5 }],
  year: [
    { value: '2026', count: 11 },
    { value: '2025', count: 6 },
  ],
  tag: Array.from({ length: 12 }, (_, at) => ({ value: `tag ${at}`, count: 12 - at })),
});

async function open(facets: Facets = FACETS) {
  const notebook = createFakeNotebook({
    'search.query': () => ({ total: 1, tookMs: 1, notice: null, hits: [buildHit()], facets }),
    'source.get': () => ({ source: { language: 'en', text: 'x'.repeat(80) } }),
  });
  const app = new AppState(notebook.client);
  app.locale = 'en';
  app.go({ view: 'search' });
  const search = new SearchState(() => notebook.client);
  render(SearchHost, { props: { app, view: new ClaimsState(), search } });
  await search.type('port');
  await tick();
  const asked = () => notebook.sent('search.query').filter((input) => 'facets' in (input as object));
  return { search, asked };
}

const valuesOf = (title: string): string[] =>
  within(screen.getByRole('list', { name: title }))
    .getAllByRole('button')
    .map((button) => button.textContent.replace(/\s+/g, ' ').trim());
const value = (name: string): HTMLElement => screen.getByRole('button', { name });

describe('the facets', () => {
  it('show the engine’s counts in the engine’s order, each facet in its place', async () => {
    await open();
    expect(valuesOf('In')).toEqual(['texts 1,200', 'notes 2']);
    expect(valuesOf('Date')).toEqual(['2026 11', '2025 6']);
    const titles = screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);
    expect(titles).toEqual(['In', 'Language', 'Outlet', 'Date', 'Tag']);
    expect(value('French, 12\u00A0results').getAttribute('aria-pressed')).toBe('false');
  });

  it('ask for the chosen value, and take it away when it is chosen again', async () => {
    const { asked, search } = await open();
    await fireEvent.click(value('La Vigie, 5\u00A0results'));
    expect(asked().at(-1)).toMatchObject({ site: 'La Vigie' });
    await fireEvent.click(value('2026, 11\u00A0results'));
    expect(asked().at(-1)).toMatchObject({ site: 'La Vigie', from: '2026', to: '2026' });
    expect(value('2026, 11\u00A0results').getAttribute('aria-pressed')).toBe('true');
    await fireEvent.click(value('La Vigie, 5\u00A0results'));
    expect(asked().at(-1)).not.toHaveProperty('site');
    expect(search.filtered).toBe(1);
  });

  it('keep the chosen value in sight when no hit has it', async () => {
    const { search } = await open();
    await search.filter({ tag: 'rail', language: 'de' });
    await tick();
    expect(value('rail, 0\u00A0results').getAttribute('aria-pressed')).toBe('true');
    expect(value('German, 0\u00A0results')).toBeTruthy();
  });

  it('fold a long list, and say what they do with it', async () => {
    await open();
    expect(valuesOf('Tag')).toHaveLength(9);
    await fireEvent.click(value('Tag: 4 more'));
    expect(valuesOf('Tag')).toHaveLength(13);
    await fireEvent.click(value('Tag: fewer'));
    expect(valuesOf('Tag')).toHaveLength(9);
  });

  it('take a period, and tell what is none instead of sending it', async () => {
    const { asked } = await open();
    const [from, to] = [screen.getByLabelText('from'), screen.getByLabelText('to')];
    const before = asked().length;
    await fireEvent.input(from, { target: { value: '14 mars' } });
    await fireEvent.change(from);
    expect(screen.getByText(/^Write a year, a month or a day/)).toBeTruthy();
    expect(from.getAttribute('aria-invalid')).toBe('true');
    expect(asked()).toHaveLength(before);
    await fireEvent.input(from, { target: { value: '2025-11' } });
    await fireEvent.keyDown(from, { key: 'Enter' });
    expect(asked().at(-1)).toMatchObject({ from: '2025-11' });
    expect(screen.queryByText(/^Write a year/)).toBeNull();
    await fireEvent.input(to, { target: { value: '2024' } });
    await fireEvent.change(to);
    expect(screen.getByText('It ends before it begins.')).toBeTruthy();
    expect(asked()).toHaveLength(before + 1);
  });
});

describe('the values of a facet', () => {
  it('have no count while nothing has been counted', () => {
    expect(listValues('tag', null, 'rail', String)).toEqual([{ value: 'rail', label: 'rail', count: null }]);
    expect(listValues('tag', null, null, String)).toEqual([]);
  });
});

describe('a period', () => {
  it('is of years, months or days, open at either end', () => {
    expect(readPeriod(' 2025-11 ', '')).toEqual({ from: '2025-11', to: null });
    expect(readPeriod('2025', '2025-01-31')).toEqual({ from: '2025', to: '2025-01-31' });
    expect(readPeriod('', '')).toEqual({ from: null, to: null });
  });

  it.each([
    ['2025-13', '', 'from'],
    ['', '2025-02-30', 'to'],
    ['25', '', 'from'],
    ['2026-01', '2025', 'order'],
  ])('is not %s to %s', (from, to, fault) => {
    expect(readPeriod(from, to)).toBe(fault);
  });
});

describe('filters in words', () => {
  it('stand in the order of the facets, each to be taken away by itself', () => {
    const filters = { ...NO_FILTERS, tag: 'rail', from: '2025-11', kind: 'note' } as const;
    const words = filterWords(filters, catalogs.en.search, 'en');
    expect(words.map(({ text }) => text)).toEqual(['notes', 'since Nov 2025', 'rail']);
    expect(words[1]?.without).toEqual({ from: null, to: null });
    const year = filterWords({ ...NO_FILTERS, from: '2026', to: '2026' }, catalogs.fr.search, 'fr');
    expect(year.map(({ text }) => text)).toEqual(['2026']);
  });
});
