import '../../support/fresh-page.ts';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { createFakeNotebook } from '../claims/support/fake-notebook.ts';
import { buildNotebook, buildSource } from '../state/support/builders.ts';
import ToolsHost from './support/ToolsHost.svelte';

it('gives the focus back to its button when Escape closes the filter', async () => {
  const notebook = createFakeNotebook({
    'source.list': () => ({ sources: [buildSource()] }),
  });
  const app = new AppState(notebook.client);
  app.locale = 'en';
  await app.enter(buildNotebook());
  render(ToolsHost, { props: { app } });
  const button = await screen.findByRole('button', { name: app.t.library.actions.filter });
  await fireEvent.click(button);
  const field = screen.getByRole('searchbox');
  expect(document.activeElement).toBe(field);
  await fireEvent.keyDown(field, { key: 'Escape' });
  expect(screen.queryByRole('searchbox')).toBeNull();
  expect(document.activeElement).toBe(button);
});
