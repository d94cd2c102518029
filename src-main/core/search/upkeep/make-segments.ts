/** From things to segments as large as they may be, bit by bit. */
import type { Thing } from './feed.ts';
import { analyseDocument, type AnalysedDocument } from '../index/postings.ts';
import { Segment } from '../index/segment.ts';
import { mergeSegments } from '../index/segment-merger.ts';
import { encodeDocuments, MAX_DOCUMENTS, type NewSegment } from '../index/segment-writer.ts';

/** Passages that are analysed between two looks at the clock: some milliseconds' worth. */
const AT_ONCE = 50;
/** Passages that are put in order at once: some milliseconds' worth too. Threading these together costs little. */
const CHUNK = 256;

export interface MakeOptions {
  /** Documents of a segment at most. */
  readonly size?: number;
  /** Takes the number of documents done. */
  readonly progress?: (done: number) => void;
}

/**
 * Yields a segment when one is made, and null between bounded steps.
 * @param stamps takes the stamp of each thing, by its key
 */
export function* makeSegments(
  things: Iterable<Thing>,
  stamps: Map<string, string>,
  { size: largest = MAX_DOCUMENTS, progress = () => undefined }: MakeOptions = {},
): Generator<NewSegment | null, void> {
  let chunks: NewSegment[] = [];
  let size = 0;
  for (const chunk of encodeChunks(things, stamps, progress)) {
    if (!chunk) {
      yield null;
      continue;
    }
    if (chunks.length > 0 && size + chunk.entries.length > largest) {
      yield yield* join(chunks);
      chunks = [];
      size = 0;
    }
    chunks.push(chunk);
    size += chunk.entries.length;
  }
  if (chunks.length > 0) yield yield* join(chunks);
}

function* join(chunks: readonly NewSegment[]): Generator<null, NewSegment> {
  const [only, ...more] = chunks;
  if (only && more.length === 0) return only;
  const inputs = chunks.map(({ bytes }) => ({ segment: new Segment(bytes), gone: null }));
  return yield* mergeSegments(inputs);
}

function* encodeChunks(
  things: Iterable<Thing>,
  stamps: Map<string, string>,
  progress: (done: number) => void,
): Generator<NewSegment | null, void> {
  let chunk: AnalysedDocument[] = [];
  let done = 0;
  for (const thing of things) {
    stamps.set(thing.key, thing.stamp);
    for (const document of thing.documents()) {
      chunk.push(analyseDocument(document));
      done += 1;
      if (done % AT_ONCE === 0) yield null;
      if (chunk.length < CHUNK) continue;
      yield* encodeDocuments(chunk);
      chunk = [];
      progress(done);
    }
  }
  yield* encodeDocuments(chunk);
}
