/**
 * Where a passage of one text stands in another. What is equal in both texts says where it went; where it does not, it
 * is looked for everywhere by runs of letters it shares with the text. What is about equally good in two places is
 * asked, and what stood there all along is never taken for what is missing.
 */
import type { FoldedText } from '../folded-text.ts';
import { Alignment, type Run } from './alignment.ts';
import { findAligned } from './aligned.ts';
import { GramIndex } from './grams.ts';
import { findAnywhere, SEED } from './seeds.ts';
import { Wanted, type Passage } from './wanted.ts';
import { judgeHit, type Hit } from './hit.ts';

/** A place in the new text, in its own offsets. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** Of its words and of what stands beside them: 0 to 1. */
  readonly score: number;
  /** How much its words are those looked for: 1 where they are the same. */
  readonly likeness: number;
  /** The same passage stood there before, beside the one looked for. */
  readonly isOther: boolean;
}

export type Relocation =
  | { readonly kind: 'found'; readonly anchor: 'exact' | 'moved'; readonly place: Candidate }
  /** Several places are about equally good. */
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'absent' };

/** Longer texts are not compared as a whole: a book of ten thousand pages is not carried by what stood before. */
const LONGEST = 8_000_000;
/** What stands where it stood before and is so much the same is looked for nowhere else. */
const SURE = 0.9;
/** Below these it is another text: where it stood before, and anywhere else. */
const LIKE_HERE = 0.65;
const LIKE_ELSEWHERE = 0.75;
/** Fewer units occur in any text: there, what stands beside them must agree. */
const SHORT = 24;
const SHORT_CONTEXT = 0.5;
/** A second place so near to the best in score is a question. */
const MARGIN = 0.06;
/** So much the same, and among the same words, it is what was there. */
const HARDLY_EDITED = 0.97;
/** Two passages of the text before that a place is like to within so much could both be what stands there. */
const EQUAL = 0.02;
/** What stands beside it may have changed by so much for a passage that is the same word for word. */
const SAME_CONTEXT = 0.75;
const SHOWN_LIKENESS = 0.4;
/** Places that are looked at closely where one is taken, and where all are shown. */
const LOOKED_AT = 4;
const SHOWN_LOOKED_AT = 8;

export class Relocator {
  readonly #before: FoldedText | null;
  readonly #alignment: Alignment | null;
  #grams: GramIndex | null = null;
  #oldGrams: GramIndex | null = null;

  /** @param before the text that passages stand in; null where it is not known */
  constructor(
    before: FoldedText | null,
    private readonly after: FoldedText,
  ) {
    const isLong = (before?.text.length ?? 0) + after.text.length > 2 * LONGEST;
    this.#before = isLong ? null : before;
    this.#alignment = this.#before && new Alignment(this.#before.text, after.text);
  }

  find(passage: Passage): Relocation {
    const wanted = Wanted.find(passage, this.#before);
    if (wanted.text === '') return { kind: 'absent' };
    const here = this.#here(wanted);
    if (here && here.likeness >= SURE && isAmongSame(here) && !this.#isOfAnother(here, wanted))
      return this.#found(here);
    const [best, rival] = this.#all(wanted, here, LOOKED_AT)
      .filter((hit) => !hit.isOther)
      .toSorted(byScore);
    if (!best || !isLike(best, wanted) || this.#isOfAnother(best, wanted)) return { kind: 'absent' };
    if (rival && best.score - rival.score < MARGIN) return { kind: 'ambiguous' };
    return this.#found(best);
  }

  /** The best first; also such as would not be taken without asking. */
  candidates(passage: Passage, most: number): readonly Candidate[] {
    const wanted = Wanted.find(passage, this.#before);
    if (wanted.text === '') return [];
    return this.#all(wanted, this.#here(wanted), SHOWN_LOOKED_AT)
      .filter(({ likeness }) => likeness >= SHOWN_LIKENESS)
      .toSorted((a, b) => Number(a.isOther) - Number(b.isOther) || byScore(a, b))
      .slice(0, most)
      .map((hit) => this.#toCandidate(hit));
  }

  /** How good a place is that is known, in offsets of the new text. */
  judge(passage: Passage, place: { readonly start: number; readonly end: number }): Candidate {
    const wanted = Wanted.find(passage, this.#before);
    const { start, end } = this.after.toFolded(place.start, place.end);
    const errors = wanted.pattern.errorsWithin(this.after.text, start, end);
    return { ...this.#toCandidate(judgeHit(wanted, this.after.text, { start, end, errors })), ...place };
  }

  #here(wanted: Wanted): Hit | null {
    return (
      this.#alignment && wanted.place && findAligned(wanted, wanted.place, this.#alignment, this.after.text)
    );
  }

  #all(wanted: Wanted, here: Hit | null, most: number): Hit[] {
    this.#grams ??= new GramIndex(this.after.text, SEED);
    const anywhere = findAnywhere(wanted, this.after, this.#grams, most).map((hit) => ({
      ...hit,
      isOther: this.#isOther(hit, wanted),
    }));
    if (!here) return anywhere;
    const apart = anywhere.filter((hit) => isApart(hit, here));
    const better = anywhere.find((hit) => !isApart(hit, here) && hit.score > here.score);
    return [better ? { ...better, isHere: true } : here, ...apart];
  }

  /**
   * Most of what stands there stood before outside of the passage. Where it is the passage letter for letter, scraps
   * that are equal by chance say nothing against it: one stretch must hold all of it.
   */
  #isOther(hit: Hit, { place }: Wanted): boolean {
    if (!this.#alignment || !place) return false;
    const images = this.#alignment
      .fromNew(hit.start, hit.end)
      .filter((run) => hit.likeness < 1 || holds(run, hit))
      .map((run) => imageOf(run.start, run.old, run, hit));
    return isMostlyOutside(images, hit, place);
  }

  /** Most of a stretch of the text before is now somewhere else than at this place. */
  #isElsewhere(old: Range, hit: Hit): boolean {
    if (!this.#alignment) return false;
    const images = this.#alignment
      .fromOld(old.start, old.end)
      .map((run) => imageOf(run.old, run.start, run, old));
    return isMostlyOutside(images, old, hit);
  }

  /**
   * What stands there is more like another passage of the text before than like the one looked for: that one is gone,
   * and its near repetition is not. Asked of all that is not the same word for word among the same words.
   */
  #isOfAnother(hit: Hit, { place }: Wanted): boolean {
    const before = this.#before;
    if (!before || !place || (isAmongSame(hit) && hit.likeness === 1)) return false;
    this.#oldGrams ??= new GramIndex(before.text, SEED);
    const found = Wanted.of(this.after, hit);
    const errors = found.pattern.errorsWithin(before.text, place.start, place.end);
    const own = judgeHit(found, before.text, { ...place, errors });
    // Looking for what is about the same takes longer than for what is, and a slip of the pen is no other passage.
    const most = isAmongSame(hit) && hit.likeness >= HARDLY_EDITED ? 0 : LOOKED_AT;
    // The same letter for letter it is that one, whatever stands beside it now.
    const isBetter = (other: Hit): boolean =>
      other.score > own.score - EQUAL || (other.likeness === 1 && own.likeness < 1);
    return findAnywhere(found, before, this.#oldGrams, most).some(
      (other) => isBetter(other) && isApart(other, place) && !this.#isElsewhere(other, hit),
    );
  }

  #found(hit: Hit): Relocation {
    const isSame = hit.likeness === 1 && isAmongSame(hit);
    return { kind: 'found', anchor: isSame ? 'exact' : 'moved', place: this.#toCandidate(hit) };
  }

  #toCandidate({ start, end, score, likeness, isOther }: Hit): Candidate {
    return { ...this.after.toOriginal(start, end), score, likeness, isOther };
  }
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function isApart(one: Range, other: Range): boolean {
  return one.end <= other.start || one.start >= other.end;
}

function holds(run: Run, range: Range): boolean {
  return run.start <= range.start && run.start + run.length >= range.end;
}

/** The part of a run that lies in `range` on the one side, on the other side. */
function imageOf(from: number, to: number, { length }: Run, range: Range): Range {
  const start = Math.max(range.start, from);
  const end = Math.min(range.end, from + length);
  return { start: start - from + to, end: end - from + to };
}

function isMostlyOutside(images: readonly Range[], range: Range, place: Range): boolean {
  const outside = images.reduce((sum, { start, end }) => {
    const inside = Math.max(0, Math.min(end, place.end) - Math.max(start, place.start));
    return sum + end - start - inside;
  }, 0);
  return outside * 2 > range.end - range.start;
}

const byScore = (a: Hit, b: Hit): number => b.score - a.score;

function contextOf({ left, right }: Hit): number {
  return Math.max(left ?? 0, right ?? 0);
}

/** What stood on either side stands there still. */
function isAmongSame({ left, right }: Hit): boolean {
  return Math.min(left ?? 1, right ?? 1) >= SAME_CONTEXT;
}

/** Alike enough to be taken without asking. */
function isLike(hit: Hit, { text }: Wanted): boolean {
  if (hit.end <= hit.start) return false;
  if (text.length < SHORT && contextOf(hit) < SHORT_CONTEXT) return hit.likeness === 1 && hit.isOnly;
  return hit.likeness >= (hit.isHere ? LIKE_HERE : LIKE_ELSEWHERE);
}
