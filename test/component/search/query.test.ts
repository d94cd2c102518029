import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkInput } from '../../../src-main/common/contract/check-input.ts';
import { SearchState } from '../../../src-renderer/state/query.svelte.ts';
import { chosenValues, filtersFor } from '../../../src-renderer/state/search-filters.ts';
import { buildFacets, buildHit } from './support/builders.ts';
import { createFakeSearch } from './support/fake-search.ts';

afterEach(() => {
  vi.useRealTimers();
});

function start() {
  const { client, asked } = createFakeSearch();
  return { search: new SearchState(() => client), asked };
}

describe('a further page', () => {
  it('that was stopped takes nothing away, says so, and may be asked for again', async () => {
    const { search, asked } = start();
    const first = search.type('port');
    asked[0]?.answer([buildHit({ id: 'a' })], 2);
    await first;
    const stopped = search.more();
    asked.at(-1)?.answer([], 0, { notice: { code: 'query-stopped', message: 'stopped' } });
    await stopped;
    expect(search.answer).toMatchObject({ total: 2, notice: { code: 'query-stopped' }, hits: [{ id: 'a' }] });
    const again = search.more();
    asked.at(-1)?.answer([buildHit({ id: 'b' })], 2);
    await again;
    expect(search.answer).toMatchObject({ total: 2, notice: null, hits: [{ id: 'a' }, { id: 'b' }] });
  });
});

it('asks again for no more than the command takes, however many results are shown', async () => {
  const { search, asked } = start();
  const first = search.type('port');
  asked[0]?.answer(Array.from({ length: 1040 }, (_none, at) => buildHit({ id: `v1#${at}` })));
  await first;
  void search.refresh();
  expect(checkInput('search.query', asked.at(-1)?.input)).toMatchObject({ limit: 1000 });
});

describe('search as you type', () => {
  it('aborts the call before with each keystroke', () => {
    const { search, asked } = start();
    void search.type('d');
    void search.type('dr');
    expect(asked.map((call) => call.signal?.aborted)).toEqual([true, false]);
    expect(asked.map((call) => [call.input.query, call.input.typing])).toEqual([
      ['d', true],
      ['dr', true],
    ]);
  });

  it('drops the answer of an older query that comes last', async () => {
    const { search, asked } = start();
    const older = search.type('d');
    const newer = search.type('dr');
    asked[1]?.answer([buildHit({ id: 'new' })]);
    await newer;
    asked[0]?.answer([buildHit({ id: 'old' })]);
    await older;
    expect(search.answer?.query).toBe('dr');
    expect(search.answer?.hits.map((hit) => hit.id)).toEqual(['new']);
  });

  it('stays pending while only the older call has answered', async () => {
    const { search, asked } = start();
    const older = search.type('d');
    void search.type('dr');
    asked[0]?.answer([buildHit()]);
    await older;
    expect(search.pending).toBe(true);
    expect(search.answer).toBeNull();
  });

  it('forgets answers and pending calls when the field is emptied', async () => {
    const { search, asked } = start();
    const asking = search.type('d');
    await search.type('  ');
    asked[0]?.answer([buildHit()]);
    await asking;
    expect(search.answer).toBeNull();
    expect(search.pending).toBe(false);
    expect(asked).toHaveLength(1);
  });

  it('keeps the last answer and says why the new one failed', async () => {
    const { search, asked } = start();
    const first = search.type('d');
    asked[0]?.answer([buildHit()]);
    await first;
    const second = search.type('dr');
    asked.at(-1)?.fail('internal');
    await second;
    expect(search.answer?.hits).toHaveLength(1);
    expect(search.error?.code).toBe('internal');
  });

  it('does not call a cancelled search a failure', async () => {
    const { search, asked } = start();
    const asking = search.type('d');
    asked[0]?.fail('cancelled');
    await asking;
    expect(search.error).toBeNull();
  });

  it('means the whole last word when the query is submitted', () => {
    const { search, asked } = start();
    void search.type('drag');
    void search.submit();
    expect(asked[1]?.input.typing).toBe(false);
  });

  it('asks for further pages and explanations as it asked for the first page', async () => {
    const { search, asked } = start();
    void search.type('drag');
    const submitting = search.submit();
    asked[1]?.answer([buildHit()], 2);
    await submitting;
    expect(asked[2]?.input).toMatchObject({ explain: true, typing: false });
    void search.more();
    expect(asked[3]?.input).toMatchObject({ offset: 1, typing: false });
    void search.type('drague');
    expect(asked[4]?.input.typing).toBe(true);
  });

  it('has come to rest when the text was left alone for a moment, or was submitted', () => {
    vi.useFakeTimers();
    const { search } = start();
    void search.type('d');
    vi.advanceTimersByTime(700);
    void search.type('dr');
    vi.advanceTimersByTime(700);
    expect(search.rested).toBe(false);
    vi.advanceTimersByTime(100);
    expect(search.rested).toBe(true);
    void search.type('dra');
    expect(search.rested).toBe(false);
    void search.submit();
    expect(search.rested).toBe(true);
  });
});

describe('facets', () => {
  const facets = buildFacets({ site: [{ value: 'La Vigie', count: 3 }] });

  it('are asked for with each question, not with its pages nor its explanations', async () => {
    const { search, asked } = start();
    const asking = search.type('port');
    asked[0]?.answer([buildHit({ id: 'a' })], 2, { facets });
    await asking;
    const more = search.more();
    asked.at(-1)?.answer([buildHit({ id: 'b' })], 2);
    await more;
    expect(asked.map(({ input }) => input.facets ?? false)).toEqual([true, false, false]);
    expect(search.answer?.facets).toEqual(facets);
  });

  it('stay as they are while the next question waits for its answer', async () => {
    const { search, asked } = start();
    const asking = search.type('port');
    asked[0]?.answer([buildHit()], 1, { facets });
    await asking;
    void search.type('ports');
    expect(search.pending).toBe(true);
    expect(search.answer?.facets).toEqual(facets);
  });
});

describe('filters and pages', () => {
  it('asks for a year by both its ends, and counts a period as one filter', () => {
    const { search, asked } = start();
    void search.type('port');
    void search.filter(filtersFor('year', '2026'));
    expect(asked[1]?.input).toMatchObject({ from: '2026', to: '2026' });
    expect(chosenValues(search.filters).year).toBe('2026');
    void search.filter({ site: 'La Vigie', from: '2025-11' });
    expect(asked[2]?.input).toMatchObject({ site: 'La Vigie', from: '2025-11', to: '2026' });
    expect(chosenValues(search.filters)).toMatchObject({ year: null, site: 'La Vigie' });
    expect(search.filtered).toBe(2);
  });

  it('sends only the filters that are set', () => {
    const { search, asked } = start();
    void search.type('port');
    void search.filter({ kind: 'claim', status: 'verified' });
    expect(asked[1]?.input).toMatchObject({ in: ['claim'], status: 'verified' });
    expect(asked[1]?.input).not.toHaveProperty('language');
    void search.clearFilters();
    expect(asked[2]?.input).not.toHaveProperty('in');
    expect(search.filtered).toBe(0);
  });

  it('adds the next page after the results that are shown, without repeating one', async () => {
    const { search, asked } = start();
    const asking = search.type('port');
    asked[0]?.answer([buildHit({ id: 'a' }), buildHit({ id: 'b' })], 3);
    await asking;
    expect(search.hasMore).toBe(true);
    const more = search.more();
    expect(asked.at(-1)?.input.offset).toBe(2);
    asked.at(-1)?.answer([buildHit({ id: 'b' }), buildHit({ id: 'c' })], 3);
    await more;
    expect(search.answer?.hits.map((hit) => hit.id)).toEqual(['a', 'b', 'c']);
    expect(search.hasMore).toBe(false);
  });

  it('drops a page that arrives after the query has changed', async () => {
    const { search, asked } = start();
    const first = search.type('port');
    asked[0]?.answer([buildHit({ id: 'a' })], 2);
    await first;
    const more = search.more();
    const page = asked.at(-1);
    const second = search.type('quai');
    asked.at(-1)?.answer([buildHit({ id: 'q' })]);
    await second;
    page?.answer([buildHit({ id: 'b' })], 2);
    await more;
    expect(search.answer?.hits.map((hit) => hit.id)).toEqual(['q']);
  });
});

describe('the chosen result', () => {
  it('is the best one of each new query, and stays where the same query is asked again', async () => {
    const { search, asked } = start();
    const [a, b] = [buildHit({ id: 'a' }), buildHit({ id: 'b' })];
    const first = search.type('port');
    asked[0]?.answer([a, b]);
    await first;
    expect(search.chosen?.id).toBe('a');
    search.choose(b);
    const again = search.refresh();
    asked.at(-1)?.answer([a, b]);
    await again;
    expect(search.chosen?.id).toBe('b');
    const second = search.type('ports');
    asked.at(-1)?.answer([a, b]);
    await second;
    expect(search.chosen?.id).toBe('a');
  });

  it('is not entered any more once the user types on', () => {
    const { search } = start();
    search.enterResults();
    void search.type('p');
    expect(search.entering).toBe(false);
  });
});

describe('why this result', () => {
  it('asks for one hit at its rank and keeps the answer for that hit only', async () => {
    const { search, asked } = start();
    const first = buildHit({ id: 'a' });
    const second = buildHit({ id: 'b' });
    const asking = search.type('port');
    asked[0]?.answer([first, second]);
    await asking;
    search.choose(second);
    expect(asked[1]?.signal?.aborted).toBe(true);
    expect(asked[2]?.input).toMatchObject({ offset: 1, limit: 1, explain: true });
    const match = { query: 'port', term: 'port', field: 'text', how: 'exact', score: 1 } as const;
    asked[2]?.answer([{ ...second, why: [match] }]);
    await new Promise((done) => queueMicrotask(() => queueMicrotask(() => done(null))));
    expect(search.why).toEqual([match]);
    search.choose(first);
    expect(search.why).toBeNull();
  });
});
