import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { buildClaim } from '../claims/support/builders.ts';
import { fakeLedger } from '../claims/support/fake-ledger.ts';
import { createFakeNotebook } from '../claims/support/fake-notebook.ts';
import { buildNotebook, buildSource } from '../state/support/builders.ts';
import PaletteHost from './support/PaletteHost.svelte';

async function show(onsearch?: (words: string) => void) {
  const notebook = createFakeNotebook({
    'source.list': () => ({ sources: [buildSource({ id: 's7', title: 'Le port change de prix' })] }),
    ...fakeLedger([buildClaim({ id: 'c7', statement: 'Le port coûte cher', status: 'disputed' })]),
  });
  const app = new AppState(notebook.client);
  app.locale = 'en';
  await app.enter(buildNotebook());
  const ran: string[] = [];
  app.actions.registerAll([
    { id: 'a', group: 'view', title: () => 'Report', shortcut: 'Mod+R', run: () => ran.push('a') },
    { id: 'b', group: 'view', title: () => 'Hidden report', hidden: true, run: () => ran.push('b') },
    { id: 'c', group: 'view', title: () => 'Report later', enabled: () => false, run: () => ran.push('c') },
  ]);
  render(PaletteHost, { app, onsearch });
  const input = screen.getByRole('combobox');
  return { app, ran, input };
}

const options = (): string[] =>
  screen.getAllByRole('option').map((option) => option.textContent.replace(/\s+/g, ' ').trim());

describe('the palette', () => {
  it('lists what can be run now, with its shortcut, and runs it with Enter', async () => {
    const { input, ran } = await show();
    expect(options()).toEqual(['Report Ctrl R']);
    await fireEvent.keyDown(input, { key: 'Enter' });
    expect(ran).toEqual(['a']);
  });

  it('finds commands, sources and claims by name, and goes to the one that is chosen', async () => {
    const { app, input } = await show();
    await fireEvent.input(input, { target: { value: 'port' } });
    await expect
      .poll(options)
      .toEqual(['Report Ctrl R', 'Le port change de prix La Vigie', 'Disputed Le port coûte cher Disputed']);
    await fireEvent.keyDown(input, { key: 'ArrowDown' });
    const active = document.getElementById(input.getAttribute('aria-activedescendant') ?? '');
    expect(active?.textContent).toContain('Le port change de prix');
    await fireEvent.keyDown(input, { key: 'Enter' });
    expect(app.route).toEqual({ view: 'library', source: 's7' });
  });

  it('says so where nothing has that name', async () => {
    const { input } = await show();
    await fireEvent.input(input, { target: { value: 'xyz' } });
    expect(screen.getByText('Nothing is called “xyz”.')).toBeTruthy();
  });

  it('offers to look for the words in the notebook, last', async () => {
    const searched: string[] = [];
    const { input } = await show((words) => searched.push(words));
    await fireEvent.input(input, { target: { value: ' xyz ' } });
    expect(options()).toEqual(['Search the notebook for “xyz”']);
    await fireEvent.keyDown(input, { key: 'Enter' });
    expect(searched).toEqual(['xyz']);
  });
});
