import type { Client } from '../../../../src-main/common/contract/client.ts';
import type { CommandName } from '../../../../src-main/common/contract/commands.ts';
import type { DossierEvent, Listener } from '../../../../src-main/common/contract/events.ts';
import { type Result, success } from '../../../../src-main/common/contract/result.ts';

interface Called {
  readonly name: CommandName;
  readonly input: unknown;
}

/** Answers by command name; what has no answer here fails as `unsupported`, and so is seen. */
export type Answers = Readonly<Partial<Record<CommandName, (input: never) => unknown>>>;

const QUIET: Answers = {
  'history.next': () => ({ undo: null, redo: null }),
  'setting.all': () => ({ settings: {} }),
  'source.list': () => ({ sources: [] }),
  'tag.list': () => ({ tags: [] }),
  'excerpt.list': () => ({ excerpts: [] }),
};

/** A client over plain functions: what the screens send is in `called`, and `change` makes them look again. */
export function createFakeNotebook(answers: Answers, can: Client['capabilities']['can'] = []) {
  const called: Called[] = [];
  const listeners = new Set<Listener>();
  const call = (name: CommandName, input: unknown): Promise<Result<unknown>> => {
    called.push({ name, input });
    const answer = answers[name] ?? QUIET[name];
    if (answer !== undefined) return Promise.resolve(success(answer(input as never)));
    return Promise.resolve({
      ok: false,
      error: { code: 'unsupported', message: name, details: {}, retryable: false },
    });
  };
  const tell = (event: DossierEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const client: Client = {
    capabilities: { host: 'browser', platform: 'linux', can },
    call: call as Client['call'],
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    client,
    called,
    sent: (name: CommandName) => called.filter((one) => one.name === name).map(({ input }) => input),
    tell,
    change: () => {
      tell({ type: 'changed', command: null });
    },
  };
}
