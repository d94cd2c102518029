import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { Client } from '../../../src-main/common/contract/client.ts';
import type { Input, Output } from '../../../src-main/common/contract/commands.ts';
import { type Result, success } from '../../../src-main/common/contract/result.ts';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { createFakeNotebook } from '../claims/support/fake-notebook.ts';
import { buildHit } from '../search/support/builders.ts';
import NoteHost from './support/NoteHost.svelte';

type Answer = Result<Output<'search.query'>>;

/** The field, with searches that stay open until the test answers them by their words. */
function open() {
  const waiting = new Map<string, (answer: Answer) => void>();
  const { client } = createFakeNotebook({});
  const call = (name: string, input: unknown): Promise<unknown> => {
    if (name !== 'search.query') return client.call(name as 'tag.list', input as Input<'tag.list'>);
    return new Promise<Answer>((resolve) => waiting.set((input as Input<'search.query'>).query, resolve));
  };
  const app = new AppState({ ...client, call: call as Client['call'] });
  app.locale = 'en';
  const sent: string[] = [];
  render(NoteHost, { props: { app, onsend: (note: string) => sent.push(note) } });
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
  return {
    field,
    sent,
    type: (text: string) => {
      field.setSelectionRange(field.value.length, field.value.length);
      return fireEvent.input(field, { target: { value: field.value + text } });
    },
    answer: async (query: string, title: string) => {
      await waitFor(() => {
        expect([...waiting.keys()]).toContain(query);
      });
      const hits = [buildHit({ kind: 'note', id: `of-${query}`, title })];
      waiting.get(query)?.(success({ total: 1, tookMs: 1, notice: null, hits, facets: null }));
      waiting.delete(query);
    },
  };
}

it('links to what was typed though the list still shows what fewer letters found, and sends what one typed on with it', async () => {
  const { field, sent, type, answer } = open();
  await type('See [[s');
  await answer('s', 'Sand');
  await screen.findByRole('option', { name: /Sand/ });
  await type('alt');
  await fireEvent.keyDown(field, { key: 'Enter' });
  await type(' and more');
  await fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
  expect(sent).toEqual([]);
  await answer('salt', 'Salt');
  await waitFor(() => {
    expect(field.value).toBe('See [Salt](dossier:note/of-salt) and more');
  });
  await waitFor(() => {
    expect(sent).toEqual([field.value]);
  });
  expect(field.selectionStart).toBe(field.value.length);
});

it('leaves what was typed where it was taken back before the answer came', async () => {
  const { field, type, answer } = open();
  await type('[[s');
  await answer('s', 'Sand');
  await screen.findByRole('option', { name: /Sand/ });
  await type('alt');
  await fireEvent.keyDown(field, { key: 'Enter' });
  await fireEvent.input(field, { target: { value: 'Pepper' } });
  await answer('salt', 'Salt');
  await new Promise((resolve) => setTimeout(resolve));
  expect(field.value).toBe('Pepper');
});
