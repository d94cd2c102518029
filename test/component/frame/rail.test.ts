import { fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { ClaimsState } from '../../../src-renderer/state/claims.svelte.ts';
import { SearchState } from '../../../src-renderer/state/query.svelte.ts';
import { createFakeNotebook } from '../claims/support/fake-notebook.ts';
import { buildNotebook } from '../state/support/builders.ts';
import RailHost from './support/RailHost.svelte';

async function open(toReview: number, locale: 'en' | 'fr' = 'en') {
  const notebook = createFakeNotebook({});
  const app = new AppState(notebook.client);
  app.locale = locale;
  const info = buildNotebook();
  await app.enter({ ...info, counts: { ...info.counts, toReview } });
  const search = new SearchState(() => notebook.client);
  render(RailHost, { props: { app, view: new ClaimsState(), search } });
  return app;
}

const changed = (): HTMLElement | null => screen.queryByRole('button', { name: /changed|modifiées/i });

it('leads to the search with the focus in its field', async () => {
  const app = await open(0);
  let focused = 0;
  app.actions.registerAll([
    { id: 'search.focus', group: 'search', title: () => 'Search', run: () => focused++ },
  ]);
  await fireEvent.click(screen.getByRole('button', { name: 'Search' }));
  expect(app.route).toEqual({ view: 'search' });
  expect(focused).toBe(1);
});

describe('changed quotations in the rail', () => {
  it('have no place there while none waits', async () => {
    const app = await open(0);
    expect(changed()).toBeNull();
    app.go({ view: 'changed' });
    await tick();
    expect(changed()?.getAttribute('aria-current')).toBe('page');
  });

  it('are counted, in the name too, and a click leads to them', async () => {
    const app = await open(3);
    const button = screen.getByRole('button', { name: /^Changed 3\squotations to look at$/ });
    expect(button.querySelector('span[aria-hidden]')?.textContent).toBe('3');
    expect(button.title).toBe('Changed quotations');
    await fireEvent.click(button);
    expect(app.route).toEqual({ view: 'changed' });
  });

  it('are so in French', async () => {
    await open(1200, 'fr');
    expect(changed()?.textContent).toContain('1\u202F200\u00A0citations à examiner');
  });
});
