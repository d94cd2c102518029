/** What a newer version did to the words that were quoted from the one before, and which claims rest on them. */
import type { Excerpt, SourceId, VersionId } from '../../common/contract/entities.ts';
import type { ChangedQuotation } from '../../common/contract/ledger.ts';
import { compareWords } from '../../common/draft/align.ts';
import { readStood } from '../storage/anchors.ts';
import type { Reader } from '../storage/connection.ts';
import { listExcerpts } from '../storage/excerpts.ts';
import { getSource, readVersionText } from '../storage/sources.ts';
import { reviewExcerpt } from './candidates.ts';

/** Below this, what is most like a quotation is another sentence. */
const LEAST_LIKENESS = 0.5;

/**
 * Moved highlights whose words are no longer the same, and orphans: in the order of the text that they were made in. A
 * quotation that only stands elsewhere has not changed.
 */
export function listChanged(reader: Reader, source: SourceId): ChangedQuotation[] {
  const { versionId } = getSource(reader, source);
  return (['moved', 'orphan'] as const)
    .flatMap((anchor) => listExcerpts(reader, { source, anchor }))
    .flatMap((excerpt) => {
      const changed = describeChange(reader, excerpt, versionId);
      return changed ? [changed] : [];
    })
    .toSorted((a, b) => a.before.start - b.before.start);
}

function describeChange(reader: Reader, excerpt: Excerpt, current: VersionId): ChangedQuotation | null {
  const stood = excerpt.anchor === 'moved' ? readStood(reader, excerpt.id) : excerpt;
  if (!stood) return null;
  const { versionId, start, end } = stood;
  const text = readVersionText(reader, excerpt.sourceId, versionId).slice(start, end);
  const before = { versionId, start, end, text };
  const after = excerpt.anchor === 'moved' ? standsNow(reader, excerpt) : likest(reader, excerpt, current);
  const words = after ? compareWords(before.text, after.text) : [];
  if (after && words.length === 0) return null;
  return {
    ...{ excerptId: excerpt.id, change: after ? 'changed' : 'vanished' },
    ...{ before, after, words: [...words], claims: excerpt.claims },
  };
}

function standsNow(reader: Reader, { sourceId, versionId, start, end }: Excerpt) {
  return { versionId, start, end, text: readVersionText(reader, sourceId, versionId).slice(start, end) };
}

function likest(reader: Reader, excerpt: Excerpt, current: VersionId) {
  const [best] = reviewExcerpt(reader, excerpt).candidates;
  if (!best || best.isOther || best.likeness < LEAST_LIKENESS) return null;
  return { versionId: current, start: best.start, end: best.end, text: best.exact };
}
