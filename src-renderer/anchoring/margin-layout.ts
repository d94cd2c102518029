/** Something in the margin: where it would like to stand, and how high it is, in pixels. */
export interface MarginItem {
  readonly id: string;
  readonly wish: number;
  readonly height: number;
}

/**
 * Places each item at its passage, or below the one before where that one is longer, so that none overlap.
 * `fixed` (the opened card) gets its wish: what stands above it moves up, what stands below moves down.
 */
export function placeInMargin(
  items: readonly MarginItem[],
  gap: number,
  fixed: string | null = null,
): ReadonlyMap<string, number> {
  const sorted = items.toSorted((a, b) => a.wish - b.wish);
  const anchor = sorted.findIndex((item) => item.id === fixed);
  const tops = new Map<string, number>();
  let floor = -Infinity;
  for (const item of anchor < 0 ? sorted : sorted.slice(anchor)) {
    const top = Math.max(item.wish, floor);
    tops.set(item.id, top);
    floor = top + item.height + gap;
  }
  if (anchor > 0) placeAbove(sorted.slice(0, anchor), tops.get(fixed ?? '') ?? 0, gap, tops);
  return tops;
}

/** Down from the top first, then pushed up from the bottom where that runs into the fixed one. */
function placeAbove(
  items: readonly MarginItem[],
  limit: number,
  gap: number,
  tops: Map<string, number>,
): void {
  let floor = -Infinity;
  for (const item of items) {
    const top = Math.max(item.wish, floor);
    tops.set(item.id, top);
    floor = top + item.height + gap;
  }
  let ceiling = limit;
  for (const item of items.toReversed()) {
    const top = Math.min(tops.get(item.id) ?? 0, ceiling - gap - item.height);
    tops.set(item.id, top);
    ceiling = top;
  }
}
