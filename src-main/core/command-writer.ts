/**
 * Writes prepared mutations, one after another. Those that wait at the same time are one transaction: of hundreds of
 * files that are captured at once, each would else wait for the disk by itself. Each is all or nothing all the same,
 * and is answered when all of them are stored and synced.
 */
import type { EngineCommand } from '../common/contract/commands.ts';
import { DossierError } from '../common/contract/errors.ts';
import type { DossierEvent } from '../common/contract/events.ts';
import type { Ports } from './ports.ts';
import { goOnFrom, logChange, logStep } from './storage/changes.ts';
import type { Notebook, Writer } from './storage/connection.ts';
import { Edit } from './storage/edit.ts';

export type Commit = (edit: Edit) => unknown;
/** Each is told what it came to, or what it failed of; what it returns in the end is the answer. */
export type Parts = AsyncGenerator<Commit, unknown, unknown>;

export interface IndexFollower {
  /** Indexes what was written, in the transaction that wrote it. */
  follow(writer: Writer): void;
}

interface WriterParts {
  readonly notebook: Notebook;
  readonly index: IndexFollower;
  readonly ports: Ports;
  emit(event: DossierEvent): void;
}

/** Who writes. */
export interface Origin {
  readonly command: EngineCommand;
  /** The call's id. */
  readonly call: string;
}

interface Waiting {
  readonly origin: Origin;
  readonly apply: Commit;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** Other processes wait for the lock meanwhile: some tens of milliseconds. */
const AT_ONCE = 16;

/** What goes through the log is no change of its own: it is never undone. */
const isStep = (command: EngineCommand): boolean => command === 'history.undo' || command === 'history.redo';

type Outcome = { readonly value: unknown } | { readonly error: unknown };

export class CommandWriter {
  readonly #waiting: Waiting[] = [];
  #isScheduled = false;

  constructor(readonly parts: WriterParts) {}

  /** @throws what `apply` throws; DossierError notebook-read-only, notebook-locked, disk-full */
  write(origin: Origin, apply: Commit): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ origin, apply, resolve, reject });
      this.#schedule();
    });
  }

  /**
   * One after another, others in between: each goes on from the one before, so that they are one step of undo.
   * Undo and redo in parts are none.
   * @throws what a part throws; DossierError cancelled, also where the user has undone what was written so far
   */
  async writeParts(origin: Origin, parts: Parts, signal: AbortSignal): Promise<unknown> {
    let last: number | null = null;
    for (let step = await parts.next(); ;) {
      if (step.done) return step.value;
      const apply = step.value;
      let edited: Edit | undefined;
      const writing: Promise<unknown> = signal.aborted
        ? Promise.reject(new DossierError('cancelled'))
        : this.write(origin, (edit) => {
            if (last !== null && !isStep(origin.command)) goOnFrom(edit, last);
            edited = edit;
            return apply(edit);
          });
      step = await writing.then(
        (value) => {
          last = edited?.seq ?? last;
          return parts.next(value);
        },
        (error: unknown) => parts.throw(error),
      );
    }
  }

  /** After what has come in by then is prepared too. */
  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#writeTogether(this.#waiting.splice(0, AT_ONCE));
      if (this.#waiting.length > 0) this.#schedule();
    });
  }

  #writeTogether(batch: readonly Waiting[]): void {
    try {
      this.#answer(batch, this.#transaction(batch));
    } catch (error) {
      const [only, ...others] = batch;
      if (!only) return;
      if (others.length === 0) only.reject(error);
      // Of all that were written together, each is to have its own outcome.
      else for (const each of batch) this.#writeTogether([each]);
    }
  }

  #transaction(batch: readonly Waiting[]): readonly Outcome[] {
    const { notebook, index } = this.parts;
    if (notebook.readOnly) throw new DossierError('notebook-read-only', { path: notebook.path });
    return notebook.transaction((writer) => {
      const outcomes = batch.map(({ origin, apply }): Outcome => {
        const run = (): unknown => this.#apply(writer, origin.command, apply);
        return batch.length === 1 ? { value: run() } : writer.attempt(run);
      });
      if (outcomes.some((outcome) => 'value' in outcome)) index.follow(writer);
      return outcomes;
    });
  }

  #apply(writer: Writer, command: EngineCommand, apply: Commit): unknown {
    const edit = new Edit(writer, this.parts.ports.clock, this.parts.ports.ids);
    const value = apply(edit);
    if (isStep(command)) logStep(edit, command);
    else if (edit.patches.length > 0) logChange(edit, command);
    return value;
  }

  #answer(batch: readonly Waiting[], outcomes: readonly Outcome[]): void {
    batch.forEach(({ origin, resolve, reject }, at) => {
      const outcome = outcomes[at];
      if (!outcome || 'error' in outcome) return reject(outcome?.error);
      this.parts.emit({ type: 'changed', ...origin });
      resolve(outcome.value);
    });
  }
}
