/** All that the page gets from Electron: `window.dossier` with `call`, `subscribe` and `capabilities`. */
import { contextBridge, ipcRenderer } from 'electron';
import type { CallRequest, Transport } from '../../common/contract/client.ts';
import type { DossierEvent, Listener } from '../../common/contract/events.ts';
import { CALL_CHANNEL, EVENT_CHANNEL, fromArguments } from '../../common/contract/ipc.ts';
import { failure, type Result } from '../../common/contract/result.ts';

const listeners = new Set<Listener>();

ipcRenderer.on(EVENT_CHANNEL, (_event, event: DossierEvent) => {
  for (const listener of listeners) listener(event);
});

/** Passes on exactly the three fields, so that nothing else of the page's ever reaches the main process. */
async function call(request: CallRequest): Promise<Result<unknown>> {
  if (!isCall(request)) return broken('This is not a call.');
  const { id, name, input } = request;
  try {
    return (await ipcRenderer.invoke(CALL_CHANNEL, { id, name, input })) as Result<unknown>;
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error));
  }
}

function subscribe(listener: Listener): () => void {
  if (typeof listener !== 'function') throw new TypeError('A listener is a function.');
  // One of its own, so that the same listener may be given twice and taken away once.
  const own: Listener = (event) => {
    listener(event);
  };
  listeners.add(own);
  return () => {
    listeners.delete(own);
  };
}

function isCall(request: unknown): request is CallRequest {
  if (typeof request !== 'object' || request === null) return false;
  const { id, name } = request as Partial<CallRequest>;
  return typeof id === 'string' && typeof name === 'string';
}

function broken(reason: string): Result<never> {
  return failure({ code: 'internal', message: reason, details: { reason }, retryable: false });
}

const transport: Transport = { call, subscribe, capabilities: fromArguments(process.argv) };

contextBridge.exposeInMainWorld('dossier', transport);
