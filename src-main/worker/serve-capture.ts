/** The capture worker's side of the channel: parses untrusted bytes. */
import { parentPort } from 'node:worker_threads';
import { DossierError } from '../common/contract/errors.ts';
import { openLibrary } from '../core/capture/library.ts';
import { parseCapture } from '../core/capture/parse.ts';
import type { CaptureQuestion, LibraryHead, OpenLibrary } from '../core/ports.ts';
import { answerQuestions } from './channel.ts';

/** Told after every page of a PDF of thousands, it would cost more than the pages. */
const STEPS = 200;

// Of some broken files pdf.js drops a promise that has failed: what it is asked for answers all the same, and the
// thread must not end of it.
process.on('unhandledRejection', () => undefined);

/** Which this thread is for, where it is for one. */
let library: OpenLibrary | null = null;

function headOf(opened: OpenLibrary): LibraryHead {
  library = opened;
  const { format, count, notes, leftOut } = opened;
  return { format, count, notes, leftOut };
}

function readItems(): Promise<unknown> {
  // Another thread in place of one that ended: to answer « none » would pass for the end of the library.
  if (!library) throw new DossierError('internal', { reason: 'no library' });
  return library.next();
}

if (parentPort) {
  const push = answerQuestions(parentPort, (asked) => {
    const question = asked as CaptureQuestion;
    if (question.read === 'library') return headOf(openLibrary(question.input));
    if (question.read === 'items') return readItems();
    let last = -1;
    return parseCapture(question.input, (done, total) => {
      const step = Math.floor((done * STEPS) / total);
      if (step === last) return;
      last = step;
      push({ done, total });
    });
  });
}
