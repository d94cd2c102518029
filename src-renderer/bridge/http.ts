/** Transport over HTTP: POST /rpc for calls, a streamed GET /events for what the engine reports. */
import type { Capabilities } from '../../src-main/common/contract/capabilities.ts';
import type { CallRequest, Transport } from '../../src-main/common/contract/client.ts';
import type { DossierEvent, Listener } from '../../src-main/common/contract/events.ts';
import { type Result, failure } from '../../src-main/common/contract/result.ts';
import { decodeWire, encodeWire } from '../../src-main/common/contract/wire.ts';
import { followEvents } from './event-stream.ts';

/** @throws Error where the server does not answer or refuses the token */
export async function connectHttp(request: typeof fetch, token: string): Promise<Transport> {
  const headers = { 'x-dossier-token': token };
  const answer = await request('/capabilities', { headers });
  if (!answer.ok) throw new Error(`capabilities: ${answer.status}`);
  const capabilities = (await answer.json()) as Capabilities;
  const listeners = new Set<Listener>();
  followEvents(request, headers, (event: DossierEvent) => {
    for (const listener of listeners) listener(event);
  });
  return {
    capabilities,
    call: (call) => post(request, headers, call),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The server refuses a body before it reads it, so that its answer holds no envelope. */
const TOO_LARGE = 413;

function refuseSize({ name }: CallRequest): Result<unknown> {
  return failure({
    code: 'too-large',
    message: `The server takes no call of this size: ${name}`,
    details: {},
    retryable: false,
  });
}

async function post(
  request: typeof fetch,
  headers: Readonly<Record<string, string>>,
  call: CallRequest,
): Promise<Result<unknown>> {
  try {
    const answer = await request('/rpc', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: encodeWire(call),
    });
    if (answer.status === TOO_LARGE) return refuseSize(call);
    return decodeWire(await answer.text()) as Result<unknown>;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return failure({
      code: 'internal',
      message: `The engine does not answer: ${reason}`,
      details: { what: 'connection', reason },
      retryable: true,
    });
  }
}
