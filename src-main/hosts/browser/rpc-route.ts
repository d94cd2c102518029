/** POST /rpc: one call, one envelope. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseCallRequest } from '../../common/contract/call-request.ts';
import type { Capabilities } from '../../common/contract/capabilities.ts';
import type { CallRequest } from '../../common/contract/client.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { reachesInside } from '../../common/contract/private-addresses.ts';
import { failure, type Result } from '../../common/contract/result.ts';
import { decodeWire, encodeWire } from '../../common/contract/wire.ts';
import { toErrorValue } from '../../common/messages/error-value.ts';
import type { Workspace } from '../../worker/workspace.ts';
import { answerJson, refuse } from './reply.ts';

export interface RpcOptions {
  readonly workspace: Workspace;
  readonly capabilities: Capabilities;
  /** Longest body, in bytes. */
  readonly bodyLimit: number;
}

/** Only a type that a form or a plain cross-site request cannot send without the browser asking first. */
const JSON_TYPE = /^application\/json(?:\s*;\s*charset=utf-8)?$/i;

export async function handleRpc(
  request: IncomingMessage,
  response: ServerResponse,
  options: RpcOptions,
): Promise<void> {
  if (request.method !== 'POST') {
    refuse(response, 405);
    return;
  }
  if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) {
    refuse(response, 403);
    return;
  }
  const body = await readBody(request, options.bodyLimit);
  if (body === null) {
    refuse(response, 413);
    return;
  }
  const call = parseCall(body);
  answerJson(response, encodeWire(await answer(call, options)));
}

async function answer(call: CallRequest | null, options: RpcOptions): Promise<Result<unknown>> {
  const { workspace, capabilities } = options;
  if (!call) return failure(toErrorValue(new DossierError('invalid', { what: 'call' })));
  // What `capabilities` leaves out must not be possible by asking anyway: a page in a browser writes no files.
  if (writesFiles(call) && !capabilities.can.includes('write-exports')) {
    return failure(toErrorValue(new DossierError('unsupported', { what: 'write-exports' })));
  }
  if (reachesInside(call))
    return failure(toErrorValue(new DossierError('unsupported', { what: 'allowPrivate' })));
  return workspace.call(call);
}

function writesFiles({ name, input }: CallRequest): boolean {
  return name === 'export.run' && typeof input === 'object' && input !== null && 'out' in input;
}

/**
 * The whole body, or null as soon as it is longer than `limit`, whatever length it announced. The rest of a body
 * that is too long is read and dropped: a client that is still sending would not see the answer otherwise.
 * @throws Error where the client goes away in the middle
 */
function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const announced = Number(request.headers['content-length'] ?? 0);
    let over = announced > limit;
    if (over) resolve(null);
    let body = new Growing(over ? 0 : announced);
    request.on('data', (chunk: Buffer) => {
      if (over) return;
      body.add(chunk);
      if (body.length <= limit) return;
      over = true;
      body = new Growing(0);
      resolve(null);
    });
    request.once('end', () => {
      resolve(over ? null : body.text());
      body = new Growing(0);
    });
    request.once('error', reject);
  });
}

/** Bytes that come in pieces, held once where their number was announced: a file of 100 MB is 140 MB of JSON. */
class Growing {
  #bytes: Buffer;
  length = 0;

  /** @param size how many will come; they may be others */
  constructor(size: number) {
    this.#bytes = Buffer.allocUnsafeSlow(size);
  }

  add(piece: Buffer): void {
    const length = this.length + piece.length;
    if (length > this.#bytes.length) {
      const grown = Buffer.allocUnsafeSlow(length * 2);
      this.#bytes.copy(grown, 0, 0, this.length);
      this.#bytes = grown;
    }
    piece.copy(this.#bytes, this.length);
    this.length = length;
  }

  text(): string {
    return this.#bytes.toString('utf8', 0, this.length);
  }
}

/** Null for anything that is not a call: broken JSON, broken base64, nesting without end, another shape. */
function parseCall(body: string): CallRequest | null {
  try {
    return parseCallRequest(decodeWire(body));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError || error instanceof DOMException)
      return null;
    throw error;
  }
}
