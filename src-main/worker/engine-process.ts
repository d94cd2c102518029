/** An engine with the ports of this process: what the engine worker and the command line run. */
import { createEngine, type Engine, type EngineOptions } from '../core/engine.ts';
import type { Ports, Printer } from '../core/ports.ts';
import { startParser } from './capture-client.ts';
import { createFetcher } from './fetch/fetcher.ts';
import { nodeFiles } from './files.ts';
import { createLog, systemClock, uuidIds } from './node-ports.ts';
import { inProcessSearcher, startSearcher } from './search-client.ts';
import { createBrowserPrinter } from './print-page.ts';
import { startTending } from './tending.ts';
import { startTemplater } from './template-client.ts';
import { workerFile } from './worker-files.ts';

export interface EngineProcessOptions extends EngineOptions {
  /** `thread` keeps a rebuild of the index from holding up writes; `here` spares a short-lived process the start. */
  readonly search: 'thread' | 'here';
  readonly verbose?: boolean;
  /** A browser that is installed, where the host has no other. */
  readonly printer?: Printer | undefined;
}

/** @throws DossierError those of `createEngine` */
export function openEngine(options: EngineProcessOptions): Engine {
  const parser = startParser({ workerUrl: workerFile('capture-worker') });
  const templater = startTemplater(workerFile('template-worker'));
  const ports: Ports = {
    clock: systemClock,
    ids: uuidIds,
    log: createLog(options.verbose ?? false),
    parser,
    files: nodeFiles,
    templater,
    fetcher: createFetcher(),
    printer: options.printer ?? createBrowserPrinter(),
    // A command that ends with its answer does not wait for the rest of an index.
    openSearcher: (path, isTended) =>
      options.search === 'thread'
        ? startSearcher(path, { workerUrl: workerFile('search-worker'), isTended })
        : inProcessSearcher(path),
  };
  const engine = createEngine(options, ports);
  const tending = options.search === 'here' ? startTending(engine) : null;
  return {
    ...engine,
    call: (request) => engine.call(request).finally(() => tending?.soon()),
    async close() {
      tending?.stop();
      if (tending) tendFor(engine, CLOSING);
      try {
        await engine.close();
      } finally {
        // Their threads would keep this process alive.
        await Promise.all([parser.close(), templater.close()]);
      }
    },
  };
}

/** How long a command that has answered may go on with what can wait, in milliseconds. */
const CLOSING = 2000;

/** Nobody else would do it where only the command line is used. */
function tendFor(engine: Engine, milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end && engine.tend());
}
