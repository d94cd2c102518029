/** Reads the index that is stored, and adds in memory what it does not hold yet: every answer is of all that is live. */
import type { Reader } from '../../storage/connection.ts';
import {
  HEAD,
  listSegments,
  listSlots,
  newestChange,
  readHead,
  readSegment,
  readTombstones,
} from '../../storage/search-store.ts';
import { Documents } from '../documents.ts';
import { IndexDamage } from '../index/damage.ts';
import { allThings, countDocuments, planChanges, usableState, type Plan } from './feed.ts';
import { readHeadDocument } from './format.ts';
import { Head } from '../index/head.ts';
import { buildParts, LiveIndex } from '../index/live-index.ts';
import { LivePart } from '../index/live-part.ts';
import { Segment } from '../index/segment.ts';
import { bury, noTombstones, type Tombstones } from '../index/tombstones.ts';

/** Larger than a head is stored: what went away is still in it. */
const LARGEST_HEAD = 512;

type Rows = ReturnType<typeof listSegments>;

interface KnownSegment {
  readonly segment: Segment;
  readonly removed: number;
  readonly gone: Tombstones;
  readonly live: LivePart;
}

/** Making an index of that many documents in memory keeps nobody waiting for long. */
const FEW_DOCUMENTS = 5000;

export class StoredIndex {
  #segments = new Map<number, KnownSegment>();
  #head = new ReadHead();
  /** Segments that no index was known to be of when first looked at. */
  #before: ReadonlySet<number> | null = null;
  #current: { readonly index: LiveIndex; readonly key: string } | null = null;

  /** @param isTended whether an index that is missing is made meanwhile: of a large notebook, what there is counts */
  constructor(readonly isTended = false) {}

  /** What was read of the notebook before is read again. */
  forget(): void {
    this.#segments = new Map();
    this.#head = new ReadHead();
    this.#current = null;
  }

  /** The index of all that `reader` sees, or of what is indexed of it by now, which then says so. */
  refresh(reader: Reader): LiveIndex {
    const state = usableState(reader);
    const rows = listSegments(reader);
    const slots = listSlots(reader);
    const key = JSON.stringify([state, newestChange(reader), rows, slots]);
    if (this.#current?.key !== key) {
      const index = state ? this.#readWhole(reader, state.seq, rows, slots) : this.#readPart(reader, rows);
      this.#current = { index: index ?? new LiveIndex(buildParts(allDocuments(reader))), key };
    }
    return this.#current.index;
  }

  #readWhole(reader: Reader, seq: number, rows: Rows, slots: readonly number[]): LiveIndex | null {
    this.#before = null;
    const stored = this.#readStored(reader, rows, slots);
    return stored && new LiveIndex([...this.#withChanges(stored, planChanges(reader, seq))]);
  }

  /** Null where the whole can be made here and now, or nobody else does. */
  #readPart(reader: Reader, rows: Rows): LiveIndex | null {
    if (!this.isTended || countDocuments(reader) <= FEW_DOCUMENTS) return null;
    // What was there before may be of another version, or what is left of a build that never came to an end.
    const before = (this.#before ??= new Set(rows.map(({ id }) => id)));
    const made = rows.filter(({ id }) => !before.has(id));
    const stored = this.#readStored(reader, made, []);
    return (
      stored &&
      new LiveIndex(
        [...stored.segments.values()].map(({ live }) => live),
        true,
      )
    );
  }

  /** Null where a part of it is damaged: then there is no index, until it is made anew. */
  #readStored(reader: Reader, rows: Rows, slots: readonly number[]): StoredParts | null {
    const segments = new Map<number, KnownSegment>();
    try {
      for (const { id, removed } of rows) {
        const known = this.#segments.get(id);
        segments.set(id, known?.removed === removed ? known : readKnown(reader, id, removed, known));
      }
      this.#segments = segments;
      this.#head = this.#head.follow(reader, slots);
      return { segments, head: this.#head };
    } catch (error) {
      if (!(error instanceof IndexDamage)) throw error;
      this.forget();
      return null;
    }
  }

  *#withChanges({ segments, head }: StoredParts, { gone, things }: Plan): Generator<LivePart> {
    const bySegment = Map.groupBy(gone, ({ segment }) => segment);
    for (const [id, known] of segments) {
      const places = bySegment.get(id);
      if (!places) {
        yield known.live;
        continue;
      }
      const tombstones = known.gone.slice();
      for (const { first, count } of places) bury(tombstones, first, count);
      yield new LivePart(known.segment, tombstones);
    }
    yield head.live((bySegment.get(HEAD) ?? []).map(({ first }) => first));
    yield* buildParts(things.flatMap((thing) => thing.documents()));
  }
}

interface StoredParts {
  readonly segments: ReadonlyMap<number, KnownSegment>;
  readonly head: ReadHead;
}

function readKnown(
  reader: Reader,
  id: number,
  removed: number,
  known: KnownSegment | undefined,
): KnownSegment {
  const segment = known?.segment ?? new Segment(readSegment(reader, id) ?? new Uint8Array());
  const gone = readTombstones(reader, id);
  return { segment, removed, gone, live: new LivePart(segment, gone) };
}

function* allDocuments(reader: Reader) {
  for (const thing of allThings(new Documents(reader))) yield* thing.documents();
}

/** The head as far as it was read: rows that came are added, rows that went are marked. */
class ReadHead {
  readonly #part = new Head();
  readonly #numbers = new Map<number, number>();
  #newest = 0;

  follow(reader: Reader, slots: readonly number[]): ReadHead {
    const here = new Set(slots);
    for (const slot of this.#numbers.keys()) if (!here.has(slot)) this.#numbers.delete(slot);
    if (this.#part.size > LARGEST_HEAD || (this.#numbers.size === 0 && this.#part.size > 0)) {
      return new ReadHead().follow(reader, slots);
    }
    for (const { slot, document } of readHead(reader, this.#newest)) {
      this.#numbers.set(slot, this.#part.add(readHeadDocument(document)));
      this.#newest = slot;
    }
    return this;
  }

  /** Without the slots `hidden`. */
  live(hidden: readonly number[]): LivePart {
    const gone = noTombstones(this.#part.size).fill(255);
    const away = new Set(hidden);
    for (const [slot, number] of this.#numbers) {
      if (!away.has(slot)) gone[number >>> 3] = (gone[number >>> 3] ?? 0) & ~(1 << (number & 7));
    }
    return new LivePart(this.#part, gone);
  }
}
