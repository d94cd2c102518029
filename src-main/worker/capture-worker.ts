/** Parses untrusted bytes in a thread of its own, which has a heap limit and can be killed. */
import { parentPort } from 'node:worker_threads';
import { readLibrary } from '../core/capture/library.ts';
import { parseCapture } from '../core/capture/parse.ts';
import type { CaptureQuestion } from '../core/ports.ts';
import { answerQuestions } from './channel.ts';

if (parentPort) {
  answerQuestions(parentPort, (question) => {
    const { read, input } = question as CaptureQuestion;
    return read === 'library' ? readLibrary(input) : parseCapture(input);
  });
}
