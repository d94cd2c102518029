import { describe, expect, it } from 'vitest';
import { directionOf, isRightToLeft } from '../../../src-main/common/language/direction.ts';

describe('the direction of a text', () => {
  it.each([
    ['قالت البلدية إن المحطة ستكلف 412 مليون يورو (Grand-Sel, 2025)', 'rtl'],
    ['Grand-Sel: מתקן ההתפלה בחוף יעלה 412 מיליון אירו', 'rtl'],
    ['𞤀𞤣𞤤𞤢𞤥 is ours, 𞤆𞤵𞤤𞤢𞤪', 'rtl'],
    ['The word שלום means peace.', 'ltr'],
    ['« Le prix est ferme », dit-il.', 'ltr'],
    ['412 – 468 (%)', 'ltr'],
    ['', 'ltr'],
  ])('is told from most of its letters: %s', (text, direction) => {
    expect(directionOf(text)).toBe(direction);
  });

  it('is told from the beginning of a long one', () => {
    expect(directionOf(`${'שלום '.repeat(1000)}${'peace '.repeat(100_000)}`)).toBe('rtl');
  });

  it('is no matter of digits, signs and spaces', () => {
    expect(['א', 'ع', 'a', '٣', '،', '4', ' ', ''].filter(isRightToLeft)).toEqual(['א', 'ع']);
  });
});
