import { fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { ClaimsState } from '../../../src-renderer/state/claims.svelte.ts';
import { SearchState } from '../../../src-renderer/state/query.svelte.ts';
import { createFakeNotebook } from '../claims/support/fake-notebook.ts';
import { buildNotebook } from '../state/support/builders.ts';
import FieldHost from './support/FieldHost.svelte';

const TAGS = ['coût', 'deux mots', 'unused'].map((name) => ({
  ...{ name, parent: null, aliases: [], color: null },
  within: name === 'unused' ? 0 : 1,
}));

async function open() {
  const notebook = createFakeNotebook({
    'search.query': () => ({ total: 0, tookMs: 1, notice: null, hits: [], facets: null }),
    'tag.list': () => ({ tags: TAGS }),
  });
  const app = new AppState(notebook.client);
  app.locale = 'en';
  await app.enter(buildNotebook());
  const search = new SearchState(() => notebook.client);
  render(FieldHost, { props: { app, view: new ClaimsState(), search } });
  const input = screen.getByRole<HTMLInputElement>('combobox', { name: 'Search the notebook' });
  input.focus();
  await tick();
  await tick();
  const type = async (text: string): Promise<void> => {
    input.value = text;
    input.setSelectionRange(text.length, text.length);
    await fireEvent.input(input);
  };
  const press = async (key: string, more: KeyboardEventInit = {}): Promise<boolean> => {
    const untouched = await fireEvent.keyDown(input, { key, ...more });
    await tick();
    return untouched;
  };
  return { app, search, input, type, press, sent: notebook.sent };
}

const options = (): string[] =>
  screen.queryAllByRole('option').map((option) => option.querySelector('.text')?.textContent ?? '');
const activeOption = (input: HTMLElement): string | undefined =>
  document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.querySelector('.text')
    ?.textContent;

describe('the search field', () => {
  it('is a combobox that stays closed while there is nothing to go on with', async () => {
    const { input, type, press, search, app } = await open();
    await type('port');
    expect(input.getAttribute('aria-expanded')).toBe('false');
    expect(options()).toEqual([]);
    await press('ArrowDown');
    expect(search.entering).toBe(true);
    expect(app.route.view).toBe('search');
  });

  it('offers tags as they are typed, and Enter takes the one that was walked to', async () => {
    const { input, type, press, search } = await open();
    await type('port tag:');
    expect(input.getAttribute('aria-expanded')).toBe('true');
    expect(options()).toEqual(['coût', 'deux mots']);
    await press('ArrowDown');
    await press('ArrowDown');
    expect(activeOption(input)).toBe('deux mots');
    await press('Enter');
    expect(search.text).toBe('port tag:"deux mots" ');
    expect(search.entering).toBe(false);
    expect(input.getAttribute('aria-expanded')).toBe('false');
  });

  it('goes on from a field’s name to its values with Tab alone', async () => {
    const { type, press, search } = await open();
    await type('ta');
    await press('Tab');
    expect(search.text).toBe('tag:');
    expect(options()).toEqual(['coût', 'deux mots']);
    await press('Tab');
    expect(search.text).toBe('tag:coût ');
    expect(await press('Tab')).toBe(true);
  });

  it('leaves Enter to the search where nothing was walked to, and Shift+Tab to the focus', async () => {
    const { type, press, search, input } = await open();
    await type('ta');
    expect(await press('Tab', { shiftKey: true })).toBe(true);
    await press('Enter');
    expect(search.text).toBe('ta');
    expect(search.entering).toBe(true);
    expect(input.getAttribute('aria-expanded')).toBe('false');
  });

  it('opens what it leads to with a second key that comes before the results, but not with one that is held', async () => {
    const { type, press, search } = await open();
    await type('port');
    await press('Enter');
    await press('Enter', { repeat: true });
    expect(search.opening).toBe(false);
    await press('ArrowDown');
    await press('Enter');
    expect(search.opening).toBe(true);
    await type('por');
    await press('ArrowDown');
    expect(search.opening).toBe(false);
  });

  it('leads from the last offer on into the results', async () => {
    const { type, press, search } = await open();
    await type('ti');
    await press('ArrowDown');
    expect(search.entering).toBe(false);
    await press('ArrowDown');
    expect(search.entering).toBe(true);
    expect(options()).toEqual([]);
  });

  it('closes the offers with Escape first, and then clears the text', async () => {
    const { type, press, search } = await open();
    await type('ti');
    await press('Escape');
    expect(options()).toEqual([]);
    expect(search.text).toBe('ti');
    await press('Escape');
    expect(search.text).toBe('');
  });

  it.each([['ArrowDown', {}] as const, [' ', { ctrlKey: true }] as const])(
    'shows what a query may hold when the empty field is asked by %s',
    async (key, more) => {
      const { press } = await open();
      await press(key, more);
      expect(options()).toEqual([
        '"two words"',
        'title:word',
        'tag:word',
        '+word',
        '-word',
        'word*',
        'word~1',
      ]);
    },
  );

  it('puts an example in to be written over, and searches for it only when it is meant', async () => {
    const { press, input, search, sent } = await open();
    await press('ArrowDown');
    await press('ArrowUp');
    await press('ArrowUp');
    await press('Enter');
    expect(input.value).toBe('word*');
    expect([input.selectionStart, input.selectionEnd]).toEqual([0, 4]);
    expect(sent('search.query')).toEqual([]);
    await press('Enter');
    expect(search.text).toBe('word*');
  });

  it('takes what is clicked without losing the focus', async () => {
    const { type, input, search } = await open();
    await type('tag:co');
    const [option] = screen.getAllByRole('option');
    if (option) expect(await fireEvent.mouseDown(option)).toBe(false);
    await tick();
    expect(search.text).toBe('tag:coût ');
    expect(document.activeElement).toBe(input);
  });
});
