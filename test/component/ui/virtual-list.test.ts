import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { createTypeAhead } from '../../../src-renderer/ui/type-ahead.ts';
import { offsetOf, windowOf } from '../../../src-renderer/ui/virtual.ts';
import ListHost from './support/ListHost.svelte';

const TITLES = ['Bateau', 'Barque', 'Écluse', 'Quai', 'Jetée'];

function show(props: { selected?: string | null; titles?: readonly string[] } = {}) {
  const opened: string[] = [];
  const keys: string[] = [];
  const { rerender } = render(ListHost, {
    titles: props.titles ?? TITLES,
    selected: props.selected ?? null,
    onopen: (title: string) => opened.push(title),
    onkey: (key: string, title: string) => keys.push(`${key} ${title}`),
    reserved: new Set(['j']),
  });
  const list = screen.getByRole('listbox');
  const press = async (...pressed: string[]): Promise<void> => {
    for (const key of pressed) await fireEvent.keyDown(list, { key });
  };
  const active = (): string | undefined =>
    document.getElementById(list.getAttribute('aria-activedescendant') ?? '')?.textContent.trim();
  return { list, press, active, opened, keys, rerender };
}

describe('a list', () => {
  it('moves by arrows, to its ends, and opens with Enter', async () => {
    const { press, active, opened } = show();
    await press('ArrowDown', 'ArrowDown');
    expect(active()).toBe('Barque');
    await press('End');
    expect(active()).toBe('Jetée');
    await press('ArrowDown', 'Home', 'ArrowUp', 'Enter');
    expect(opened).toEqual(['Bateau']);
  });

  it('goes to a row by its first letters, accents aside', async () => {
    const { press, active } = show();
    await press('e');
    expect(active()).toBe('Écluse');
  });

  it('hands on the keys that are commands', async () => {
    const { press, keys } = show({ selected: 'Quai' });
    await press('Delete', 'j');
    expect(keys).toEqual(['Delete Quai', 'j Quai']);
  });

  it('leaves the keys to the row that took the place of a removed one', async () => {
    const { press, active, rerender } = show();
    await press('ArrowDown', 'ArrowDown', 'ArrowDown');
    expect(active()).toBe('Écluse');
    await rerender({ titles: TITLES.filter((title) => title !== 'Écluse') });
    expect(active()).toBe('Quai');
  });

  it('says how many rows there are and which one is open', () => {
    show({ selected: 'Quai' });
    const option = screen.getByRole('option', { selected: true });
    expect(option.textContent.trim()).toBe('Quai');
    expect(option.getAttribute('aria-setsize')).toBe('5');
    expect(option.getAttribute('aria-posinset')).toBe('4');
  });

  it('draws only what is near the view', () => {
    show({ titles: Array.from({ length: 5000 }, (_, index) => `Row ${index}`) });
    expect(screen.getAllByRole('option').length).toBeLessThan(60);
  });
});

describe('rows in view', () => {
  const heightOf = (index: number): number => (index === 0 ? 50 : 100);

  it('are told by heights that differ', () => {
    expect(windowOf(10, heightOf, 260, 200, 0)).toEqual({ first: 3, end: 6, before: 250, after: 400 });
    expect(offsetOf(3, heightOf)).toBe(250);
  });

  it('are none in an empty list and all in a short one', () => {
    expect(windowOf(0, heightOf, 0, 500, 100)).toEqual({ first: 0, end: 0, before: 0, after: 0 });
    expect(windowOf(2, heightOf, 0, 500, 100)).toEqual({ first: 0, end: 2, before: 0, after: 0 });
  });
});

describe('type-ahead', () => {
  it('takes letters in quick succession as one beginning, and later ones as a new one', () => {
    const ahead = createTypeAhead();
    expect(ahead.find({ key: 'b', timeStamp: 0 }, -1, TITLES)).toBe(0);
    expect(ahead.find({ key: 'a', timeStamp: 100 }, 0, TITLES)).toBe(0);
    expect(ahead.find({ key: 'r', timeStamp: 200 }, 0, TITLES)).toBe(1);
    expect(ahead.find({ key: 'b', timeStamp: 5000 }, 1, TITLES)).toBe(0);
  });

  it('leaves commands alone unless a word is being typed', () => {
    const ahead = createTypeAhead((key) => key === 'j' || key === 'u');
    expect(ahead.find({ key: 'j', timeStamp: 0 }, -1, TITLES)).toBeNull();
    expect(ahead.find({ key: 'q', timeStamp: 10 }, -1, TITLES)).toBe(3);
    expect(ahead.find({ key: 'u', timeStamp: 20 }, 3, TITLES)).toBe(3);
    expect(ahead.find({ key: 'Enter', timeStamp: 30 }, 3, TITLES)).toBeNull();
  });

  it('leaves the second key of a command to it, though a title begins so', () => {
    const ahead = createTypeAhead((key) => key === 'g');
    expect(ahead.find({ key: 'g', timeStamp: 0 }, -1, TITLES)).toBeNull();
    expect(ahead.find({ key: 'b', timeStamp: 200 }, -1, TITLES)).toBeNull();
    expect(ahead.find({ key: 'b', timeStamp: 400 }, -1, TITLES)).toBe(0);
    expect(ahead.find({ key: 'g', timeStamp: 5000 }, 0, TITLES)).toBeNull();
    expect(ahead.find({ key: 'b', timeStamp: 6500 }, -1, TITLES)).toBe(0);
  });
});
