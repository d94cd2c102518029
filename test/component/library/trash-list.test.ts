import '../../support/fresh-page.ts';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { createFakeNotebook } from '../claims/support/fake-notebook.ts';
import TrashListHost from './support/TrashListHost.svelte';

it('opens a source that lies in the trash, and of other things shows the name', async () => {
  const deletedAt = '2026-01-01T00:00:00.000Z';
  const notebook = createFakeNotebook({
    'trash.list': () => ({
      items: [
        { kind: 'source', id: 's1', title: 'Le port', aside: 'La Vigie', deletedAt },
        { kind: 'claim', id: 'c1', title: 'It cost more.', aside: null, deletedAt },
      ],
    }),
  });
  const app = new AppState(notebook.client);
  app.locale = 'en';
  render(TrashListHost, { props: { app } });
  await fireEvent.click(await screen.findByRole('button', { name: 'Le port' }));
  expect(app.route).toEqual({ view: 'library', source: 's1' });
  expect(screen.queryByRole('button', { name: 'It cost more.' })).toBeNull();
});
