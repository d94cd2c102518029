/** The templater port over a thread: one template at a time, ended where it is not wanted any more or takes too long. */
import { DossierError } from '../common/contract/errors.ts';
import type { TemplatePart, Templater } from '../core/ports.ts';
import { WorkerChannel } from './channel.ts';

/** For the values of a large notebook, and what is written of them. */
const HEAP_LIMIT_MB = 1024;
/** The library looks at the clock by itself; this is for where it does not. */
const GRACE = 2000;

export function startTemplater(workerUrl: URL): Templater {
  const channel = new WorkerChannel({
    url: workerUrl,
    worker: { resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB } },
    explainExit: (error) => (isOutOfMemory(error) ? overLimit() : undefined),
  });
  let turn: Promise<unknown> = Promise.resolve();

  async function render(
    question: Parameters<Templater['render']>[0],
    signal: AbortSignal,
  ): Promise<readonly TemplatePart[]> {
    if (signal.aborted) throw new DossierError('cancelled');
    const stop = (reason: DossierError) => (): void => void channel.stop(reason);
    const cancel = stop(new DossierError('cancelled'));
    const timer = setTimeout(stop(overLimit()), question.limits.milliseconds + GRACE);
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return (await channel.ask(question)) as readonly TemplatePart[];
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
    }
  }

  return {
    render(question, signal) {
      const next = turn.then(() => render(question, signal));
      turn = next.catch(() => undefined);
      return next;
    },
    close: () => channel.close(new DossierError('cancelled')),
  };
}

/** Which line it was is not known. */
const overLimit = (): DossierError => new DossierError('invalid', { what: 'template', reason: 'limit' });

function isOutOfMemory(error: Error | null): boolean {
  return error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
