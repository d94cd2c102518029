/** Which copies are taken out, and where a highlight stands afterwards. */
import type { PageStart } from '../../common/document/pages.ts';
import { DossierError } from '../../common/contract/errors.ts';
import type { Excerpt, Repeat, SourceId } from '../../common/contract/entities.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** @throws DossierError not-found where nothing stands twice, invalid for a range that is no repeat */
export function chooseRepeats(
  repeats: readonly Repeat[],
  ranges: readonly Range[] | undefined,
  id: SourceId,
): readonly Repeat[] {
  if (repeats.length === 0 || ranges?.length === 0)
    throw new DossierError('not-found', { what: 'repeat', id });
  if (!ranges) return repeats;
  for (const range of ranges) {
    if (!repeats.some(({ second }) => isSameRange(second, range))) {
      throw new DossierError('invalid', { what: 'repeat', value: `${range.start}–${range.end}` });
    }
  }
  return repeats.filter(({ second }) => ranges.some((range) => isSameRange(second, range)));
}

function isSameRange(one: Range, other: Range): boolean {
  return one.start === other.start && one.end === other.end;
}

/**
 * Where an excerpt's passage stands once the copies are gone: one within a copy is at the same distance from the
 * beginning of the text that stays; so in each round. Near enough to find it: what separates paragraphs is not counted.
 */
export function createPlacing(
  rounds: readonly (readonly Repeat[])[],
): (excerpt: Excerpt) => { near: number; isSame: true } {
  return ({ start }) => ({ near: rounds.reduce(placeWithout, start), isSame: true });
}

function placeWithout(start: number, removed: readonly Repeat[]): number {
  const copy = removed.find(({ second }) => second.start <= start && start < second.end);
  const kept = copy ? copy.first.start + start - copy.second.start : start;
  const gone = removed.reduce(
    (sum, { second }) => (second.end <= kept ? sum + second.end - second.start : sum),
    0,
  );
  return kept - gone;
}

/** Where the pages of the original begin once copies are taken out; one that is taken out begins where the next does. */
export function movePages(
  pages: readonly PageStart[],
  removed: readonly Repeat[],
  length: number,
): readonly PageStart[] {
  return pages.map(({ label, start }) => {
    const gone = removed.reduce(
      (sum, { second }) => sum + Math.max(0, Math.min(start, second.end) - second.start),
      0,
    );
    return { label, start: Math.min(start - gone, length) };
  });
}
