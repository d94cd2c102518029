/** The one writer: an engine in a thread of its own, so that no window waits for the disk. */
import { parentPort, workerData } from 'node:worker_threads';
import type { EngineWorkerData } from './engine-client.ts';
import { openEngine } from './engine-process.ts';
import { giveWay } from './give-way.ts';
import { serveEngine } from './serve-engine.ts';

/** What the window draws comes first: without it, its frames waited for a quarter of a second while hundreds of pages came in. */
giveWay(5);

if (parentPort) {
  serveEngine(parentPort, workerData as EngineWorkerData, (data, printer) =>
    openEngine({ ...data, search: 'thread', printer }),
  );
}
