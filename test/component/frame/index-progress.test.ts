import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { ClaimsState } from '../../../src-renderer/state/claims.svelte.ts';
import { SearchState } from '../../../src-renderer/state/query.svelte.ts';
import { createFakeNotebook } from '../claims/support/fake-notebook.ts';
import { buildNotebook } from '../state/support/builders.ts';
import StatusHost from './support/StatusHost.svelte';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

async function open(locale: 'en' | 'fr' = 'en') {
  const notebook = createFakeNotebook({
    'workspace.state': () => ({ notebook: buildNotebook(), recent: [], version: '1', folder: '' }),
  });
  const app = new AppState(notebook.client);
  app.locale = locale;
  await app.start();
  const search = new SearchState(() => notebook.client);
  render(StatusHost, { props: { app, view: new ClaimsState(), search } });
  const report = async (done: number, total: number | null, call = 'search-index'): Promise<void> => {
    notebook.tell({ type: 'progress', call, done, total });
    await tick();
  };
  return { app, report };
}

const bar = (): HTMLElement | null => screen.queryByRole('progressbar');

describe('the upkeep of the search index', () => {
  it('is shown by name and share while it runs, and is gone when it is done', async () => {
    const { report } = await open();
    expect(bar()).toBeNull();
    await report(43, 100);
    expect(bar()?.getAttribute('aria-label')).toBe('Search index');
    expect(bar()?.getAttribute('aria-valuenow')).toBe('43');
    expect(bar()?.getAttribute('aria-valuemax')).toBe('100');
    expect(bar()?.getAttribute('aria-valuetext')).toBe('43%');
    await report(100, 100);
    expect(bar()).toBeNull();
  });

  it('is named in French, with its percentage as French writes it', async () => {
    const { report } = await open('fr');
    await report(430, 1000);
    expect(bar()?.getAttribute('aria-valuetext')).toBe('43\u00A0%');
    expect(screen.getByText('Index de recherche')).toBeTruthy();
  });

  it('is forgotten when nothing comes for a while, and with the notebook', async () => {
    const { app, report } = await open();
    await report(1, 100);
    vi.advanceTimersByTime(9000);
    await report(2, 100);
    vi.advanceTimersByTime(9000);
    await tick();
    expect(bar()).not.toBeNull();
    vi.advanceTimersByTime(1000);
    await tick();
    expect(bar()).toBeNull();
    await report(3, 100);
    void app.enter(buildNotebook());
    await tick();
    expect(bar()).toBeNull();
  });

  it('is not the progress of a call', async () => {
    const { report } = await open();
    await report(1, 100, 'call-7');
    await report(1, null);
    expect(bar()).toBeNull();
  });
});
