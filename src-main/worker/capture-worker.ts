/** Parses untrusted bytes in a thread of its own, which has a heap limit and can be killed. */
import { parentPort } from 'node:worker_threads';
import { readLibrary } from '../core/capture/library.ts';
import { parseCapture } from '../core/capture/parse.ts';
import type { CaptureQuestion } from '../core/ports.ts';
import { answerQuestions } from './channel.ts';

/** Told after every page of a PDF of thousands, it would cost more than the pages. */
const STEPS = 200;

// Of some broken files pdf.js drops a promise that has failed: what it is asked for answers all the same, and the
// thread must not end of it.
process.on('unhandledRejection', () => undefined);

if (parentPort) {
  const push = answerQuestions(parentPort, (question) => {
    const { read, input } = question as CaptureQuestion;
    if (read === 'library') return readLibrary(input);
    let last = -1;
    return parseCapture(input, (done, total) => {
      const step = Math.floor((done * STEPS) / total);
      if (step === last) return;
      last = step;
      push({ done, total });
    });
  });
}
