import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { CheckedDraft } from '../../../src-main/common/contract/drafts.ts';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import VerdictMark from '../../../src-renderer/features/drafts/VerdictMark.svelte';
import { DraftCheck } from '../../../src-renderer/state/draft-check.svelte.ts';
import { DRAFT_VERDICTS } from '../../../src-renderer/state/draft-findings.ts';
import { createFakeNotebook, type Answers } from '../claims/support/fake-notebook.ts';
import DraftHost from './support/DraftHost.svelte';
import { CHECKED, DRAFT } from './support/checked.ts';

function open(checked: CheckedDraft = CHECKED, more: Answers = {}) {
  const notebook = createFakeNotebook({ 'draft.check': () => checked, ...more });
  const app = new AppState(notebook.client);
  app.locale = 'en';
  const draft = new DraftCheck(() => notebook.client);
  render(DraftHost, { props: { app, draft } });
  return { app, draft, ...notebook };
}

async function check(checked?: CheckedDraft, more?: Answers) {
  const opened = open(checked, more);
  await fireEvent.input(screen.getByRole('textbox', { name: 'Draft' }), { target: { value: DRAFT } });
  await fireEvent.click(screen.getByRole('button', { name: /^Check/ }));
  await screen.findByRole('region', { name: 'The draft with its marks' });
  return opened;
}

const list = () => screen.getByRole('region', { name: 'Quotations and figures' });
const detail = () => screen.getByRole('region', { name: 'Quotation' });

describe('a draft', () => {
  it('cannot be checked before there is one', () => {
    open();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Check/ }).disabled).toBe(true);
    expect(screen.getByText(/nothing of it is stored/)).toBeTruthy();
  });

  it('takes a megabyte in one line as it is, and tells the browser before it lays it out', async () => {
    const { draft } = open();
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Draft' });
    const line = 'The sea is low here today. '.repeat(40_000);
    field.dispatchEvent(new InputEvent('beforeinput', { data: line, bubbles: true }));
    expect(field.classList.contains('long')).toBe(true);
    await fireEvent.input(field, { target: { value: line } });
    expect(draft.text).toBe(line);
    expect(field.classList.contains('long')).toBe(true);
    await fireEvent.input(field, { target: { value: 'short' } });
    expect(field.classList.contains('long')).toBe(false);
  });

  it('is shown with each verdict named in it, and the first problem beside it', async () => {
    await check();
    const text = screen.getByRole('region', { name: 'The draft with its marks' });
    const marks = within(text).getAllByRole('img');
    expect(marks.map((mark) => mark.getAttribute('aria-label'))).toEqual(['Altered', 'Found', 'Not found']);
    expect(within(detail()).getByText('Altered')).toBeTruthy();
    expect(within(detail()).getByText('the sea is low here today')).toBeTruthy();
  });

  it('signs each verdict by a shape of its own, since its word is not everywhere', () => {
    const shapes = DRAFT_VERDICTS.map((verdict) => {
      const { container } = render(VerdictMark, { props: { verdict } });
      return container.querySelector('svg')?.innerHTML;
    });
    expect(new Set(shapes).size).toBe(DRAFT_VERDICTS.length);
  });

  it('leads from problem to problem by keys, and opens the passage beside', async () => {
    const { app, draft } = await check();
    await fireEvent.keyDown(window, { key: 'o' });
    const range = { start: 40, end: 65 };
    expect(app.panes.second?.route).toEqual({ view: 'library', source: 's1', range });
    await fireEvent.keyDown(window, { key: 'j' });
    expect(draft.current?.verdict).toBe('not found');
    await fireEvent.keyDown(window, { key: 'k' });
    expect(draft.current?.verdict).toBe('altered');
  });

  it('is filtered by verdict, each with its number', async () => {
    const { draft } = await check();
    await fireEvent.click(within(list()).getByRole('button', { name: 'Problems 2' }));
    expect(draft.listed.map(({ verdict }) => verdict)).toEqual(['altered', 'not found']);
    await fireEvent.click(within(list()).getByRole('button', { name: 'Found 1' }));
    expect(draft.listed.map(({ text }) => text)).toEqual(['300 million euros']);
  });

  it('is edited in place and checked again', async () => {
    const { sent } = await check();
    await fireEvent.keyDown(window, { key: 'e' });
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Draft' });
    expect(field.value).toBe(DRAFT);
    await fireEvent.input(field, { target: { value: `${DRAFT} More.` } });
    expect(within(list()).getByText(/changed since it was checked/)).toBeTruthy();
    await fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    expect(sent('draft.check')).toEqual([{ text: DRAFT }, { text: `${DRAFT} More.` }]);
  });

  it('takes the words of the source and is checked again', async () => {
    const { sent } = await check();
    await fireEvent.click(within(detail()).getByRole('button', { name: /Use the source/ }));
    expect(sent('draft.check').at(-1)).toEqual({ text: DRAFT.replace('high', 'low') });
  });

  it('says what was left out and which marks never close', async () => {
    await check({ ...CHECKED, left: 1200, unclosed: [3, 9] });
    expect(screen.getByText(/1,200.quotations and figures more were not compared/)).toBeTruthy();
    expect(screen.getByText(/2.quotation marks are never closed/)).toBeTruthy();
  });

  it('says so where it quotes nothing', async () => {
    await check({ ...CHECKED, quotations: [], figures: [] });
    expect(screen.getByText('The draft quotes nothing and names no figure.')).toBeTruthy();
  });

  it('makes a passage evidence of a claim, with the highlight that it needs', async () => {
    const claim = { id: 'c1', statement: 'The sea is low.', status: 'unreviewed' };
    const { sent } = await check(CHECKED, {
      'claim.summaries': () => ({ total: 1, claims: [claim] }),
      'excerpt.add': () => ({ excerpt: { id: 'e1' }, warnings: [] }),
      'claim.attach': () => ({ claim }),
    });
    await fireEvent.click(within(detail()).getByRole('button', { name: /evidence/ }));
    await fireEvent.click(await screen.findByRole('option', { name: /The sea is low/ }));
    await expect.poll(() => sent('claim.attach')).toEqual([{ id: 'c1', excerpt: 'e1', stance: 'supports' }]);
    expect(sent('excerpt.add')).toEqual([
      { source: 's1', version: 'v1', quote: 'the sea is low here today', range: { start: 40, end: 65 } },
    ]);
  });
});

describe('a file', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it('of text is sent as text, with the lines of a field', async () => {
    const { draft, sent } = open();
    await draft.open({ fileName: 'draft.md', bytes: bytes('One\r\ntwo') });
    expect(sent('draft.check')).toEqual([{ text: 'One\ntwo' }]);
  });

  it.each(['draft.docx', 'binary.txt'])('of another kind is read by its importer: %s', async (fileName) => {
    const { draft, sent } = open();
    await draft.open({ fileName, bytes: bytes('PK\0') });
    expect(sent('draft.check')).toEqual([{ file: { bytes: bytes('PK\0'), fileName } }]);
  });
});
