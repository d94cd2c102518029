/** Merging segments: which, and how. Postings are copied without being spelt out; what is gone is left behind. */
import type { SegmentRow } from '../storage/search-store.ts';
import type { Entry } from './documents.ts';
import { countAt } from './postings.ts';
import type { Segment } from './segment.ts';
import { compareIds, MAX_DOCUMENTS, type NewSegment, SegmentWriter } from './segment-writer.ts';
import { isGone, type Tombstones } from './tombstones.ts';

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

export interface MergeInput {
  readonly segment: Segment;
  readonly gone: Tombstones;
}

/** Terms copied between two looks at the clock of whoever drives this. */
const TERMS_A_STEP = 500;

/** Yields between bounded steps. */
export function* mergeSegments(inputs: readonly MergeInput[]): Generator<void, NewSegment> {
  const writer = new SegmentWriter();
  const numbers = renumber(inputs, writer);
  for (const [at, { segment }] of inputs.entries()) {
    for (let term = 0; term < segment.termCount; term += 1) {
      copyTerm(writer, segment, term, numbers[at] ?? new Int32Array());
      if (term % TERMS_A_STEP === 0) yield;
    }
  }
  yield;
  return writer.finish();
}

/** @returns by input and old number the new one; -1 for what is gone */
function renumber(inputs: readonly MergeInput[], writer: SegmentWriter): Int32Array[] {
  const live: { readonly entry: Entry; readonly input: number; readonly document: number }[] = [];
  inputs.forEach(({ segment, gone }, input) => {
    for (let document = 0; document < segment.size; document += 1) {
      if (!isGone(gone, document)) live.push({ entry: segment.entry(document), input, document });
    }
  });
  live.sort((a, b) => compareIds(a.entry.id, b.entry.id));
  const numbers = inputs.map(({ segment }) => new Int32Array(segment.size).fill(-1));
  for (const { entry, input, document } of live) {
    const mapped = numbers[input];
    if (mapped) mapped[document] = writer.addEntry(entry);
  }
  return numbers;
}

function copyTerm(writer: SegmentWriter, segment: Segment, term: number, numbers: Int32Array): void {
  let copied = -1;
  for (const list of segment.listsAt(term)) {
    for (let at = list.from; at < list.to; at += 1) {
      const document = numbers[list.documents[at] ?? 0] ?? -1;
      if (document < 0) continue;
      if (copied < 0) copied = writer.termNumber(segment.term(term));
      writer.addPosting(copied, list.field, document, countAt(list, at));
    }
  }
}
