/** Where highlights begin and end inside the leaves of a tree; overlapping ones stay separate. */
import type { Excerpt } from '../../../common/contract/entities.ts';
import { escapeHtml } from './text.ts';

export interface Marker {
  /** The text of one leaf, escaped, with its highlights. */
  mark(value: string, offset: number): string;
}

/**
 * @param excerpts of one version, in order of place
 * @param leaves ranges of all leaves, in order
 * @param numbers of the excerpts that have a note in the margin, by id
 * @param cite what is told of a quotation where somebody points at it
 */
export function createMarker(
  excerpts: readonly Excerpt[],
  leaves: readonly (readonly [start: number, end: number])[],
  numbers: ReadonlyMap<string, number>,
  cite: (excerpt: Excerpt) => string,
): Marker {
  const lastLeaf = new Map<string, number>();
  for (const excerpt of excerpts) {
    const last = leaves[countBelow(leaves, excerpt.end, ([start]) => start) - 1];
    if (last && last[1] > excerpt.start) lastLeaf.set(excerpt.id, last[0]);
  }
  const overlapping = finderOf(excerpts);
  const begun = new Set<string>();

  /** Opening tags around one run; the first run of an excerpt carries the id that links lead to. */
  const open = (excerpt: Excerpt): string => {
    const id = begun.has(excerpt.id)
      ? ''
      : ` id="x-${escapeHtml(excerpt.id)}" title="${escapeHtml(cite(excerpt))}"`;
    begun.add(excerpt.id);
    return `<mark class="${escapeHtml(excerpt.color)}" data-excerpt="${escapeHtml(excerpt.id)}"${id}>`;
  };

  const reference = (excerpt: Excerpt, offset: number, runEnd: number, leafEnd: number): string => {
    const number = numbers.get(excerpt.id);
    const ends = lastLeaf.get(excerpt.id) === offset && runEnd === Math.min(excerpt.end, leafEnd);
    return ends && number !== undefined ? `<sup class="ref">${number}</sup>` : '';
  };

  return {
    mark(value, offset) {
      const leafEnd = offset + value.length;
      const here = overlapping(offset, leafEnd);
      if (here.length === 0) return escapeHtml(value);
      const inside = here
        .flatMap(({ start, end }) => [start, end])
        .filter((at) => at > offset && at < leafEnd);
      const cuts = [...new Set([offset, ...inside, leafEnd])].toSorted((a, b) => a - b);
      return cuts
        .slice(1)
        .map((runEnd, at) => {
          const runStart = cuts[at] ?? offset;
          const covering = here.filter(({ start, end }) => start < runEnd && end > runStart);
          const words = escapeHtml(value.slice(runStart - offset, runEnd - offset));
          const marked = covering.map(open).join('') + words + '</mark>'.repeat(covering.length);
          return marked + covering.map((excerpt) => reference(excerpt, offset, runEnd, leafEnd)).join('');
        })
        .join('');
    },
  };
}

/** Those that overlap a range, in their order, without a look at all the others: there may be ten thousand. */
function finderOf(excerpts: readonly Excerpt[]): (start: number, end: number) => readonly Excerpt[] {
  /** How far the excerpts up to each one reach. */
  const reach: number[] = [];
  for (const { end } of excerpts) reach.push(Math.max(end, reach.at(-1) ?? 0));
  return (start, end) => {
    const last = countBelow(excerpts, end, (excerpt) => excerpt.start);
    let first = last;
    while (first > 0 && (reach[first - 1] ?? 0) > start) first -= 1;
    return excerpts.slice(first, last).filter((excerpt) => excerpt.end > start);
  };
}

/** How many of a list, sorted by what is read of each, are less than `limit`. */
function countBelow<Item>(list: readonly Item[], limit: number, read: (item: Item) => number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && read(item) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
