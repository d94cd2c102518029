import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PageFile } from '../../worker/page-files.ts';
import { DECODER_HEADERS } from '../../common/security.ts';
import { headersFor, refuse } from './reply.ts';

/** A year, which is what the standard calls for ever. */
const FOREVER = 'private, max-age=31536000, immutable';

/** Sends one file of the list. `GET` and `HEAD` only. */
export async function sendPageFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: PageFile,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuse(response, 405);
    return;
  }
  const bytes = await readOrNull(file.path);
  if (!bytes) {
    refuse(response, 404);
    return;
  }
  response.writeHead(200, {
    ...headersFor(file.mediaType, file.immutable ? FOREVER : 'no-store'),
    ...(file.isDecoder ? DECODER_HEADERS : {}),
    'content-length': String(bytes.length),
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** Null where the file has gone since the list was made, as when the app is built anew meanwhile. */
async function readOrNull(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
