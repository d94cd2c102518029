import { describe, expect, it } from 'vitest';
import {
  Comparand,
  compareTexts,
  judge,
  type Resemblance,
} from '../../../src-main/common/similarity/resemblance.ts';
import { TextMaker } from '../../support/text-families.ts';

function resemblance(one: string, other: string): Resemblance | null {
  return judge(...compareTexts(new Comparand(one), new Comparand(other)));
}

describe('what two texts are to each other', () => {
  const maker = new TextMaker(7);
  const text = maker.article(400);

  it('is the same, word by word', () => {
    expect(resemblance(text, text)).toEqual({ kind: 'same', similarity: 1, share: 1 });
    const edited = resemblance(text, maker.edited(text, 0.05));
    expect(edited?.kind).toBe('same');
    expect(edited?.similarity).toBeGreaterThan(0.9);
    expect(edited?.similarity).toBeLessThan(1);
  });

  it('is a part or the whole where one holds the other, told from both sides', () => {
    const longer = `${maker.article(900)}\n\n${text}\n\n${maker.article(300)}`;
    expect(resemblance(text, longer)).toMatchObject({ kind: 'within', share: 1 });
    expect(resemblance(longer, text)).toMatchObject({ kind: 'contains', share: 1 });
    expect(resemblance(longer, text)?.similarity).toBeCloseTo(0.4, 1);
  });

  it('is nothing between texts that only share their furniture, or their facts', () => {
    const furniture = maker.article(100);
    expect(
      resemblance(`${furniture}\n\n${maker.article(300)}`, `${furniture}\n\n${maker.article(300)}`),
    ).toBeNull();
    expect(resemblance(text, maker.translated(text))).toBeNull();
    expect(resemblance(text, maker.article(400))).toBeNull();
  });

  it('is only ever the same for short texts, and only where every word is', () => {
    expect(resemblance('Ten words or so.', 'TEN words — or so')).toMatchObject({
      kind: 'same',
      similarity: 1,
    });
    expect(resemblance('Ten words or so.', 'Ten words or more.')).toBeNull();
    expect(resemblance(text.split(' ').slice(0, 40).join(' '), text)).toBeNull();
    expect(resemblance('', '')).toBeNull();
  });
});
