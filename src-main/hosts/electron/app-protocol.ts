/** `app://dossier/`: the built page, from a list that was made at start, with the app's headers on every answer. */
import { readFile } from 'node:fs/promises';
import type { Protocol } from 'electron';
import { DECODER_HEADERS, SECURITY_HEADERS } from '../../common/security.ts';
import type { PageFiles } from '../../worker/page-files.ts';
import { APP_SCHEME, isAppUrl } from './trust.ts';

/** Before the app is ready, or Chromium treats the scheme as one without an origin. */
export function registerAppScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

export function serveApp(protocol: Protocol, files: PageFiles): void {
  protocol.handle(APP_SCHEME, (request) => answer(request, files));
}

async function answer(request: Request, files: PageFiles): Promise<Response> {
  if (!isAppUrl(request.url)) return refusal(403);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
  const file = files.get(new URL(request.url).pathname || '/');
  if (!file) return refusal(404);
  const bytes = await readFile(file.path);
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), {
    headers: {
      ...(file.isDecoder ? DECODER_HEADERS : SECURITY_HEADERS),
      'content-type': file.mediaType,
      'cache-control': 'no-store',
    },
  });
}

function refusal(status: 403 | 404 | 405): Response {
  return new Response(null, { status, headers: SECURITY_HEADERS });
}
