/** The one writer: an engine in a thread of its own, so that no window waits for the disk. */
import { parentPort, workerData } from 'node:worker_threads';
import type { EngineWorkerData } from './engine-client.ts';
import { openEngine } from './engine-process.ts';
import { serveEngine } from './serve-engine.ts';

if (parentPort) {
  serveEngine(parentPort, workerData as EngineWorkerData, (data, printer) =>
    openEngine({ ...data, search: 'thread', printer }),
  );
}
