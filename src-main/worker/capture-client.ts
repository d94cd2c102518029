/** The parser port over capture workers: several articles at once, each in a thread that can be killed. */
import { availableParallelism } from 'node:os';
import { DossierError } from '../common/contract/errors.ts';
import type { CaptureQuestion, ParsedArticle, ParsedLibrary, Parser, Progress } from '../core/ports.ts';
import { Crowd } from './capture-memory.ts';
import { WorkerChannel } from './channel.ts';

/** Measured: 5 MB of prose takes 1.3 s and 300 MB; past these an article is an attack or an archive. */
const HEAP_LIMIT_MB = 640;
const TIME_LIMIT_MS = 28_000;
/** Unpacked bytes lie outside the heap, which has a limit of its own: what all threads may hold, and how often that is looked at. */
const MEMORY_LIMIT_MB = 720;
const LOOK_MS = 50;
/**
 * Of what is soon forgotten: a page is a hundred thousand small things, and with a third of this a thread spends a third
 * of its time tidying up. Left to itself it takes a hundred megabytes, to parse hardly faster.
 */
const YOUNG_MB = 24;
/** More threads than this only wait for the one that writes. */
const MOST_WORKERS = 4;
/** Milliseconds without anything to parse after which all threads but one are ended: each holds some 80 MB. */
const REST = 5000;

export interface ParserOptions {
  readonly workerUrl: URL;
  readonly heapLimitMb?: number;
  readonly timeLimitMs?: number;
  readonly memoryLimitMb?: number;
  readonly workers?: number;
}

/** Given up for now: beside what else is parsed it is too much for the memory. */
const CROWDED = new DossierError('too-large', { what: 'article', reason: 'memory' });

/** Workers are started when they are needed, and again after they had to be killed. */
export function startParser(options: ParserOptions): Parser {
  const size = options.workers ?? Math.min(availableParallelism(), MOST_WORKERS);
  const crowd = new Crowd((options.memoryLimitMb ?? MEMORY_LIMIT_MB) * 1024 * 1024);
  const workers = Array.from({ length: size }, () => createWorker(options, crowd));
  const free = [...workers];
  const waiting: ((worker: CaptureWorker) => void)[] = [];
  let resting: NodeJS.Timeout | undefined;

  const take = (): Promise<CaptureWorker> =>
    new Promise((resolve) => {
      clearTimeout(resting);
      // The one that was used last: where one is enough, no other is started.
      const worker = free.pop();
      if (worker) resolve(worker);
      else waiting.push(resolve);
    });
  const giveBack = (worker: CaptureWorker): void => {
    const next = waiting.shift();
    if (next) return next(worker);
    free.push(worker);
    if (free.length < size) return;
    resting = setTimeout(() => {
      for (const idle of free.slice(0, -1)) idle.rest();
    }, REST).unref();
  };

  async function ask(question: CaptureQuestion, signal: AbortSignal, progress?: Progress): Promise<unknown> {
    const worker = await take();
    try {
      return await worker.ask(question, signal, progress);
    } catch (error) {
      if (error !== CROWDED) throw error;
    } finally {
      giveBack(worker);
    }
    return askAlone(question, signal, progress);
  }

  /** Once more, with nothing beside it. One after another: two who wait for all workers would wait for each other. */
  let alone: Promise<unknown> = Promise.resolve();
  function askAlone(question: CaptureQuestion, signal: AbortSignal, progress?: Progress): Promise<unknown> {
    const turn = alone.then(async () => {
      const taken: CaptureWorker[] = [];
      while (taken.length < size) taken.push(await take());
      try {
        return await taken[0]?.ask(question, signal, progress);
      } finally {
        for (const worker of taken) giveBack(worker);
      }
    });
    alone = turn.catch(() => undefined);
    return turn;
  }

  return {
    parse: async (input, signal, progress) =>
      (await ask({ read: 'article', input }, signal, progress)) as ParsedArticle,
    readLibrary: async (input, signal) => (await ask({ read: 'library', input }, signal)) as ParsedLibrary,
    async close() {
      clearTimeout(resting);
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

interface CaptureWorker {
  ask(question: CaptureQuestion, signal: AbortSignal, progress?: Progress): Promise<unknown>;
  /** Ends the thread until there is something to parse. */
  rest(): void;
  close(): Promise<void>;
}

/** One article at a time. */
function createWorker(options: ParserOptions, crowd: Crowd): CaptureWorker {
  const timeLimit = options.timeLimitMs ?? TIME_LIMIT_MS;
  const channel = new WorkerChannel({
    url: options.workerUrl,
    worker: {
      resourceLimits: {
        maxOldGenerationSizeMb: options.heapLimitMb ?? HEAP_LIMIT_MB,
        maxYoungGenerationSizeMb: YOUNG_MB,
      },
    },
    explainExit: (error) =>
      isOutOfMemory(error) ? new DossierError('too-large', { what: 'article', reason: 'memory' }) : undefined,
    // One article at a time: what is told is told of that one.
    onEvent: (event) => {
      const { done, total } = event as { done: number; total: number };
      told?.(done, total);
    },
  });
  let told: Progress | undefined;
  return {
    async ask(question, signal, progress) {
      if (signal.aborted) throw new DossierError('cancelled');
      told = progress;
      const kill = (reason: DossierError) => (): void => {
        void channel.stop(reason);
      };
      const cancelled = kill(new DossierError('cancelled'));
      const timer = setTimeout(
        kill(new DossierError('too-large', { what: 'article', reason: 'time', seconds: timeLimit / 1000 })),
        timeLimit,
      );
      const overgrown = kill(new DossierError('too-large', { what: 'article', reason: 'memory' }));
      const crowded = kill(CROWDED);
      const member = { bytes: 0, end: (isAlone: boolean) => (isAlone ? overgrown : crowded)() };
      crowd.enter(member);
      const watch = setInterval(() => {
        void channel.memory().then((bytes) => {
          member.bytes = bytes;
          crowd.judge();
        });
      }, LOOK_MS);
      signal.addEventListener('abort', cancelled, { once: true });
      try {
        return await channel.ask(question);
      } finally {
        clearTimeout(timer);
        clearInterval(watch);
        crowd.leave(member);
        signal.removeEventListener('abort', cancelled);
      }
    },
    rest() {
      void channel.stop(new DossierError('cancelled'));
    },
    close: () => channel.close(new DossierError('cancelled')),
  };
}

/** Node's own code for a worker past its `resourceLimits`; one that ended otherwise is a bug, not a large article. */
function isOutOfMemory(error: Error | null): boolean {
  return error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
