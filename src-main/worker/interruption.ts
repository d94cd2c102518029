/**
 * A run of the command line that is ended from outside (Ctrl+C, the system): what is under way is given up in its own
 * way, so that no half file, no browser that prints and no folder of it stay behind. A second signal ends at once.
 */
import type { Transport } from '../common/contract/client.ts';
import { DossierError } from '../common/contract/errors.ts';
import { failure } from '../common/contract/result.ts';
import { toErrorValue } from '../common/messages/error-value.ts';

/** What a shell is told: 128 and the signal's number. */
const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** As an engine is. */
type Callable = Pick<Transport, 'call'> & { cancel(call: string): void };
type Signals = Pick<NodeJS.Process, 'once' | 'exit'>;

export class Interruption {
  readonly #stopping = new AbortController();
  #code: number | null = null;
  #isListening = false;

  constructor(private readonly process: Signals) {}

  /** Null where nobody has ended the run. */
  get code(): number | null {
    return this.#code;
  }

  /** Aborted by the first of those signals; until this is asked for, they do what they always do. */
  get signal(): AbortSignal {
    if (!this.#isListening) {
      this.#isListening = true;
      for (const [name, code] of Object.entries(CODES)) {
        this.process.once(name, () => {
          this.#code = code;
          this.#stopping.abort();
        });
      }
    }
    return this.#stopping.signal;
  }

  /** The engine, whose calls the signal cancels; those after it are not begun. With none under way, the run ends. */
  guard<Guarded extends Callable>(engine: Guarded): Guarded {
    const running = new Set<string>();
    const { signal } = this;
    signal.addEventListener('abort', () => {
      if (running.size === 0) this.process.exit(this.#code ?? undefined);
      for (const id of running) engine.cancel(id);
    });
    return {
      ...engine,
      async call(request: Parameters<Transport['call']>[0]) {
        if (signal.aborted) return failure(toErrorValue(new DossierError('cancelled')));
        running.add(request.id);
        try {
          return await engine.call(request);
        } finally {
          running.delete(request.id);
        }
      },
    };
  }
}
