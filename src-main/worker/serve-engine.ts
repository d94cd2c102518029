/** The engine worker's side of the channel: opens the notebook, answers, looks for others' commits, closes. */
import type { MessagePort } from 'node:worker_threads';
import type { Engine } from '../core/engine.ts';
import { answerQuestions } from './channel.ts';
import type { EngineQuestion, EngineWorkerData } from './engine-client.ts';

/** How often another process's commits are looked for, in milliseconds: one PRAGMA, some microseconds. */
const POLL_INTERVAL = 1000;

/** After this long without a call, in milliseconds, what can wait is done, a slice at a time. */
const IDLE = 50;

export function serveEngine(
  port: MessagePort,
  data: EngineWorkerData,
  openEngine: (data: EngineWorkerData) => Engine,
): void {
  let opened: { engine: Engine; timer: NodeJS.Timeout } | null = null;
  const open = (create: boolean): Engine => {
    if (opened) return opened.engine;
    const engine = openEngine({ ...data, create });
    engine.subscribe((event) => {
      push(event);
    });
    const timer = setInterval(() => {
      engine.poll();
      tendSoon();
    }, POLL_INTERVAL);
    tendSoon();
    opened = { engine, timer };
    return engine;
  };

  let tending: NodeJS.Timeout | undefined;
  const tendSoon = (delay = IDLE): void => {
    clearTimeout(tending);
    tending = setTimeout(() => {
      if (opened?.engine.tend()) tendSoon(0);
    }, delay);
  };

  const push = answerQuestions(port, async (input) => {
    const question = input as EngineQuestion;
    switch (question.ask) {
      case 'open':
        open(data.create);
        return null;
      case 'call':
        // A worker that replaces one that ended was not told to open. It never makes the file: one that is gone
        // meanwhile (a drive that was pulled out) must not be replaced by an empty notebook.
        return open(false)
          .call(question.request)
          .finally(() => {
            tendSoon();
          });
      case 'cancel':
        opened?.engine.cancel(question.call);
        return null;
      case 'close':
        clearInterval(opened?.timer);
        clearTimeout(tending);
        await opened?.engine.close();
        opened = null;
        return null;
    }
  });
}
