import type { ServerResponse } from 'node:http';
import { SECURITY_HEADERS } from '../../common/security.ts';

export type RefusalStatus = 403 | 404 | 405 | 413;

/** Headers of an answer that must not be kept by anything. */
export function headersFor(mediaType: string, cacheControl = 'no-store'): Record<string, string> {
  return { ...SECURITY_HEADERS, 'content-type': mediaType, 'cache-control': cacheControl };
}

/** No reason and no body: whoever is refused learns nothing. The connection is not used again. */
export function refuse(response: ServerResponse, status: RefusalStatus): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'cache-control': 'no-store',
    'content-length': '0',
    connection: 'close',
  });
  response.end();
}

export function answerJson(response: ServerResponse, json: string): void {
  const body = Buffer.from(json);
  response.writeHead(200, {
    ...headersFor('application/json; charset=utf-8'),
    'content-length': String(body.length),
  });
  response.end(body);
}
