/** What runs in the worker for a library: its bytes in, everything that it holds out. */
import type { CaptureInput, ParsedLibrary } from '../ports.ts';
import { packBlob } from '../storage/blobs.ts';
import { parseLibrary } from './libraries/libraries.ts';

/** @throws DossierError unsupported where it is no library, unreadable, too-large */
export function readLibrary(input: CaptureInput): ParsedLibrary {
  return parseLibrary(input, packBlob);
}
