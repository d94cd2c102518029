import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitUnbroken } from '../../../src-renderer/ui/unbroken.ts';

const wholes = (text: string): string[] =>
  splitUnbroken(text)
    .filter((piece) => piece.whole)
    .map((piece) => piece.text);

describe('a title in lines', () => {
  it('keeps hyphened words, figures with what they count, and French marks together', () => {
    expect(wholes('Dessalement : l’usine du Grand-Sel coûtera 412 millions d’euros')).toEqual([
      'Dessalement :',
      'Grand-Sel',
      '412 millions',
    ]);
    expect(wholes('Une stratégie « La Chine » pour 300 000 puces')).toEqual([
      '« La',
      'Chine »',
      '300 000 puces',
    ]);
  });

  it('leaves what follows a year, and words joined by an apostrophe, to themselves', () => {
    expect(wholes('Le printemps 2027 verra le permis de 2025 et 3 l’an')).toEqual([]);
  });

  it('lets what is too long for a narrow column break', () => {
    expect(wholes('a-very-long-word-made-of-many-parts-in-a-row')).toEqual([]);
  });

  it('changes no character', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(
          splitUnbroken(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
