/** The one writer: an engine in a thread of its own, so that no window waits for the disk. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Engine } from '../core/engine.ts';
import { answerQuestions } from './channel.ts';
import type { EngineQuestion, EngineWorkerData } from './engine-client.ts';
import { openEngine } from './engine-process.ts';

/** How often another process's commits are looked for, in milliseconds: one PRAGMA, some microseconds. */
const POLL_INTERVAL = 1000;

function serve(port: NonNullable<typeof parentPort>, options: EngineWorkerData): void {
  let opened: { engine: Engine; timer: NodeJS.Timeout } | null = null;
  // At the first question and not at start: a worker that replaces one that ended opens the notebook again.
  const open = (): Engine => {
    if (opened) return opened.engine;
    const engine = openEngine({ ...options, search: 'thread' });
    engine.subscribe((event) => {
      push(event);
    });
    const timer = setInterval(() => {
      engine.poll();
    }, POLL_INTERVAL);
    opened = { engine, timer };
    return engine;
  };

  const push = answerQuestions(port, async (input) => {
    const question = input as EngineQuestion;
    switch (question.ask) {
      case 'open':
        open();
        return null;
      case 'call':
        return open().call(question.request);
      case 'cancel':
        opened?.engine.cancel(question.call);
        return null;
      case 'close':
        clearInterval(opened?.timer);
        await opened?.engine.close();
        opened = null;
        return null;
    }
  });
}

if (parentPort) serve(parentPort, workerData as EngineWorkerData);
