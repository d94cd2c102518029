/** Which paragraphs of a text stand in it elsewhere too, each looked at by itself. */
import type { Unit } from '../document/canonical.ts';
import { linkEarlier, linkLater, NONE } from './repeat-links.ts';
import { SHINGLE } from './shingles.ts';

/** A unit of the layout with its words: from the one numbered `from` to before `to`. */
export interface WordUnit extends Omit<Unit, 'group'> {
  readonly from: number;
  readonly to: number;
}

/** Where a unit stands besides: the words from `from` to before `to`. */
export interface RepeatedUnit {
  readonly from: number;
  readonly to: number;
  /** Words of the unit that stand there. */
  readonly covered: number;
  /** The other place comes after this one. */
  readonly isLater: boolean;
}

/** Part of a unit's words that must stand in the other place: a copy may have a word changed here and there. */
const REPEATED = 0.9;
/** How far from the middle a shingle's place may be, as a part of the unit: words were added or left out. */
const DRIFT = 0.2;
/** Shorter units are too short to be looked up by themselves. */
const SHORTEST_UNIT = 2 * SHINGLE;

/** For each unit what stood before it, else what comes after; null where nothing does. */
export function readRepeatedUnits(
  hashes: Uint32Array,
  units: readonly WordUnit[],
): readonly (RepeatedUnit | null)[] {
  const earlier = linkEarlier(hashes);
  const later = linkLater(hashes);
  return units.map((unit) => {
    if (unit.to - unit.from < SHORTEST_UNIT) return null;
    return placeOf(unit, earlier, false) ?? placeOf(unit, later, true);
  });
}

function placeOf({ from, to }: WordUnit, links: Int32Array, isLater: boolean): RepeatedUnit | null {
  const ends = to - SHINGLE + 1;
  const isElsewhere = (link: number): boolean =>
    link !== NONE && (isLater ? link >= to : link + SHINGLE <= from);
  const distances: number[] = [];
  for (let at = from; at < ends; at += 1) {
    const link = links[at] ?? NONE;
    if (isElsewhere(link)) distances.push(at - link);
  }
  if (distances.length * SHINGLE < (to - from) * REPEATED) return null;
  const middle = distances.sort((a, b) => a - b)[distances.length >> 1] ?? 0;
  const drift = SHINGLE + (to - from) * DRIFT;
  const isNear = (at: number, link: number): boolean =>
    isElsewhere(link) && Math.abs(at - link - middle) <= drift;
  const place = measure({ from, to: ends }, links, isNear);
  return place.covered >= (to - from) * REPEATED ? { ...place, isLater } : null;
}

function measure(
  { from, to }: { readonly from: number; readonly to: number },
  links: Int32Array,
  counts: (at: number, link: number) => boolean,
): { from: number; to: number; covered: number } {
  const place = { from: links.length, to: 0, covered: 0 };
  let end = from;
  for (let at = from; at < to; at += 1) {
    const link = links[at] ?? NONE;
    if (!counts(at, link)) continue;
    place.from = Math.min(place.from, link);
    place.to = Math.max(place.to, link + SHINGLE);
    place.covered += at + SHINGLE - Math.max(at, end);
    end = at + SHINGLE;
  }
  return place;
}
