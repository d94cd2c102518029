import '../../support/fresh-page.ts';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { SourceId } from '../../../src-main/common/contract/entities.ts';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { createFakeNotebook } from '../claims/support/fake-notebook.ts';
import TrashHost from './support/TrashHost.svelte';

it('says of an open text that its source is in the trash, and brings it back', async () => {
  const notebook = createFakeNotebook({ 'source.restore': () => ({ source: {} }) });
  const app = new AppState(notebook.client);
  app.locale = 'en';
  const id = 's1' as SourceId;
  const { rerender } = render(TrashHost, { app, source: { id, deletedAt: null } });
  expect(screen.getByRole('status').textContent.trim()).toBe('');
  await rerender({ app, source: { id, deletedAt: '2026-01-01T00:00:00.000Z' } });
  expect(screen.getByRole('status').textContent).toContain('in the trash');
  await fireEvent.click(screen.getByRole('button', { name: 'Restore' }));
  expect(notebook.called).toContainEqual({ name: 'source.restore', input: { id } });
});
