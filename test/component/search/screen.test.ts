import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Input } from '../../../src-main/common/contract/commands.ts';
import type { Hit, Match } from '../../../src-main/common/contract/hits.ts';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { ClaimsState } from '../../../src-renderer/state/claims.svelte.ts';
import { SearchState } from '../../../src-renderer/state/query.svelte.ts';
import { createFakeNotebook } from '../claims/support/fake-notebook.ts';
import SearchHost from './support/SearchHost.svelte';
import { buildHit } from './support/builders.ts';

const passage = buildHit({ id: 'v1#0', start: 10, end: 40 });
const excerpt = buildHit({ kind: 'excerpt', id: 'e1' });
const claim = buildHit({ kind: 'claim', id: 'c1', sourceId: null, versionId: null, start: null, end: null });
const note = buildHit({ kind: 'note', id: 'n1', sourceId: null, versionId: null, start: null, end: null });

afterEach(() => {
  vi.useRealTimers();
});

async function open(
  hits: readonly Hit[],
  query = 'words',
  notice: string | null = null,
  page = 40,
  asked: () => void = () => undefined,
) {
  const notebook = createFakeNotebook({
    'search.query': ({ query, offset = 0, limit = 0 }: Input<'search.query'>) => ({
      ...(asked(), {}),
      total: query === 'nothing' ? 0 : hits.length,
      tookMs: 1,
      notice: notice && { code: notice, message: 'Searched as plain words.' },
      hits: query === 'nothing' ? [] : hits.slice(offset, offset + Math.min(page, limit)),
      facets: null,
    }),
    'note.get': () => ({ note: { id: 'n1', title: 'To ask', body: 'Is it paid?', tags: [] } }),
    'note.edit': () => ({ note: { id: 'n1', title: 'To ask', body: 'It is.', tags: [] } }),
    'source.get': () => ({ source: { language: 'en', text: 'x'.repeat(80) } }),
    'source.list': () => ({ sources: [] }),
  });
  const app = new AppState(notebook.client);
  app.locale = 'en';
  app.go({ view: 'search' });
  const search = new SearchState(() => notebook.client);
  render(SearchHost, { props: { app, view: new ClaimsState(), search } });
  if (query !== '') await search.type(query);
  await tick();
  return { app, search, ...notebook };
}

/** Of the rows that explain. */
const textsIn = (aside: HTMLElement): string[] =>
  [...aside.querySelectorAll('mark')].map((mark) =>
    [...(mark.parentElement?.children ?? [])]
      .map((child) => child.textContent.trim())
      .filter(Boolean)
      .join(' '),
  );

const hitButtons = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-hit]')];

describe('the search screen', () => {
  it('says what to do before anything is typed, and when nothing is found', async () => {
    await open([], '');
    expect(screen.getByText('Type what you are looking for.')).toBeTruthy();
  });

  it('asks again as more of the index is made, while only a part of it was searched', async () => {
    const asked = vi.fn();
    const notebook = await open([passage], 'words', 'index-partial', 40, asked);
    expect(screen.getByText(/only a part of the notebook was searched so far/)).toBeTruthy();
    const before = asked.mock.calls.length;
    notebook.app.upkeep.report({ type: 'progress', call: 'search-index', done: 1, total: 2 });
    await waitFor(() => expect(asked.mock.calls.length).toBeGreaterThan(before));
    const then = asked.mock.calls.length;
    notebook.app.upkeep.report({ type: 'progress', call: 'search-index', done: 2, total: 2 });
    await waitFor(() => expect(asked.mock.calls.length).toBeGreaterThan(then));
  });

  it.each([
    [
      'the search was stopped',
      'query-stopped',
      'The search took too long and was stopped without an answer.',
    ],
    [
      'little was searched yet',
      'index-partial',
      'The search index is being made; only a part of the notebook was searched so far.',
    ],
  ])('does not say that nothing was found where %s', async (_, notice, sentence) => {
    await open([], 'nothing', notice);
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(screen.queryByText(/^Nothing holds/)).toBeNull();
    expect(screen.queryByText(/results?$/)).toBeNull();
  });

  it('offers to remove the filters where they leave nothing', async () => {
    const { search } = await open([]);
    expect(screen.getByText('Nothing holds “words”.')).toBeTruthy();
    await search.filter({ kind: 'note' });
    const [button] = await screen.findAllByRole('button', { name: 'Remove the filters' });
    if (button) await fireEvent.click(button);
    await waitFor(() => expect(search.filtered).toBe(0));
  });

  it('marks the words that matched as elements around plain text', async () => {
    await open([buildHit({ snippet: { text: '<i>the words</i>', ranges: [[7, 12]] } })]);
    const marks = [...document.querySelectorAll('.results mark')];
    expect(marks.map((mark) => mark.textContent)).toEqual(['words']);
    expect(document.querySelector('.results i')).toBeNull();
  });

  it('says what is wrong with a query once it is no longer being typed', async () => {
    vi.useFakeTimers();
    const { search } = await open([passage], 'auteur:x', 'query-plain');
    expect(screen.queryByText(/is no field/)).toBeNull();
    vi.advanceTimersByTime(800);
    await tick();
    expect(screen.getByText(/^“auteur” is no field/)).toBeTruthy();
    await search.type('auteur:xy');
    await tick();
    expect(screen.queryByText(/is no field/)).toBeNull();
    await search.submit();
    await tick();
    expect(screen.getByText(/^“auteur” is no field/)).toBeTruthy();
  });

  it('says that the query was taken otherwise where it has no word for the mistake', async () => {
    const { search } = await open([passage], 'x', 'query-plain');
    await search.submit();
    await tick();
    expect(screen.getByText(/could not be read as a search expression/)).toBeTruthy();
  });

  it('says at once that an answer was cut', async () => {
    await open([passage], 'a*', 'answer-cut');
    expect(screen.getByText(/only a part of it was searched/)).toBeTruthy();
  });

  it('says all that made the result one, with the share of each', async () => {
    const match = { query: 'drag', term: 'dragage', field: 'text', how: 'prefix', score: 3 } as const;
    const why: readonly Match[] = [
      match,
      { ...match, field: 'title', score: 4 },
      { query: 'cout', term: 'coût', field: 'text', how: 'fold', score: 3 },
    ];
    await open([{ ...passage, why: [...why] }]);
    const aside = screen.getByRole('complementary', { name: 'Why this result' });
    await waitFor(() => expect(aside.querySelectorAll('mark')).toHaveLength(2));
    expect(textsIn(aside)).toEqual([
      'dragage 70% “drag”: begins with it, in the title (40%) and text (30%)',
      'coût 30% the same word, accents and capitals aside, in the text',
    ]);
  });

  it('shows how many of all there are, and goes on to what the next page brings', async () => {
    const first = buildHit({ id: 'v1#0' });
    const second = buildHit({ id: 'v1#1' });
    await open([first, second], 'words', null, 1);
    expect(screen.getByText('1 of 2 results')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'More results' }));
    await waitFor(() => expect(document.activeElement?.getAttribute('data-hit')).toBe('passage:v1#1'));
    expect(screen.getByText('2 results in 1 source')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'More results' })).toBeNull();
  });

  it('opens a passage at its place, a highlight and a claim as themselves', async () => {
    const { app } = await open([passage, excerpt, claim]);
    const [first, second, third] = hitButtons();
    if (!first || !second || !third) throw new Error('three results were expected');
    await fireEvent.click(first);
    expect(app.route).toEqual({ view: 'library', source: 's1', range: { start: 10, end: 40 } });
    app.go({ view: 'search' });
    await tick();
    await fireEvent.click(hitButtons()[1] ?? second);
    expect(app.route).toEqual({ view: 'library', source: 's1', excerpt: 'e1' });
    app.go({ view: 'search' });
    await tick();
    await fireEvent.click(hitButtons()[2] ?? third);
    expect(app.route).toEqual({ view: 'claims', claim: 'c1' });
  });

  it('is entered from the field and walked by arrows', async () => {
    const { search } = await open([passage, excerpt, claim]);
    search.enterResults();
    await tick();
    const [first, second] = hitButtons();
    expect(document.activeElement).toBe(first);
    if (first) await fireEvent.keyDown(first, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(second);
    expect(search.chosen?.id).toBe('e1');
  });

  it('is entered at the new results, not at those that the answer takes the place of', async () => {
    const { search } = await open([passage, excerpt], 'nothing');
    const asking = search.type('words');
    search.enterResults();
    await asking;
    await tick();
    expect(document.activeElement).toBe(hitButtons()[0]);
  });

  it('keeps the focus on a result that a newer answer moves', async () => {
    const hits = [passage, claim];
    const { search } = await open(hits);
    const [first] = hitButtons();
    first?.focus();
    hits.reverse();
    await search.refresh();
    await tick();
    expect(hitButtons()[1]).toBe(first);
    expect(document.activeElement).toBe(first);
  });

  it('opens its first result for who presses the key before it is there', async () => {
    const { app, search } = await open([note], 'nothing');
    const asking = search.type('words');
    search.enterResults();
    search.openEntered();
    await asking;
    await tick();
    expect(app.route).toEqual({ view: 'notes', note: 'n1' });
  });

  it('is not entered any more by who has left it before its results were there', async () => {
    const { search } = await open([note], 'nothing');
    const asking = search.type('words');
    search.enterResults();
    cleanup();
    expect(search.entering).toBe(false);
    await asking;
  });

  it('shows the beginning of a note beside the results, and opens it on the screen of notes', async () => {
    const { app } = await open([note]);
    expect(await screen.findByText('Is it paid?')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Open the note' }));
    expect(app.route).toEqual({ view: 'notes', note: 'n1' });
  });
});
