/** From things to segments as large as they may be, bit by bit. */
import { Lexicon } from '../analysis/lexicon.ts';
import { MAX_DOCUMENTS, type NewSegment } from '../index/document-columns.ts';
import { SegmentWriter } from '../index/segment-writer.ts';
import type { Thing } from './feed.ts';

/** Passages that are analysed between two looks at the clock: some milliseconds' worth. */
const AT_ONCE = 50;
/** Terms: what knows more words than this is forgotten with the segment, for most will not come again. */
const LEXICON_SIZE = 200_000;

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
  { size = MAX_DOCUMENTS, progress = () => undefined }: MakeOptions = {},
): Generator<NewSegment | null, void> {
  let writer = new SegmentWriter(new Lexicon());
  let done = 0;
  for (const thing of things) {
    stamps.set(thing.key, thing.stamp);
    for (const document of thing.documents()) {
      if (writer.size === size) {
        yield yield* writer.finish();
        writer = new SegmentWriter(writer.lexicon.size > LEXICON_SIZE ? new Lexicon() : writer.lexicon);
      }
      writer.add(document);
      done += 1;
      if (done % AT_ONCE > 0) continue;
      progress(done);
      yield null;
    }
  }
  if (writer.size > 0) yield yield* writer.finish();
}
