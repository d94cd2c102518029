import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../../src-main/common/contract/entities.ts';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { createFakeNotebook } from '../claims/support/fake-notebook.ts';
import { buildSource } from '../state/support/builders.ts';
import RowHost from './support/RowHost.svelte';

function show(source: Partial<Omit<Source, 'id'>>, locale: 'en' | 'fr' = 'en'): string {
  const app = new AppState(createFakeNotebook({}).client);
  app.locale = locale;
  render(RowHost, { props: { app, source: buildSource(source) } });
  return document.querySelector('.nums')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

describe('a row of the library', () => {
  it('says of a PDF without text that it was scanned, in place of how long it takes to read', () => {
    expect(show({ kind: 'pdf', words: 0 })).toMatch(/^scanned /);
    expect(screen.getByText('scanned').title).toContain('no text in it yet');
  });

  it('says so in French too', () => {
    expect(show({ kind: 'pdf', words: 0 }, 'fr')).toMatch(/^numérisé /);
  });

  it('tells how long a PDF with text takes, and what is only a reference', () => {
    expect(show({ kind: 'pdf', words: 4400 })).toMatch(/^21 min /);
    document.body.replaceChildren();
    expect(show({ kind: 'reference', words: 0 })).toMatch(/^reference /);
  });
});
