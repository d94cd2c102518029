/** The parser port over a capture worker. */
import { DossierError } from '../common/contract/errors.ts';
import type { CaptureInput, ParsedArticle, Parser, Progress } from '../core/ports.ts';
import { WorkerChannel } from './channel.ts';

/** Measured: 5 MB of prose takes 1.3 s and 300 MB; past these an article is an attack or an archive. */
const HEAP_LIMIT_MB = 1024;
const TIME_LIMIT_MS = 28_000;
/** Unpacked bytes lie outside the heap, which has a limit of its own: what the process may grow by, and how often it is looked at. */
const GROWTH_LIMIT_MB = 900;
const LOOK_MS = 50;

export interface ParserOptions {
  readonly workerUrl: URL;
  readonly heapLimitMb?: number;
  readonly timeLimitMs?: number;
  readonly growthLimitMb?: number;
}

/** One article at a time; the worker is started at the first and again after it had to be killed. */
export function startParser(options: ParserOptions): Parser {
  const timeLimit = options.timeLimitMs ?? TIME_LIMIT_MS;
  const channel = new WorkerChannel({
    url: options.workerUrl,
    worker: { resourceLimits: { maxOldGenerationSizeMb: options.heapLimitMb ?? HEAP_LIMIT_MB } },
    explainExit: (error) =>
      isOutOfMemory(error) ? new DossierError('too-large', { what: 'article', reason: 'memory' }) : undefined,
    // One article at a time: what is told is told of that one.
    onEvent: (event) => {
      const { done, total } = event as { done: number; total: number };
      told?.(done, total);
    },
  });
  let told: Progress | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  async function parse(
    input: CaptureInput,
    signal: AbortSignal,
    progress?: Progress,
  ): Promise<ParsedArticle> {
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
    const most = process.memoryUsage.rss() + (options.growthLimitMb ?? GROWTH_LIMIT_MB) * 1024 * 1024;
    const overgrown = kill(new DossierError('too-large', { what: 'article', reason: 'memory' }));
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() > most) overgrown();
    }, LOOK_MS);
    signal.addEventListener('abort', cancelled, { once: true });
    try {
      return (await channel.ask(input)) as ParsedArticle;
    } finally {
      clearTimeout(timer);
      clearInterval(watch);
      signal.removeEventListener('abort', cancelled);
    }
  }

  return {
    parse(input, signal, progress) {
      const answer = queue.then(() => parse(input, signal, progress));
      queue = answer.catch(() => undefined);
      return answer;
    },
    close: () => channel.close(new DossierError('cancelled')),
  };
}

/** Node's own code for a worker past its `resourceLimits`; one that ended otherwise is a bug, not a large article. */
function isOutOfMemory(error: Error | null): boolean {
  return error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
