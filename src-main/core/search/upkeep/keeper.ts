/**
 * Keeps the stored index up with the rows. What a command writes is indexed in its own transaction, unless that is
 * too much for one; the rest is done bit by bit when nobody waits: catching up, making the index anew where it is
 * missing, of another version or damaged, and merging segments. Whatever is not done yet, searchers add by themselves.
 */
import { DossierError } from '../../../common/contract/errors.ts';
import type { Fault } from '../../../common/contract/faults.ts';
import type { Notebook, Reader, Writer } from '../../storage/connection.ts';
import {
  clearHead,
  clearIndex,
  listSegments,
  newestChange,
  readHead,
  readIndexState,
  readPlaces,
  readSegment,
  readStamps,
  readTombstones,
  removeSegments,
  type SegmentRow,
  writeIndexState,
} from '../../storage/search-store.ts';
import type { Progress } from '../../ports.ts';
import type { IndexKeeper } from '../../storage/index-keeper.ts';
import { pause, SLICE } from '../../slices.ts';
import { auditIndex } from './audit.ts';
import { Documents } from '../documents.ts';
import { IndexDamage } from '../index/damage.ts';
import { allThings, countDocuments, type Plan, planChanges, planSize, usableState } from './feed.ts';
import { INDEX_VERSION, readHeadDocument } from './format.ts';
import { giveUp, writePlan, writeSegment } from './index-writer.ts';
import { makeSegments } from './make-segments.ts';
import { chooseMerge } from './merge-policy.ts';
import { Segment } from '../index/segment.ts';
import { mergeSegments, type MergeInput } from '../index/segment-merger.ts';
import type { NewSegment } from '../index/document-columns.ts';

/** Passages that are indexed while other commands wait: about ten milliseconds' worth. */
const AT_ONCE = 100;
/** Of a new index: so few that there is soon something to search, and not too many to be merged afterwards. */
const NEW_SEGMENT = 4096;

/** Yields null between bounded steps. */
type Work = Generator<null, void>;

export class Keeper implements IndexKeeper {
  #work: Work | null = null;
  /** There is more to take in than one transaction is for. */
  #behind = false;
  #verified = false;

  /** @param progress of making the whole index anew when nobody asked for it */
  constructor(
    readonly notebook: Notebook,
    readonly progress: Progress = () => undefined,
    readonly elapsed: () => number = () => performance.now(),
  ) {}

  follow(writer: Writer): void {
    if (this.#behind) return;
    try {
      const state = usableState(writer);
      const plan = state ? planChanges(writer, state.seq) : planSmallNotebook(writer);
      if (!plan || planSize(plan) > AT_ONCE) this.#behind = true;
      else writePlan(writer, plan);
    } catch (error) {
      if (!(error instanceof IndexDamage)) throw error;
      // What the user wrote is stored whatever the state of the index.
      clearIndex(writer);
      this.#behind = true;
    }
  }

  tend(): boolean {
    if (this.notebook.readOnly) return false;
    try {
      this.#work ??= this.#nextWork();
      if (!this.#work) return false;
      if (runSlice(this.#work, this.elapsed)) this.#work = null;
    } catch (error) {
      this.#work = null;
      if (!(error instanceof IndexDamage)) throw error;
      this.#verified = false;
    }
    return true;
  }

  *check(reader: Reader): Generator<Fault | null> {
    let isReadable = true;
    for (const fault of findDamage((read) => read(reader))) {
      isReadable &&= fault === null;
      yield fault;
    }
    if (isReadable) yield* auditIndex(reader);
  }

  async rebuild(progress: Progress, signal: AbortSignal): Promise<void> {
    this.notebook.transaction(clearIndex);
    this.#verified = true;
    // What is done when nobody asks goes on with the same work: two at once would take twice as long.
    const work = this.#build(progress);
    this.#work = work;
    while (this.#work === work) {
      // It is made to its end all the same, as any index that is missing.
      if (signal.aborted) throw new DossierError('cancelled');
      this.tend();
      await pause();
    }
  }

  #nextWork(): Work | null {
    const { reader } = this.notebook;
    if (!this.#verified) return this.#verify();
    const state = usableState(reader);
    if (!state) return this.#build(this.progress);
    if (newestChange(reader) > state.seq) return this.#catchUp(state.seq);
    this.#behind = false;
    const rows = chooseMerge(listSegments(reader));
    return rows.length > 0 ? this.#merge(rows) : null;
  }

  /** Once after opening: what is damaged is dropped, and made anew next. */
  *#verify(): Work {
    yield null;
    this.#verified = true;
    if (!usableState(this.notebook.reader)) return;
    // Each in a state of its own, since another process may merge meanwhile.
    for (const problem of findDamage((read) => this.notebook.snapshot(read))) {
      if (problem !== null) {
        this.notebook.transaction(clearIndex);
        return;
      }
      yield null;
    }
  }

  /**
   * Segment by segment, so that nobody waits for all of it; until the last is written there is no state, and nobody
   * reads them. Another process may do the same: the first that is done is right, and nobody takes from the others
   * what they have written by then, or two that begin in turn would never come to an end.
   */
  *#build(progress: Progress): Work {
    const { notebook } = this;
    notebook.transaction((writer) => {
      if (readIndexState(writer) || isLittered(writer)) clearIndex(writer);
    });
    const seq = newestChange(notebook.reader);
    const total = countDocuments(notebook.reader);
    const stamps = new Map<string, string>();
    const written: number[] = [];
    const things = allThings(new Documents(notebook.reader));
    progress(0, total);
    for (const made of makeSegments(things, stamps, {
      size: NEW_SEGMENT,
      progress: (done) => progress(done, total),
    })) {
      if (made && !this.#writeUnread(made, stamps, written)) break;
      yield null;
    }
    // What was changed meanwhile is told by the log, and by the stamps of what was read after the change.
    notebook.transaction((writer) => {
      finishBuild(writer, written, seq);
    });
    this.#behind = newestChange(notebook.reader) > seq;
    progress(total, total);
  }

  /** @returns false where there is an index by now: another process made it */
  #writeUnread(made: NewSegment, stamps: ReadonlyMap<string, string>, written: number[]): boolean {
    return this.notebook.transaction((writer) => {
      if (readIndexState(writer)) return false;
      written.push(writeSegment(writer, made, stamps));
      return true;
    });
  }

  *#catchUp(seq: number): Work {
    const plan = planChanges(this.notebook.reader, seq);
    const stamps = new Map<string, string>();
    const segments: NewSegment[] = [];
    for (const made of makeSegments(plan.things, stamps)) {
      if (made) segments.push(made);
      yield null;
    }
    this.notebook.transaction((writer) => {
      const state = readIndexState(writer);
      // Another process may have done it.
      if (state?.version !== INDEX_VERSION || state.seq !== seq) return;
      giveUp(writer, planChanges(writer, seq).gone);
      for (const key of stamps.keys()) giveUp(writer, readPlaces(writer, key));
      for (const segment of segments) writeSegment(writer, segment, stamps);
      writeIndexState(writer, { version: INDEX_VERSION, seq: plan.seq });
    });
  }

  *#merge(rows: readonly SegmentRow[]): Work {
    const inputs: MergeInput[] = [];
    for (const { id } of rows) {
      const segment = new Segment(readSegment(this.notebook.reader, id) ?? new Uint8Array());
      inputs.push({ segment, gone: readTombstones(this.notebook.reader, id) });
      yield null;
    }
    const merged = yield* mergeSegments(inputs);
    yield null;
    this.notebook.transaction((writer) => {
      const now = listSegments(writer);
      const same = rows.every((row) =>
        now.some(({ id, removed }) => id === row.id && removed === row.removed),
      );
      // Something was removed meanwhile: it would come back.
      if (!same) return;
      const live = rows.reduce((sum, { documents, removed }) => sum + documents - removed, 0);
      if (merged.entries.length !== live) {
        // Whoever wrote them counted wrongly: it would be merged again and again, or not at all.
        clearIndex(writer);
        return;
      }
      const ids = rows.map(({ id }) => id);
      const stamps = readStamps(writer, ids);
      removeSegments(writer, ids);
      writeSegment(writer, merged, stamps);
    });
  }
}

function finishBuild(writer: Writer, written: readonly number[], seq: number): void {
  const here = new Set(listSegments(writer).map(({ id }) => id));
  if (readIndexState(writer) || !written.every((id) => here.delete(id))) return;
  removeSegments(writer, [...here]);
  clearHead(writer);
  writeIndexState(writer, { version: INDEX_VERSION, seq });
}

/** A notebook that has just been made has no index, and gets one with its first row. Null for a larger one. */
function planSmallNotebook(writer: Writer): Plan | null {
  if (countDocuments(writer) > AT_ONCE) return null;
  clearIndex(writer);
  return { seq: newestChange(writer), gone: [], things: [...allThings(new Documents(writer))] };
}

/** Writing what was made comes on top. @returns whether it is done */
function runSlice(work: Work, elapsed: () => number): boolean {
  for (const end = elapsed() + SLICE; elapsed() < end;) if (work.next().done) return true;
  return false;
}

/** More than two that build at once can have written: it was left behind by others that never came to an end. */
function isLittered(writer: Writer): boolean {
  const written = listSegments(writer).reduce((sum, { documents }) => sum + documents, 0);
  return written > 2 * countDocuments(writer);
}

/** Of each part of the stored index what is wrong with it, or null. What was given up meanwhile is passed over. */
function* findDamage(
  look: (read: (reader: Reader) => Fault | null) => Fault | null,
): Generator<Fault | null> {
  const ids: number[] = [];
  look((reader) => {
    ids.push(...listSegments(reader).map(({ id }) => id));
    return null;
  });
  for (const id of ids) {
    yield look((reader) => {
      if (!listSegments(reader).some((row) => row.id === id)) return null;
      return whatIsWrong(
        { fault: 'segment-damaged', details: { segment: id } },
        () => new Segment(readSegment(reader, id) ?? new Uint8Array()),
      );
    });
  }
  yield look((reader) =>
    whatIsWrong({ fault: 'head-damaged', details: {} }, () =>
      readHead(reader, 0).map(({ document }) => readHeadDocument(document)),
    ),
  );
}

function whatIsWrong(fault: Fault, read: () => unknown): Fault | null {
  try {
    read();
    return null;
  } catch (error) {
    if (!(error instanceof IndexDamage)) throw error;
    return fault;
  }
}
