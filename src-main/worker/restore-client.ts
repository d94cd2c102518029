/** Restoring as the workspace sees it: in a thread of its own, so that no window waits for it. */
import type { Output } from '../common/contract/commands.ts';
import { DossierError } from '../common/contract/errors.ts';
import { WorkerChannel } from './channel.ts';
import type { EngineQuestion } from './engine-client.ts';

export interface Restoring {
  /** @throws DossierError those of `workspace.restore` */
  readonly done: Promise<Output<'workspace.restore'>>;
  /** Resolves when nothing is written any more, and nothing is left of it. */
  cancel(): Promise<void>;
}

export function startRestore(
  workerUrl: URL,
  { archive, path }: { readonly archive: string; readonly path: string },
  progress: (done: number, total: number) => void,
): Restoring {
  const channel = new WorkerChannel({
    url: workerUrl,
    worker: { workerData: { path, create: false } },
    onEvent: (event) => {
      const { done, total } = event as { done: number; total: number };
      progress(done, total);
    },
  });
  const ask = (question: EngineQuestion): Promise<unknown> => channel.ask(question);
  const done = ask({ ask: 'restore', archive }).finally(() =>
    channel.close(new DossierError('cancelled')),
  ) as Promise<Output<'workspace.restore'>>;
  return {
    done,
    async cancel() {
      // It stops by itself and takes away what it made; a thread that is only ended leaves it.
      await ask({ ask: 'close' }).catch(() => undefined);
      await done.catch(() => undefined);
    },
  };
}
