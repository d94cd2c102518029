/** Parses untrusted bytes in a thread of its own, which has a heap limit and can be killed. */
import { parentPort } from 'node:worker_threads';
import { parseCapture } from '../core/capture/parse.ts';
import type { CaptureInput } from '../core/ports.ts';
import { answerQuestions } from './channel.ts';

if (parentPort) answerQuestions(parentPort, (input) => parseCapture(input as CaptureInput));
