/** Where a passage went, as what is equal around it says. */
import type { Alignment } from './alignment.ts';
import { type Run } from './alignment.ts';
import { judgeHit, type Hit } from './hit.ts';
import type { Wanted } from './wanted.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Longer passages are not compared letter by letter: what is equal in them says enough. */
export const LONG = 1024;
/** What the texts say of the place must be closer than this, in lengths of the passage and in units. */
const LOOSE = 3;
const LOOSE_UNITS = 600;

export function findAligned(wanted: Wanted, place: Range, alignment: Alignment, text: string): Hit | null {
  const { before, after } = alignment.around(place.start + 1);
  const first = before && before.old + before.length > place.start ? before : null;
  const last = runAt(alignment, place.end);
  const from = first ? first.start + place.start - first.old : endOf(before);
  const to = last ? last.start + place.end - last.old : nextStart(alignment, place.end, text.length);
  if (to <= from || (after === null && before === null)) return null;
  if (first && first === last)
    return judgeHit(wanted, text, { start: from, end: to, errors: 0 }, { isHere: true });
  const found = narrow(wanted, alignment, text, { place, from, to, first, last });
  return found && judgeHit(wanted, text, found, { isHere: true });
}

interface Bracket {
  readonly place: Range;
  readonly from: number;
  readonly to: number;
  /** Runs that the edges lie in: these edges are known. */
  readonly first: Run | null;
  readonly last: Run | null;
}

function narrow(wanted: Wanted, alignment: Alignment, text: string, bracket: Bracket) {
  const { pattern } = wanted;
  const { length } = pattern.text;
  const { place, first, last } = bracket;
  if (length > LONG) return byRuns(alignment, length, bracket);
  if (first && last) {
    const { from: start, to: end } = bracket;
    if (end - start > LOOSE * length + LOOSE_UNITS) return null;
    return { start, end, errors: pattern.errorsWithin(text, start, end) };
  }
  const reach = LOOSE * (place.end - place.start) + LOOSE_UNITS;
  const from = last ? Math.max(bracket.from, bracket.to - reach) : bracket.from;
  const to = first ? Math.min(bracket.to, bracket.from + reach) : bracket.to;
  if (to - from > reach) return null;
  const best = pattern.search(text, from, to, wanted.judgeIn(text));
  if (!best) return null;
  const start = first ? bracket.from : best.start;
  const end = last ? bracket.to : best.end;
  if (end <= start) return null;
  return { start, end, errors: first || last ? pattern.errorsWithin(text, start, end) : best.errors };
}

/** Edges that lie in no run are as far from the next run as they were. */
function byRuns(alignment: Alignment, length: number, { place, from, to, first, last }: Bracket) {
  const runs = alignment.fromOld(place.start, place.end);
  const head = runs[0];
  const tail = runs.at(-1);
  if (!head || !tail) return null;
  const start = first ? from : Math.max(from, head.start - (head.old - place.start));
  const end = last ? to : Math.min(to, tail.start + (place.end - tail.old));
  const equal = runs.reduce((sum, run) => sum + sharedWith(run, place), 0);
  return { start, end, errors: Math.max(length, end - start) - equal };
}

function sharedWith(run: Run, { start, end }: Range): number {
  return Math.min(end, run.old + run.length) - Math.max(start, run.old);
}

/** The run that holds the unit before an edge. */
function runAt(alignment: Alignment, end: number): Run | null {
  return alignment.fromOld(end - 1, end)[0] ?? null;
}

function endOf(run: Run | null): number {
  return run ? run.start + run.length : 0;
}

function nextStart(alignment: Alignment, old: number, length: number): number {
  return alignment.around(old).after?.start ?? length;
}
