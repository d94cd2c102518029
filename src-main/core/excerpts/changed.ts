/** What a newer version did to the words that were quoted from the one before, and which claims rest on them. */
import type { Excerpt, SourceId, VersionId } from '../../common/contract/entities.ts';
import type { ChangedQuotation } from '../../common/contract/ledger.ts';
import { compareWords } from '../../common/draft/align.ts';
import { isSameWord, readWords } from '../../common/draft/words.ts';
import { listKept, readStood } from '../storage/anchors.ts';
import type { Reader } from '../storage/connection.ts';
import { listExcerpts } from '../storage/excerpts.ts';
import { readVersionText } from '../storage/sources.ts';
import { reviewExcerpt } from './candidates.ts';

/** Below this, what is most like a quotation is another sentence. */
const LEAST_LIKENESS = 0.5;

/** Highlights that are compared at once: each may take the comparison of two long texts. */
const MOST = 500;

interface Changes {
  readonly quotations: ChangedQuotation[];
  /** Highlights that were not compared. */
  readonly left: number;
}

/**
 * Moved highlights whose words are no longer the same, and orphans: by source, in the order of the text that they were
 * made in. A quotation that only stands elsewhere has not changed.
 */
export function listChanged(reader: Reader, source: SourceId | undefined): Changes {
  const texts = new VersionTexts(reader);
  const kept = listKept(reader, source);
  const open = (['moved', 'orphan'] as const).flatMap((anchor) => listExcerpts(reader, { source, anchor }));
  const quotations = open.slice(0, MOST).flatMap((excerpt) => {
    const changed = describeChange(reader, texts, excerpt);
    return changed ? [{ ...changed, isKept: kept.has(excerpt.id) }] : [];
  });
  return {
    quotations: quotations.toSorted(
      (a, b) =>
        Number(a.sourceId > b.sourceId) - Number(a.sourceId < b.sourceId) || a.before.start - b.before.start,
    ),
    left: Math.max(0, open.length - MOST),
  };
}

/** What a moved highlight quoted where it stood; null where those are its words now, or where that is not known. */
export function wordsBefore(reader: Reader, texts: VersionTexts, excerpt: Excerpt): string | null {
  const stood = excerpt.anchor === 'moved' ? readStood(reader, excerpt.id) : null;
  const before = stood && texts.of(excerpt.sourceId, stood.versionId).slice(stood.start, stood.end);
  return before === null || isSaidAlike(before, excerpt.exact) ? null : before;
}

/** Word for word, case and punctuation aside: what `compareWords` would find no change in, without laying them on each other. */
function isSaidAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const [words, others] = [readWords(one, Infinity), readWords(other, Infinity)];
  return (
    words.length === others.length &&
    words.every((word, at) => {
      const same = others[at];
      return same !== undefined && isSameWord(word, same);
    })
  );
}

/** Texts of versions, each read once: many highlights stand in one. */
export class VersionTexts {
  readonly #texts = new Map<VersionId, string>();

  constructor(private readonly reader: Reader) {}

  of(source: SourceId, version: VersionId): string {
    const known = this.#texts.get(version);
    if (known !== undefined) return known;
    const text = readVersionText(this.reader, source, version);
    this.#texts.set(version, text);
    return text;
  }
}

function describeChange(
  reader: Reader,
  texts: VersionTexts,
  excerpt: Excerpt,
): Omit<ChangedQuotation, 'isKept'> | null {
  const { id, sourceId, claims } = excerpt;
  const stood = excerpt.anchor === 'moved' ? readStood(reader, id) : excerpt;
  if (!stood) return null;
  const { versionId, start, end } = stood;
  const before = { versionId, start, end, text: texts.of(sourceId, versionId).slice(start, end) };
  const after = excerpt.anchor === 'moved' ? standsNow(excerpt) : likest(reader, excerpt);
  const words = after ? compareWords(before.text, after.text) : [];
  if (after && words.length === 0) return null;
  return {
    ...{ excerptId: id, sourceId, change: after ? 'changed' : 'vanished' },
    ...{ before, after, words: [...words], claims },
  };
}

const standsNow = ({ versionId, start, end, exact }: Excerpt) => ({ versionId, start, end, text: exact });

function likest(reader: Reader, excerpt: Excerpt) {
  const [best] = reviewExcerpt(reader, excerpt).candidates;
  if (!best || best.isOther || best.likeness < LEAST_LIKENESS) return null;
  return { versionId: best.versionId, start: best.start, end: best.end, text: best.exact };
}
