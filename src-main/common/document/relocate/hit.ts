import type { Sides, Wanted } from './wanted.ts';

/** A stretch of the folded text, judged. */
export interface Hit extends Sides {
  readonly start: number;
  readonly end: number;
  /** 1 where the words are the same. */
  readonly likeness: number;
  readonly score: number;
  /** Where what stood around it before says that it is. */
  readonly isHere: boolean;
  /** What is looked for stands there word for word, and nowhere else. */
  readonly isOnly: boolean;
  readonly isOther: boolean;
}

/** What stands beside a passage says less of it than its own words. */
const SIDES_WEIGHT = 0.3;

export function judgeHit(
  wanted: Wanted,
  text: string,
  place: { readonly start: number; readonly end: number; readonly errors: number },
  known: Partial<Pick<Hit, 'isHere' | 'isOnly'>> = {},
): Hit {
  const { start, end, errors } = place;
  const longer = Math.max(wanted.text.length, end - start, 1);
  const likeness = Math.max(0, 1 - errors / longer);
  const sides = wanted.sidesIn(text, start, end);
  const given = [sides.left, sides.right].filter((side) => side !== null);
  const around = given.reduce((sum, side) => sum + side, 0) / Math.max(1, given.length);
  const score = given.length === 0 ? likeness : likeness * (1 - SIDES_WEIGHT) + around * SIDES_WEIGHT;
  return { start, end, likeness, score, ...sides, isHere: false, isOnly: false, isOther: false, ...known };
}
