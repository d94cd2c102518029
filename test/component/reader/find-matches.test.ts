import { describe, expect, it } from 'vitest';
import { Finder } from '../../../src-renderer/features/reader/find-matches.ts';

const find = (text: string, query: string, isWhole = false): string[] =>
  new Finder(text).find(query, isWhole).map(({ start, end }) => text.slice(start, end));

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

  it('leaves out what a word goes on beyond, where whole words are asked for', () => {
    expect(find('Port, apport, portuaire, l’export ; le PORT.', 'port', true)).toEqual(['Port', 'PORT']);
    expect(find('l’usine', 'usine', true)).toEqual(['usine']);
    expect(find('un été, étés', 'ete', true)).toEqual(['été']);
    expect(find('aaa', 'a', true)).toEqual([]);
    expect(find('9 % et 39 %', '9 %', true)).toEqual(['9 %']);
    expect(find('𝒜b', 'b', true)).toEqual([]);
  });
});
