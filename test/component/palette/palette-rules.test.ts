import { describe, expect, it } from 'vitest';
import { findItems, markWords } from '../../../src-renderer/features/palette/palette-rules.ts';

const items = ['Exporter', 'Aller à l’export', 'Thème : sépia', 'Réexporter'].map((text) => ({ text }));
const names = (typed: string, limit = 9): string[] =>
  findItems(items, typed, limit).map(({ item }) => item.text);

describe('the palette', () => {
  it('finds every typed word in any order, accents and case aside', () => {
    expect(names('THEME sepia')).toEqual(['Thème : sépia']);
    expect(names('sepia theme')).toEqual(['Thème : sépia']);
    expect(names('sepia x')).toEqual([]);
  });

  it('puts names that begin so first, then words that do, then the rest', () => {
    expect(names('export')).toEqual(['Exporter', 'Aller à l’export', 'Réexporter']);
    expect(names('export', 1)).toEqual(['Exporter']);
  });

  it('lists everything in its order where nothing is typed', () => {
    expect(names('')).toEqual(items.map(({ text }) => text));
  });

  it('marks what was typed letter by letter, also where folding changes lengths', () => {
    expect(markWords('Thème sépia', ['sepia'])).toEqual([
      { text: 'Thème ', hit: false },
      { text: 'sépia', hit: true },
    ]);
    expect(markWords('e\u0301cole', ['ecole'])).toEqual([{ text: 'e\u0301cole', hit: true }]);
  });
});
