/** A workspace for tests of hosts: it records what reaches it and answers what the test says. */
import type { CallRequest } from '../../src-main/common/contract/client.ts';
import type { DossierEvent, Listener } from '../../src-main/common/contract/events.ts';
import { type Result, success } from '../../src-main/common/contract/result.ts';
import type { Workspace } from '../../src-main/worker/workspace.ts';

export interface FakeWorkspace extends Workspace {
  readonly calls: CallRequest[];
  readonly listening: () => number;
  readonly isClosed: () => boolean;
  emit(event: DossierEvent): void;
}

export function createFakeWorkspace(
  answer: (request: CallRequest) => Result<unknown> | Promise<Result<unknown>> = ({ input }) =>
    success(input),
): FakeWorkspace {
  const calls: CallRequest[] = [];
  const listeners = new Set<Listener>();
  let closed = false;
  return {
    calls,
    listening: () => listeners.size,
    isClosed: () => closed,
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    async call(request) {
      calls.push(request);
      return answer(request);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      closed = true;
    },
  };
}
