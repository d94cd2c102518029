/** A web server of the test's own, on the loopback address; gone when the test ends. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface WebServer {
  readonly origin: string;
  readonly port: number;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
  /** Heads of the requests, in order. */
  readonly heads: readonly IncomingMessage['headers'][];
}

export type Page =
  | string
  | Uint8Array
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array;
    }
  | ((request: IncomingMessage, response: ServerResponse) => void);

export interface WebServerOptions {
  /** Answers over TLS. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** Serves `pages` by path; a text is HTML in UTF-8, what is not there is answered with 404. */
export async function serveWeb(
  pages: Readonly<Record<string, Page>>,
  options: WebServerOptions = {},
): Promise<WebServer> {
  const asked: string[] = [];
  const heads: IncomingMessage['headers'][] = [];
  const listener: RequestListener = (request, response) => {
    asked.push(request.url ?? '');
    heads.push(request.headers);
    answer(pages[request.url ?? ''], request, response);
  };
  const server = options.tls ? createTlsServer(options.tls, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}`, port, asked, heads };
}

function answer(page: Page | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (typeof page === 'function') {
    page(request, response);
    return;
  }
  if (page === undefined) {
    response.writeHead(404, { 'content-type': 'text/html' }).end('<p>Not here</p>');
    return;
  }
  if (typeof page === 'string' || page instanceof Uint8Array) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    return;
  }
  response
    .writeHead(page.status ?? 200, { 'content-type': 'text/html', ...page.headers })
    .end(page.body ?? '');
}

/** Passes on to `location`. */
export function redirectTo(location: string, status = 302): Page {
  return { status, headers: { location } };
}
