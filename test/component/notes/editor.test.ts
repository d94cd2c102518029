import '../../support/fresh-page.ts';
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { Note, NoteId } from '../../../src-main/common/contract/entities.ts';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { createFakeNotebook } from '../claims/support/fake-notebook.ts';
import NoteEditorHost from './support/NoteEditorHost.svelte';

const at = '2026-04-01T10:00:00.000Z';
const note: Note = {
  id: 'n1' as NoteId,
  title: 'Untitled note',
  body: '',
  tags: [],
  createdAt: at,
  updatedAt: at,
};

it('goes from the title to the text with Enter, and saves both with Ctrl and Enter', async () => {
  const notebook = createFakeNotebook({ 'note.edit': () => ({ note }) });
  const app = new AppState(notebook.client);
  app.locale = 'en';
  let done = 0;
  render(NoteEditorHost, { props: { app, note, ondone: () => done++ } });
  const title = screen.getByLabelText<HTMLInputElement>(app.t.notes.name);
  const body = screen.getByLabelText(app.t.notes.body);

  await fireEvent.input(title, { target: { value: 'The port' } });
  const isFree = await fireEvent.keyDown(title, { key: 'Enter' });
  expect(isFree).toBe(false);
  expect(document.activeElement).toBe(body);
  expect(notebook.sent('note.edit')).toEqual([]);
  expect(done).toBe(0);

  await fireEvent.keyDown(body, { key: 'Enter', ctrlKey: true });
  await waitFor(() => {
    expect(done).toBe(1);
  });
  expect(notebook.sent('note.edit')).toEqual([{ id: 'n1', title: 'The port', body: '' }]);
});
