import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import TagInput from '../../../src-renderer/ui/TagInput.svelte';
import { cleanTagName, suggestTags } from '../../../src-renderer/ui/tag-names.ts';

function show(value: string[] = []) {
  const onchange = vi.fn<(value: string[]) => void>();
  const ondone = vi.fn<() => void>();
  const suggestions = ['Coût', 'capacité', 'dragage', 'coton'];
  render(TagInput, { label: 'Tags', value, suggestions, onchange, ondone });
  const input = screen.getByRole('combobox', { name: 'Tags' });
  const type = (text: string): Promise<boolean> => fireEvent.input(input, { target: { value: text } });
  const press = (key: string): Promise<boolean> => fireEvent.keyDown(input, { key });
  return { input, type, press, onchange, ondone };
}

const options = (): string[] => screen.queryAllByRole('option').map((option) => option.textContent.trim());

describe('the tag field', () => {
  it('offers known tags by what is typed, accents and case aside, and a new one last', async () => {
    const { type, input } = show();
    await type('co');
    expect(options()).toEqual(['coton', 'Coût', 'New tag “co”']);
    expect(input.getAttribute('aria-expanded')).toBe('true');
  });

  it('keeps what is no tag in the field, and says why', async () => {
    const { type, press, input, onchange, ondone } = show();
    await type('x'.repeat(201));
    await press('Enter');
    expect(screen.getByRole('status').textContent).toMatch(
      /at most 200\scharacters; this one has 201\scharacters/,
    );
    expect((input as HTMLInputElement).value).toHaveLength(201);
    await type('   ');
    expect(screen.getByRole('status').textContent).toBe('');
    await press('Enter');
    expect(screen.getByRole('status').textContent).toContain('Only blank space');
    expect(onchange).not.toHaveBeenCalled();
    expect(ondone).not.toHaveBeenCalled();
    await type('');
    await press('Enter');
    expect(ondone).toHaveBeenCalledOnce();
  });

  it('takes the spelling that is there already over the one typed', async () => {
    const { type, press, onchange } = show();
    await type('#cout');
    await press('Enter');
    expect(onchange).toHaveBeenCalledWith(['Coût']);
  });

  it('takes the tag that an alias stands for, and shows where it stands', async () => {
    const onchange = vi.fn<(value: string[]) => void>();
    const known = [{ name: 'gas', above: ['energy'], aliases: ['méthane'], color: 'green' as const }];
    render(TagInput, { label: 'Aliased', suggestions: known, onchange });
    const input = screen.getByRole('combobox', { name: 'Aliased' });
    await fireEvent.input(input, { target: { value: 'methane' } });
    expect(options().map((option) => option.replace('\u00a0', ' '))).toEqual(['energy / gas']);
    await fireEvent.keyDown(input, { key: 'Enter' });
    expect(onchange).toHaveBeenCalledWith(['gas']);
  });

  it('chooses with the arrow keys and names the choice to a screen reader', async () => {
    const { type, press, input, onchange } = show();
    await type('co');
    await press('ArrowDown');
    await press('ArrowDown');
    const active = document.getElementById(input.getAttribute('aria-activedescendant') ?? '');
    expect(active?.textContent.trim()).toBe('Coût');
    await press('Enter');
    expect(onchange).toHaveBeenCalledWith(['Coût']);
  });

  it('takes a known tag that is chosen after what was typed was none', async () => {
    const { type, press, onchange } = show();
    await type(' ');
    await press('Enter');
    await press('ArrowDown');
    await press('Enter');
    expect(onchange).toHaveBeenCalledOnce();
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('adds at a comma, refuses what is there, and takes the last one back with Backspace', async () => {
    const { type, press, onchange } = show(['Coût']);
    await type('port');
    await press(',');
    expect(onchange).toHaveBeenLastCalledWith(['Coût', 'port']);
    await type('COUT');
    await press('Enter');
    expect(onchange).toHaveBeenCalledTimes(1);
    await press('Backspace');
    expect(onchange).toHaveBeenLastCalledWith(['Coût']);
  });

  it('keeps a word that was left half-way, says that it is no tag yet, and makes none of it', async () => {
    const { type, input, onchange } = show();
    await fireEvent.focus(input);
    await type('por');
    await fireEvent.keyDown(input, { key: 'Escape' });
    await fireEvent.blur(input);
    expect(onchange).not.toHaveBeenCalled();
    expect(input).toHaveProperty('value', 'por');
    expect(screen.getByText(/Not a tag yet/)).toBeTruthy();
  });

  it('is done at Enter where nothing is typed', async () => {
    const { press, ondone, onchange } = show();
    await press('Enter');
    expect(ondone).toHaveBeenCalledOnce();
    expect(onchange).not.toHaveBeenCalled();
  });
});

describe('names of tags', () => {
  it('lose their hash and needless spaces', () => {
    expect(cleanTagName(' ##  coût   total ')).toBe('coût total');
    expect(cleanTagName(' # ')).toBe('');
  });

  it('are offered where they begin with what is typed before those that hold it', () => {
    expect(suggestTags('cap', ['handicap', 'capacité'], [])).toEqual(['capacité', 'handicap']);
    expect(suggestTags('', ['a', 'b'], ['A'])).toEqual(['b']);
  });
});
