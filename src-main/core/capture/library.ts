/** What runs in the worker for a library: its bytes in, everything that it holds out. */
import type { CaptureInput, LibraryItem, ParsedLibrary } from '../ports.ts';
import { hashOf, packBlob } from '../storage/blobs.ts';
import { parseLibrary } from './libraries/libraries.ts';

/** @throws DossierError unsupported where it is no library, unreadable, too-large */
export async function readLibrary(input: CaptureInput): Promise<ParsedLibrary> {
  const library = parseLibrary(input);
  const items: LibraryItem[] = [];
  for (const item of library.items) {
    items.push({ ...item, record: await packBlob(item.record, hashOf(item.record)) });
  }
  return { ...library, items };
}
