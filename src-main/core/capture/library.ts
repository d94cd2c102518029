/** What runs in the worker for a library: its bytes in, everything that it holds out, bit by bit. */
import type { CaptureInput, LibraryItem, OpenLibrary } from '../ports.ts';
import { hashOf, packBlob } from '../storage/blobs.ts';
import { parseLibrary } from './libraries/libraries.ts';
import { PART } from './libraries/part.ts';

/** @throws DossierError unsupported where it is no library, unreadable, too-large */
export function openLibrary(input: CaptureInput): OpenLibrary {
  const { format, items, notes, leftOut } = parseLibrary(input);
  // The first are at the end, where taking them out moves nothing; what was taken out is let go.
  const left = items.toReversed();
  return {
    ...{ format, notes, leftOut },
    count: left.length,
    async next() {
      const part: LibraryItem[] = [];
      for (let size = 0; size < PART;) {
        const item = left.pop()?.();
        if (!item) break;
        part.push({ ...item, record: await packBlob(item.record, hashOf(item.record)) });
        size += 1 + item.annotations.length + item.notes.length;
      }
      return part;
    },
    close() {
      left.length = 0;
      return Promise.resolve();
    },
  };
}
