/** The served app over a workspace that only notes its calls, and ways to ask it for what no browser would. */
import { symlinkSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { browserCapabilities } from '../../src-main/hosts/browser/capabilities.ts';
import { type RunningServer, startServer } from '../../src-main/hosts/browser/server.ts';
import { createFakeWorkspace, type FakeWorkspace } from './fake-workspace.ts';
import { createPageFolder, type PageFolder } from './page-folder.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Ask {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
}

export let page: PageFolder;
export let workspace: FakeWorkspace;
export let server: RunningServer;
export let refusals: string[];

/** A new one for each test of the file that calls this. */
export function serveForEach(): void {
  beforeEach(async () => {
    page = createPageFolder();
    workspace = createFakeWorkspace();
    refusals = [];
    symlinkSync(page.secret, join(page.folder, 'linked.html'));
    server = await startServer({
      workspace,
      rendererFolder: page.folder,
      port: 0,
      capabilities: browserCapabilities('linux'),
      onRefusal: (reason) => refusals.push(reason),
      limits: { bodyBytes: 2_000, eventBacklogBytes: 64 * 1024, headersTimeoutMs: 300, closeGraceMs: 200 },
    });
  });

  afterEach(async () => {
    await server.close();
    page.remove();
  });
}

/** Node's own client: fetch would not send a foreign Host or an address that climbs. */
export function ask({ path = '/', method = 'GET', headers = {}, body }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port: server.port, path, method, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** Everything that a good call has; tests change one thing. */
export function call(change: Ask = {}, input: unknown = {}): Promise<Answer> {
  return ask({
    path: '/rpc',
    method: 'POST',
    body: JSON.stringify({ id: '1', name: 'notebook.info', input }),
    ...change,
    headers: {
      host: `127.0.0.1:${server.port}`,
      origin: `http://127.0.0.1:${server.port}`,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      'x-dossier-token': server.token,
      ...change.headers,
    },
  });
}

/** Sends bytes as they stand and gives back all that comes until the connection ends. */
export function sendRaw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
    socket.on('close', () => {
      resolve(answer);
    });
    socket.on('error', reject);
  });
}

export function expectRefused(answer: Answer, status: number): void {
  expect(answer.status).toBe(status);
  expect(answer.body).toBe('');
  expect(workspace.calls).toEqual([]);
}
