import { describe, expect, it } from 'vitest';
import { minutesToRead } from '../../../src-renderer/messages/format.ts';
import { PreferenceStore, type Preferences } from '../../../src-renderer/state/preferences.svelte.ts';
import { lookOf, resizeText } from '../../../src-renderer/state/text-look.ts';

const preferences = (change: Partial<Preferences> = {}): Preferences => {
  localStorage.clear();
  return Object.assign(new PreferenceStore().values, change);
};
const emsOf = (change: Partial<Preferences>): number =>
  Number(/\* ([\d.]+)\)/.exec(lookOf(preferences(change)).measure)?.[1]);

describe('the look of a text', () => {
  it('keeps the number of letters of a line whatever the typeface', () => {
    expect(emsOf({ typeface: 'serif' })).toBe(30.22);
    expect(emsOf({ typeface: 'sans' })).toBeGreaterThan(30.22);
    expect(emsOf({ typeface: 'dyslexia' })).toBeGreaterThan(emsOf({ typeface: 'sans' }));
  });

  it('falls back on the serif where another version wrote a typeface that is not there', () => {
    expect(lookOf(preferences({ typeface: 'runes' as 'serif' })).family).toBe('var(--font-read)');
  });

  it('follows the size that is set, within what can be read', () => {
    const set = preferences({ textSize: 23 });
    for (let step = 0; step < 5; step++) resizeText(set, 1);
    expect(lookOf(set)).toMatchObject({ size: '24px', measure: 'calc(24px * 30.22)' });
    for (let step = 0; step < 20; step++) resizeText(set, -1);
    expect(set.textSize).toBe(15);
  });
});

describe('minutes to read', () => {
  it('go by the pace of the language', () => {
    expect(minutesToRead(2380, 'en')).toBe(10);
    expect(minutesToRead(2380, 'fr-CA')).toBe(11);
    expect(minutesToRead(2200, null)).toBe(10);
    expect(minutesToRead(2200, 'xx')).toBe(10);
    expect(minutesToRead(3, 'fr')).toBe(1);
  });
});
