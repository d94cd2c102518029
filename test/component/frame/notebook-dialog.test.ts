import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { ClaimsState } from '../../../src-renderer/state/claims.svelte.ts';
import { SearchState } from '../../../src-renderer/state/query.svelte.ts';
import { createFakeNotebook } from '../claims/support/fake-notebook.ts';
import NotebookDialogHost from './support/NotebookDialogHost.svelte';

it('says beside the field why a path is refused, until another one is written', async () => {
  // A notebook that answers nothing refuses to open.
  const notebook = createFakeNotebook({});
  const app = new AppState(notebook.client);
  app.locale = 'en';
  render(NotebookDialogHost, {
    props: { app, view: new ClaimsState(), search: new SearchState(() => notebook.client) },
  });
  const field = screen.getByRole('textbox', { name: 'File', hidden: true });
  await fireEvent.input(field, { target: { value: '/nowhere/x.dossier' } });
  await fireEvent.submit(field.closest('form') ?? field);
  await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
  expect(notebook.sent('workspace.open')).toEqual([{ path: '/nowhere/x.dossier', create: false }]);
  expect(screen.getByRole('alert', { hidden: true }).textContent).not.toBe('');
  expect(app.notices.list).toEqual([]);
  await fireEvent.input(field, { target: { value: '/elsewhere.dossier' } });
  expect(field.getAttribute('aria-invalid')).toBeNull();
});
