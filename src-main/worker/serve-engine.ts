/** The engine worker's side of the channel: opens the notebook, answers, looks for others' commits, closes. */
import type { MessagePort } from 'node:worker_threads';
import type { Engine } from '../core/engine.ts';
import { answerQuestions } from './channel.ts';
import type { Printer } from '../core/ports.ts';
import type { EngineQuestion, EngineWorkerData } from './engine-client.ts';
import { HostPrinter } from './host-printer.ts';
import { startTending, type Tending } from './tending.ts';

/** How often another process's commits are looked for, in milliseconds: one PRAGMA, some microseconds. */
const POLL_INTERVAL = 1000;

export function serveEngine(
  port: MessagePort,
  data: EngineWorkerData,
  openEngine: (data: EngineWorkerData, printer: Printer | undefined) => Engine,
): void {
  let opened: { engine: Engine; timer: NodeJS.Timeout; tending: Tending } | null = null;
  const stopping = new AbortController();
  const printer = data.printsInHost ? new HostPrinter((event) => push(event)) : undefined;
  const open = (create: boolean): Engine => {
    if (opened) return opened.engine;
    const engine = openEngine({ ...data, create }, printer);
    engine.subscribe((event) => {
      push(event);
    });
    const tending = startTending(engine);
    const timer = setInterval(() => {
      engine.poll();
      tending.soon();
    }, POLL_INTERVAL);
    tending.soon();
    opened = { engine, timer, tending };
    return engine;
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
            opened?.tending.soon();
          });
      case 'cancel':
        opened?.engine.cancel(question.call);
        return null;
      case 'printed':
        printer?.answer(question.printed);
        return null;
      case 'restore': {
        const { restoreNotebook } = await import('./restore.ts');
        const request = { archive: question.archive, notebook: data.path };
        return restoreNotebook(request, stopping.signal, (done, total) => {
          push({ done, total });
        });
      }
      case 'close':
        stopping.abort();
        clearInterval(opened?.timer);
        opened?.tending.stop();
        await opened?.engine.close();
        opened = null;
        return null;
    }
  });
}
