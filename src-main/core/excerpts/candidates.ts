/** Where a highlight stood, and where it may stand now: both in their contexts, to be judged side by side. */
import type { Candidate, Excerpt, Place, SourceId, VersionId } from '../../common/contract/entities.ts';
import { FoldedText } from '../../common/document/folded-text.ts';
import { Relocator, type Candidate as Found } from '../../common/document/relocate/relocator.ts';
import { describeRange } from '../../common/document/selectors.ts';
import { readStood, type Stood } from '../storage/anchors.ts';
import { isoTime } from '../storage/columns.ts';
import type { Reader } from '../storage/connection.ts';
import { getSource, readVersionText } from '../storage/sources.ts';

const MOST = 5;
/** Units shown on either side, to the next word. */
const AROUND = 120;

/** Comparing two long texts takes a while, and candidates are asked for one after another: the last two texts are kept while there is room. */
class RecentRelocator {
  #key = '';
  #relocator: WeakRef<Relocator> | null = null;

  /** A version never changes: its id stands for its text. */
  of(reader: Reader, source: SourceId, from: VersionId | null, to: VersionId): Relocator {
    const key = `${from ?? ''} ${to}`;
    const known = key === this.#key ? this.#relocator?.deref() : undefined;
    if (known) return known;
    const fold = (version: VersionId) => new FoldedText(readVersionText(reader, source, version));
    const relocator = new Relocator(from && fold(from), fold(to));
    this.#key = key;
    this.#relocator = new WeakRef(relocator);
    return relocator;
  }
}

const recent = new RecentRelocator();

export interface Review {
  readonly stood: Place | null;
  readonly candidates: Candidate[];
}

/** Nothing for a highlight that stands. */
export function reviewExcerpt(reader: Reader, excerpt: Excerpt): Review {
  const { id, sourceId, versionId, start, end, anchor } = excerpt;
  if (anchor === 'exact') return { stood: null, candidates: [] };
  const current = getSource(reader, sourceId).versionId;
  const stood = anchor === 'orphan' ? { versionId, start, end } : readStood(reader, id);
  const place = stood && readPlace(reader, sourceId, stood);
  const relocator = recent.of(reader, sourceId, stood && stood.versionId, current);
  const passage = passageOf(reader, excerpt, stood);
  const found = relocator.candidates(passage, MOST);
  const chosen = anchor === 'moved' && versionId === current ? { start, end } : null;
  const isChosen = (each: Found) => chosen !== null && each.start < chosen.end && each.end > chosen.start;
  const all = chosen ? [relocator.judge(passage, chosen), ...found.filter((each) => !isChosen(each))] : found;
  const candidates = all.map(({ score, likeness, isOther, ...range }) => ({
    ...readPlace(reader, sourceId, { versionId: current, start: range.start, end: range.end }),
    ...{ score, likeness, isOther, isChosen: chosen?.start === range.start && chosen.end === range.end },
  }));
  return { stood: place, candidates };
}

function passageOf(reader: Reader, { sourceId, exact, prefix, suffix }: Excerpt, stood: Stood | null) {
  if (!stood) return { quote: exact, prefix, suffix, place: null };
  const text = readVersionText(reader, sourceId, stood.versionId);
  const selector = describeRange(text, stood.start, stood.end);
  return { quote: selector.exact, prefix: selector.prefix, suffix: selector.suffix, place: stood };
}

function readPlace(reader: Reader, source: SourceId, { versionId, start, end }: Stood): Place {
  const text = readVersionText(reader, source, versionId);
  const row = reader.get<{ at: number }>('SELECT captured_at AS at FROM version WHERE id = ?', versionId);
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  return {
    versionId,
    capturedAt: isoTime(row?.at ?? 0),
    start,
    end,
    before: start > AROUND ? before.replace(/^\S{0,40}\s/u, '') : before,
    exact: text.slice(start, end),
    after: end + AROUND < text.length ? after.replace(/\s\S{0,40}$/u, '') : after,
  };
}
