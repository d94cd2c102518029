import { describe, expect, it } from 'vitest';
import { Finder } from '../../../src-renderer/features/reader/find-matches.ts';

const find = (text: string, query: string): string[] =>
  new Finder(text).find(query).map(({ start, end }) => text.slice(start, end));

describe('Finder', () => {
  it('finds words whatever their accents and capitals, and gives the text’s own spelling', () => {
    expect(find('La Détente, la detente, la de\u0301tente.', 'detente')).toEqual([
      'Détente',
      'detente',
      'de\u0301tente',
    ]);
  });

  it('takes every kind of space, apostrophe and quotation mark for one', () => {
    expect(find('300\u202F000 et 300\u00A0000', '300 000')).toEqual(['300\u202F000', '300\u00A0000']);
    expect(find('l’exportation', "l'exportation")).toEqual(['l’exportation']);
  });

  it('finds across the end of a line', () => {
    expect(find('une\nligne', 'une ligne')).toEqual(['une\nligne']);
  });

  it('takes a whole ligature', () => {
    expect(find('sœur', 'so')).toEqual(['sœ']);
  });

  it('finds nothing for white space', () => {
    expect(find('a b', ' ')).toEqual([]);
  });
});
