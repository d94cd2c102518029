/** The parser port over capture workers: several articles at once, each in a thread that can be killed. */
import { availableParallelism } from 'node:os';
import { DossierError } from '../common/contract/errors.ts';
import type {
  CaptureInput,
  CaptureQuestion,
  LibraryHead,
  LibraryItem,
  OpenLibrary,
  ParsedArticle,
  Parser,
  Progress,
} from '../core/ports.ts';
import { Crowd } from './capture-memory.ts';
import { WorkerChannel } from './channel.ts';

/** Measured: 5 MB of prose takes 1.3 s and 300 MB; past these an article is an attack or an archive. */
const HEAP_LIMIT_MB = 640;
const TIME_LIMIT_MS = 28_000;
/**
 * Unpacked bytes lie outside the heap, which has a limit of its own: what all threads may hold, and how often that is
 * looked at. The rest of the process, with the file as its other threads hold it and what is taken between two looks,
 * stays below a gigabyte with it: 240 MB beside one of 50 MB.
 */
const MEMORY_LIMIT_MB = 640;
const LOOK_MS = 20;
/**
 * Of the process: what a thread has given back is not the system's at once. Between two looks a bomb takes 100 MB more.
 */
const PROCESS_LIMIT_MB = 840;
/**
 * Of what is soon forgotten: a page is a hundred thousand small things, and with a third of this a thread spends a third
 * of its time tidying up. Left to itself it takes a hundred megabytes, to parse hardly faster.
 */
const YOUNG_MB = 24;
/** More threads than this only wait for the one that writes. */
const MOST_WORKERS = 4;
/** What a thread may still hold when it has answered: mostly what it has forgotten, which it keeps until it needs room. */
const MOST_KEPT_MB = 192;
/** Milliseconds without anything to parse after which all threads but one are ended: each holds some 80 MB. */
const REST = 5000;

export interface ParserOptions {
  readonly workerUrl: URL;
  readonly heapLimitMb?: number;
  readonly timeLimitMs?: number;
  readonly memoryLimitMb?: number;
  readonly mostKeptMb?: number;
  readonly workers?: number;
}

/** Given up for now: beside what else is parsed it is too much for the memory. */
const CROWDED = new DossierError('too-large', { what: 'article', reason: 'memory' });

/** Threads that parse, each asked by one at a time. They are started when they are needed, and again after they were killed. */
class Pool {
  readonly #workers: readonly CaptureWorker[];
  readonly #free: CaptureWorker[];
  readonly #waiting: ((worker: CaptureWorker) => void)[] = [];
  #resting: NodeJS.Timeout | undefined;
  /** One after another: two who wait for all workers would wait for each other. */
  #alone: Promise<unknown> = Promise.resolve();

  constructor(size: number, create: () => CaptureWorker) {
    this.#workers = Array.from({ length: size }, create);
    this.#free = [...this.#workers];
  }

  async ask(question: CaptureQuestion, signal: AbortSignal, progress?: Progress): Promise<unknown> {
    const worker = await this.#take();
    try {
      return await worker.ask(question, signal, progress);
    } catch (error) {
      if (error !== CROWDED) throw error;
    } finally {
      this.#giveBack(worker);
    }
    return this.alone((taken) => taken.ask(question, signal, progress));
  }

  /** With nothing beside it, for what was too much beside others. */
  alone<T>(work: (worker: CaptureWorker) => Promise<T>): Promise<T> {
    const turn = this.#alone.then(async () => {
      const first = await this.#take();
      const taken = [first];
      try {
        while (taken.length < this.#workers.length) taken.push(await this.#take());
        return await work(first);
      } finally {
        for (const worker of taken) this.#giveBack(worker);
      }
    });
    this.#alone = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    clearTimeout(this.#resting);
    await Promise.all(this.#workers.map((worker) => worker.close()));
  }

  #take(): Promise<CaptureWorker> {
    return new Promise((resolve) => {
      clearTimeout(this.#resting);
      // The one that was used last: where one is enough, no other is started.
      const worker = this.#free.pop();
      if (worker) resolve(worker);
      else this.#waiting.push(resolve);
    });
  }

  #giveBack(worker: CaptureWorker): void {
    if (worker.isFull()) worker.rest();
    const next = this.#waiting.shift();
    if (next) return next(worker);
    this.#free.push(worker);
    if (this.#free.length < this.#workers.length) return;
    this.#resting = setTimeout(() => {
      for (const idle of this.#free.slice(0, -1)) idle.rest();
    }, REST).unref();
  }
}

export function startParser(options: ParserOptions): Parser {
  const size = options.workers ?? Math.min(availableParallelism(), MOST_WORKERS);
  const crowd = new Crowd((options.memoryLimitMb ?? MEMORY_LIMIT_MB) * 1024 * 1024, {
    held: () => process.memoryUsage.rss(),
    ceiling: PROCESS_LIMIT_MB * 1024 * 1024,
  });
  const pool = new Pool(size, () => createWorker(options, crowd));

  /** In a thread of its own, which holds what is left to read: the files that a library brings are read by the others. */
  const readers = new Set<CaptureWorker>();
  async function openLibrary(input: CaptureInput, signal: AbortSignal): Promise<OpenLibrary> {
    const reader = createWorker(options, crowd);
    readers.add(reader);
    const close = async (): Promise<void> => {
      readers.delete(reader);
      await reader.close();
    };
    try {
      const open = (): Promise<unknown> => reader.ask({ read: 'library', input }, signal);
      const head = (await open().catch((error: unknown) => {
        if (error !== CROWDED) throw error;
        return pool.alone(open);
      })) as LibraryHead;
      const next = async () => (await reader.ask({ read: 'items' }, signal)) as readonly LibraryItem[];
      return { ...head, next, close };
    } catch (error) {
      await close();
      throw error;
    }
  }

  return {
    parse: async (input, signal, progress) =>
      (await pool.ask({ read: 'article', input }, signal, progress)) as ParsedArticle,
    openLibrary,
    async close() {
      await pool.close();
      await Promise.all([...readers].map((worker) => worker.close()));
    },
  };
}

interface CaptureWorker {
  ask(question: CaptureQuestion, signal: AbortSignal, progress?: Progress): Promise<unknown>;
  /** Whether its thread held so much after the last answer that another takes less. */
  isFull(): boolean;
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
  let kept = 0;
  return {
    isFull: () => kept > (options.mostKeptMb ?? MOST_KEPT_MB) * 1024 * 1024,
    async ask(question, signal, progress) {
      // Two bombs at once are more than any of the limits foresees: the one before is only gone then.
      await channel.ended();
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
        kept = member.bytes;
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
