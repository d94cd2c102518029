/** Which segments are to be merged, so that there are always few. */
import type { SegmentRow } from '../../storage/search-store.ts';
import { MAX_DOCUMENTS } from '../index/document-columns.ts';

/** Segments up to these sizes are of one tier; the eighth of a tier merges it into one of the next. */
const TIERS = [256, 2048, 16_384];
const FULL_TIER = 8;

function tierOf({ documents, removed }: SegmentRow): number {
  const live = documents - removed;
  const tier = TIERS.findIndex((size) => live < size);
  return tier < 0 ? TIERS.length : tier;
}

/** The next segments to be merged; none where all is well. */
export function chooseMerge(rows: readonly SegmentRow[]): readonly SegmentRow[] {
  const hollow = rows.find(({ documents, removed }) => removed > documents / 2);
  if (hollow) return [hollow];
  const tiers = Map.groupBy(rows, tierOf);
  for (const tier of [...tiers.keys()].sort()) {
    const segments = tiers.get(tier) ?? [];
    // Of the largest, two that fit into one are enough.
    const full = tier === TIERS.length ? 2 : FULL_TIER;
    const fitting = fitInto(MAX_DOCUMENTS, segments);
    if (segments.length >= full && fitting.length > 1) return fitting;
  }
  return [];
}

function fitInto(room: number, rows: readonly SegmentRow[]): SegmentRow[] {
  const bySize = rows.toSorted((a, b) => a.documents - a.removed - (b.documents - b.removed));
  let left = room;
  return bySize.filter(({ documents, removed }) => (left -= documents - removed) >= 0);
}
