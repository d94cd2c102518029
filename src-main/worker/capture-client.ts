/** The parser port over a capture worker. */
import { DossierError } from '../common/contract/errors.ts';
import type { CaptureQuestion, ParsedArticle, ParsedLibrary, Parser } from '../core/ports.ts';
import { WorkerChannel } from './channel.ts';

/** Measured: 5 MB of prose takes 1.3 s and 300 MB; past these an article is an attack or an archive. */
const HEAP_LIMIT_MB = 1024;
const TIME_LIMIT_MS = 30_000;

export interface ParserOptions {
  readonly workerUrl: URL;
  readonly heapLimitMb?: number;
  readonly timeLimitMs?: number;
}

/** One article at a time; the worker is started at the first and again after it had to be killed. */
export function startParser(options: ParserOptions): Parser {
  const timeLimit = options.timeLimitMs ?? TIME_LIMIT_MS;
  const channel = new WorkerChannel({
    url: options.workerUrl,
    worker: { resourceLimits: { maxOldGenerationSizeMb: options.heapLimitMb ?? HEAP_LIMIT_MB } },
    explainExit: (error) =>
      isOutOfMemory(error) ? new DossierError('too-large', { what: 'article', reason: 'memory' }) : undefined,
  });
  let queue: Promise<unknown> = Promise.resolve();

  async function ask(question: CaptureQuestion, signal: AbortSignal): Promise<unknown> {
    if (signal.aborted) throw new DossierError('cancelled');
    const kill = (reason: DossierError) => (): void => {
      void channel.stop(reason);
    };
    const cancelled = kill(new DossierError('cancelled'));
    const timer = setTimeout(
      kill(new DossierError('too-large', { what: 'article', reason: 'time', seconds: timeLimit / 1000 })),
      timeLimit,
    );
    signal.addEventListener('abort', cancelled, { once: true });
    try {
      return await channel.ask(question);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancelled);
    }
  }

  function enqueue(question: CaptureQuestion, signal: AbortSignal): Promise<unknown> {
    const answer = queue.then(() => ask(question, signal));
    queue = answer.catch(() => undefined);
    return answer;
  }

  return {
    parse: async (input, signal) => (await enqueue({ read: 'article', input }, signal)) as ParsedArticle,
    readLibrary: async (input, signal) =>
      (await enqueue({ read: 'library', input }, signal)) as ParsedLibrary,
    close: () => channel.close(new DossierError('cancelled')),
  };
}

/** Node's own code for a worker past its `resourceLimits`; one that ended otherwise is a bug, not a large article. */
function isOutOfMemory(error: Error | null): boolean {
  return error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
