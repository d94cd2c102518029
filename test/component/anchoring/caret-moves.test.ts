import { describe, expect, it } from 'vitest';
import { moveCaret } from '../../../src-renderer/anchoring/caret-moves.ts';

const text = 'L’été 2024 fut sec. Puis vint la pluie.\n\nFin de l’histoire 👩‍🔬.';
const after = (part: string): number => text.indexOf(part) + part.length;

describe('moveCaret', () => {
  it('moves by whole letters as they are read, joined emoji included', () => {
    expect(moveCaret(text, after('histoire '), 'letter', 'forward', 'fr')).toBe(after('👩‍🔬'));
    expect(moveCaret(text, after('👩‍🔬'), 'letter', 'backward', 'fr')).toBe(after('histoire '));
  });

  it('moves by words, to the end forward and to the start backward', () => {
    expect(moveCaret(text, after('2024'), 'word', 'forward', 'fr')).toBe(after('fut'));
    expect(moveCaret(text, after('fut s'), 'word', 'backward', 'fr')).toBe(text.indexOf('sec'));
  });

  it('moves by sentences', () => {
    expect(moveCaret(text, 3, 'sentence', 'forward', 'fr')).toBe(text.indexOf('Puis'));
    expect(moveCaret(text, after('vint'), 'sentence', 'backward', 'fr')).toBe(text.indexOf('Puis'));
  });

  it('moves by paragraphs and never rests between two', () => {
    expect(moveCaret(text, 3, 'paragraph', 'forward', 'fr')).toBe(after('pluie.'));
    expect(moveCaret(text, after('pluie.'), 'letter', 'forward', 'fr')).toBe(text.indexOf('Fin'));
    expect(moveCaret(text, text.indexOf('Fin'), 'letter', 'backward', 'fr')).toBe(after('pluie.'));
  });

  it('stays at the ends of the text', () => {
    expect(moveCaret(text, text.length, 'word', 'forward', 'fr')).toBe(text.length);
    expect(moveCaret(text, 0, 'paragraph', 'backward', 'fr')).toBe(0);
    expect(moveCaret('', 0, 'letter', 'forward', undefined)).toBe(0);
  });
});
