/** One way for every call: look up, validate, run (mutations one after another), answer with the envelope. */
import { checkInput } from '../common/contract/check-input.ts';
import type { CallRequest } from '../common/contract/client.ts';
import {
  COMMANDS,
  isCommandName,
  type CommandName,
  type EngineCommand,
  type MutationName,
} from '../common/contract/commands.ts';
import { DossierError } from '../common/contract/errors.ts';
import type { DossierEvent } from '../common/contract/events.ts';
import { failure, success, type Result } from '../common/contract/result.ts';
import { toErrorValue } from '../common/messages/error-value.ts';
import type { Context, MutationHandler, QueryHandler } from './handler.ts';
import type { Ports, Searcher } from './ports.ts';
import type { IndexKeeper } from './storage/index-keeper.ts';
import type { Notebook } from './storage/connection.ts';
import { CommandWriter, type Commit, type IndexFollower, type Origin, type Parts } from './command-writer.ts';

/** Every engine command has exactly one handler; a missing one does not compile. */
export type HandlerMap = {
  readonly [Name in EngineCommand]: Name extends MutationName
    ? MutationHandler<Name>
    : QueryHandler<Exclude<Name, MutationName>>;
};

/** The handler map seen from here, where names are only known at run time. */
type AnyHandler = AnyMutation | { readonly kind: 'query'; run(context: Context, input: unknown): unknown };

interface AnyMutation {
  readonly kind: 'mutation';
  readonly inOrder?: boolean;
  prepare(context: Context, input: unknown): Commit | Parts | Promise<Commit | Parts>;
}

export interface DispatchParts {
  readonly notebook: Notebook;
  readonly searcher: Searcher;
  readonly index: IndexKeeper & IndexFollower;
  readonly ports: Ports;
  readonly handlers: HandlerMap;
  emit(event: DossierEvent): void;
}

export interface Dispatch {
  call(request: CallRequest): Promise<Result<unknown>>;
  cancel(call: string): void;
  /** Ends every running call with `cancelled` and waits for them. */
  drain(): Promise<void>;
}

export function createDispatch(parts: DispatchParts): Dispatch {
  const writer = new CommandWriter(parts);
  const line = new Line();
  // Not by id: two callers may choose the same one, and neither must be forgotten for the other.
  const running = new Map<AbortController, { readonly id: string; readonly done: Promise<unknown> }>();

  async function run({ id, name, input }: CallRequest, signal: AbortSignal): Promise<Result<unknown>> {
    try {
      const { command, handler } = lookUp(parts.handlers, name);
      const checked = checkInput(command, input);
      const context = contextOf(parts, id, signal);
      if (handler.kind === 'query') return success(await handler.run(context, checked));
      return success(await write({ command, call: id }, handler, context, checked));
    } catch (error) {
      logBug(error, parts.ports);
      return failure(toErrorValue(error));
    }
  }

  async function write(
    origin: Origin,
    handler: AnyMutation,
    context: Context,
    input: unknown,
  ): Promise<unknown> {
    const turn = handler.inOrder ? line.enter() : null;
    try {
      const apply = await handler.prepare(context, input);
      if (turn) await untilAborted(turn.previous, context.signal);
      if (context.signal.aborted) throw new DossierError('cancelled');
      const written =
        typeof apply === 'function'
          ? writer.write(origin, apply)
          : writer.writeParts(origin, apply, context.signal);
      // The next one may join the same transaction.
      turn?.leave();
      return await written;
    } finally {
      turn?.leave();
    }
  }

  return {
    call(request) {
      const controller = new AbortController();
      const done = run(request, controller.signal).finally(() => running.delete(controller));
      running.set(controller, { id: request.id, done });
      return done;
    },
    cancel(call) {
      for (const [controller, { id }] of running) if (id === call) controller.abort();
    },
    async drain() {
      for (const controller of running.keys()) controller.abort();
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}

function contextOf(
  { notebook, searcher, index, ports, emit }: DispatchParts,
  call: string,
  signal: AbortSignal,
): Context {
  const progress = (done: number, total: number | null): void =>
    emit({ type: 'progress', call, done, total });
  return { notebook, searcher, index, ports, signal, progress };
}

/** Who comes in goes on after those before have left. */
class Line {
  #last: Promise<void> = Promise.resolve();

  enter(): { readonly previous: Promise<void>; leave(): void } {
    const previous = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    // Who leaves early lets nobody pass who is still before it.
    return { previous, leave: () => void previous.then(resolve) };
  }
}

/** Who gives up while waiting is answered at once, not when those before are done. */
function untilAborted(turn: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      signal.removeEventListener('abort', go);
      resolve();
    };
    signal.addEventListener('abort', go);
    if (signal.aborted) go();
    void turn.then(go);
  });
}

function lookUp(handlers: HandlerMap, name: string): { command: EngineCommand; handler: AnyHandler } {
  if (!isCommandName(name) || !isEngineCommand(name)) {
    throw new DossierError('unsupported', { what: 'command', id: name });
  }
  return { command: name, handler: handlers[name] as AnyHandler };
}

function isEngineCommand(name: CommandName): name is EngineCommand {
  return COMMANDS[name].owner === 'engine';
}

/** A bug is logged with its stack; the caller only learns that there was one. */
function logBug(error: unknown, { log }: Ports): void {
  if (error instanceof DossierError && error.code !== 'internal') return;
  log.write('error', 'internal error', { stack: error instanceof Error ? error.stack : String(error) });
}
