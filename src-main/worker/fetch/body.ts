/** The body of an answer, unpacked, within limits that hold for what travels and for what it unpacks to. */
import type { IncomingMessage } from 'node:http';
import type { Transform } from 'node:stream';
import { type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { DossierError } from '../../common/contract/errors.ts';
import { failed } from './failures.ts';

export interface BodyLimits {
  readonly bytes: number;
  /** Longest wait for the next bytes. */
  readonly stallMs: number;
}

type Unpack = 'identity' | 'gzip' | 'br' | 'deflate';

const NAMES: Readonly<Record<string, Unpack>> = {
  '': 'identity',
  identity: 'identity',
  gzip: 'gzip',
  'x-gzip': 'gzip',
  br: 'br',
  deflate: 'deflate',
};

/** @throws DossierError fetch-failed (encoding, broken, timeout), too-large */
export async function readBody(answer: IncomingMessage, url: URL, limits: BodyLimits): Promise<Uint8Array> {
  const name = (answer.headers['content-encoding'] ?? '').trim().toLowerCase();
  const how = NAMES[name];
  if (how === undefined) throw failed('encoding', url, { encoding: name.slice(0, 40) });
  const announced = Number(answer.headers['content-length'] ?? 0);
  if (announced > limits.bytes) throw tooLarge(url, announced, limits);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of unpack(guard(answer, url, limits), how)) {
    size += chunk.length;
    if (size > limits.bytes) throw tooLarge(url, size, limits);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function tooLarge(url: URL, size: number, { bytes }: BodyLimits): DossierError {
  return new DossierError('too-large', { path: url.href, size, limit: bytes });
}

/** What travels: counted, and given up where it stalls. */
async function* guard(answer: IncomingMessage, url: URL, limits: BodyLimits): AsyncGenerator<Buffer> {
  let size = 0;
  let timer: NodeJS.Timeout | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => answer.destroy(failed('timeout', url)), limits.stallMs);
  };
  try {
    wait();
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      wait();
      size += chunk.length;
      if (size > limits.bytes) throw tooLarge(url, size, limits);
      yield chunk;
    }
  } finally {
    clearTimeout(timer);
  }
}

async function* unpack(body: AsyncIterable<Buffer>, how: Unpack): AsyncGenerator<Buffer> {
  if (how === 'identity') {
    yield* body;
    return;
  }
  const parts = body[Symbol.asyncIterator]();
  const first = await parts.next();
  // An empty body is packed by some servers as nothing at all.
  if (first.done) return;
  const stream = startUnpacking(how, first.value);
  const feeding = feed(stream, first.value, parts);
  try {
    yield* stream as AsyncIterable<Buffer>;
  } finally {
    stream.destroy();
    await feeding;
  }
}

function startUnpacking(how: Exclude<Unpack, 'identity'>, start: Buffer): Transform & Readable {
  if (how === 'gzip') return createGunzip();
  if (how === 'br') return createBrotliDecompress();
  // Half of the servers mean the format with a head by `deflate`, the others the one without.
  return ((start[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
}

/** Never rejects: what went wrong is the stream's error, which its reader gets. */
async function feed(stream: Transform, first: Buffer, parts: AsyncIterator<Buffer>): Promise<void> {
  try {
    for (let chunk = first; ;) {
      if (stream.destroyed) break;
      if (!stream.write(chunk)) await drained(stream);
      const next = await parts.next();
      if (next.done) {
        stream.end();
        return;
      }
      chunk = next.value;
    }
    await parts.return?.();
  } catch (error) {
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

function drained(stream: Transform): Promise<void> {
  return new Promise((resolve) => {
    stream.once('drain', resolve);
    stream.once('close', resolve);
  });
}
