/** A worker thread from a few lines of script, to show faults that the app's own workers do not have. */

/**
 * `answer` is the body of a function of `input` and `id`, with `port`, `workerData` and `files` (node:fs); what it
 * returns is answered as the value.
 */
export function scriptWorker(answer: string): URL {
  const script = `
    import { parentPort as port, workerData } from 'node:worker_threads';
    import * as files from 'node:fs';
    port.on('message', ({ id, input }) => {
      port.postMessage({ id, value: (() => { ${answer} })() });
    });`;
  return new URL(`data:text/javascript,${encodeURIComponent(script)}`);
}
