import { describe, expect, it } from 'vitest';
import { markChanges } from '../../../src-renderer/quoting/word-changes.ts';

const changed = (pieces: readonly { readonly text: string; readonly isChanged: boolean }[]): string[] =>
  pieces.filter(({ isChanged }) => isChanged).map(({ text }) => text);

describe('words that two quotations do not share', () => {
  it('are marked on both sides, without the spaces beside them', () => {
    const { before, after } = markChanges('Nine of the fifteen members', 'Ten of the members voted');
    expect(changed(before)).toEqual(['Nine', 'fifteen']);
    expect(changed(after)).toEqual(['Ten', 'voted']);
    expect(before.map(({ text }) => text).join('')).toBe('Nine of the fifteen members');
  });

  it('are marked as one where they stand together', () => {
    expect(changed(markChanges('a b c d', 'a x y d').after)).toEqual(['x y']);
  });

  it('are none where only apostrophes or the form of accents differ', () => {
    expect(changed(markChanges('l’été', "l'e\u0301te\u0301").after)).toEqual([]);
  });

  it('are not looked for in very long quotations', () => {
    const long = 'word '.repeat(1000);
    expect(markChanges(long, 'other').before).toEqual([{ text: long, isChanged: false }]);
  });
});
