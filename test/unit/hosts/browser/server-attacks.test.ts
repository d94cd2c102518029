import { symlinkSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../../../src-main/common/security.ts';
import { browserCapabilities } from '../../../../src-main/hosts/browser/capabilities.ts';
import { type RunningServer, startServer } from '../../../../src-main/hosts/browser/server.ts';
import { createFakeWorkspace, type FakeWorkspace } from '../../../support/fake-workspace.ts';
import { createPageFolder, type PageFolder } from '../../../support/page-folder.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

interface Ask {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
}

let page: PageFolder;
let workspace: FakeWorkspace;
let server: RunningServer;
let refusals: string[];

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

/** Node's own client: fetch would not send a foreign Host or an address that climbs. */
function ask({ path = '/', method = 'GET', headers = {}, body }: Ask): Promise<Answer> {
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
function call(change: Ask = {}, input: unknown = {}): Promise<Answer> {
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
function sendRaw(text: string): Promise<string> {
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

function expectRefused(answer: Answer, status: number): void {
  expect(answer.status).toBe(status);
  expect(answer.body).toBe('');
  expect(workspace.calls).toEqual([]);
}

describe('a call that is in order', () => {
  it('reaches the workspace and comes back in the envelope', async () => {
    const answer = await call({}, { a: 1 });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { a: 1 } });
    expect(workspace.calls).toEqual([{ id: '1', name: 'notebook.info', input: { a: 1 } }]);
    expect(refusals).toEqual([]);
  });

  it('may come from a client that is no browser, which sends neither Origin nor fetch metadata', async () => {
    const headers = { 'content-type': 'application/json', 'x-dossier-token': server.token };
    const answer = await ask({
      path: '/rpc',
      method: 'POST',
      headers,
      body: '{"id":"1","name":"x","input":{}}',
    });
    expect(answer.status).toBe(200);
  });

  it('is taken at localhost as well', async () => {
    const host = `localhost:${server.port}`;
    expect((await call({ headers: { host, origin: `http://${host}` } })).status).toBe(200);
  });
});

describe('DNS rebinding', () => {
  it.each([
    ['a foreign name', () => 'evil.example'],
    ['a foreign name with our port', () => `evil.example:${server.port}`],
    ['our name with another port', () => `127.0.0.1:${server.port === 80 ? 81 : 80}`],
    ['our name without the port', () => '127.0.0.1'],
    ['our name as a part of another', () => `127.0.0.1:${server.port}.evil.example`],
    ['a name that ends in ours', () => `evil-localhost:${server.port}`],
    ['the address of another interface', () => `0.0.0.0:${server.port}`],
    ['IPv6', () => `[::1]:${server.port}`],
    ['another spelling', () => `LOCALHOST:${server.port}`],
  ])('refuses %s as Host', async (_name, host) => {
    expectRefused(await call({ headers: { host: host(), origin: `http://${host()}` } }), 403);
    expectRefused(await ask({ headers: { host: host() } }), 403);
    expect(refusals).toEqual(['host', 'host']);
  });

  it('refuses a request without Host, and one with two', async () => {
    expect(await sendRaw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 403 /);
    const two = `Host: 127.0.0.1:${server.port}\r\nHost: evil.example\r\n`;
    expect(await sendRaw(`GET / HTTP/1.1\r\n${two}Connection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 403 /);
  });
});

describe('another page on this machine', () => {
  it.each(['https://evil.example', 'null', 'http://127.0.0.1', 'http://localhost:1', 'file://'])(
    'refuses the Origin %s',
    async (origin) => {
      expectRefused(await call({ headers: { origin } }), 403);
      expect(refusals).toEqual(['origin']);
    },
  );

  it('refuses the other of our two names as Origin: it is another origin to the browser', async () => {
    expectRefused(await call({ headers: { origin: `http://localhost:${server.port}` } }), 403);
  });

  it.each(['cross-site', 'same-site', 'none', 'Same-Origin', ''])(
    'refuses a call with Sec-Fetch-Site "%s"',
    async (site) => {
      expectRefused(await call({ headers: { 'sec-fetch-site': site } }), 403);
      expect(refusals).toEqual(['site']);
    },
  );

  it('refuses page files to other sites, and gives them to the address bar', async () => {
    for (const site of ['cross-site', 'same-site']) {
      expectRefused(await ask({ headers: { 'sec-fetch-site': site } }), 403);
    }
    expect((await ask({ headers: { 'sec-fetch-site': 'none' } })).status).toBe(200);
  });

  it('refuses what a form can send without asking', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      '',
    ]) {
      expectRefused(await call({ headers: { 'content-type': type } }), 403);
    }
  });

  it('answers no preflight', async () => {
    const answer = await call({
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expectRefused(answer, 403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('the token', () => {
  it.each([
    ['none', () => undefined],
    ['an empty one', () => ''],
    ['a wrong one', () => 'a'.repeat(43)],
    ['a shorter one', () => server.token.slice(0, -1)],
    ['a longer one', () => `${server.token}a`],
    ['one in another case', () => server.token.toLowerCase() + server.token.toUpperCase()],
  ])('refuses %s on every call', async (_name, token) => {
    const value = token();
    const headers: Record<string, string> = { host: `127.0.0.1:${server.port}` };
    if (value !== undefined) headers['x-dossier-token'] = value;
    for (const path of ['/capabilities', '/events', '/rpc']) expectRefused(await ask({ path, headers }), 403);
    expect(refusals).toEqual(['token', 'token', 'token']);
  });

  it('is not taken from the address or a cookie', async () => {
    const headers = { cookie: `x-dossier-token=${server.token}` };
    expectRefused(await ask({ path: `/capabilities?token=${server.token}`, headers }), 403);
  });

  it('is another one, of 256 bits, for each server', async () => {
    const other = await startServer({
      workspace,
      rendererFolder: page.folder,
      port: 0,
      capabilities: browserCapabilities('linux'),
    });
    expect(other.token).not.toBe(server.token);
    expect(Buffer.from(other.token, 'base64url')).toHaveLength(32);
    await other.close();
  });

  it('is given once for a ticket, and the ticket is worth nothing afterwards', async () => {
    const { pathname } = new URL(server.issueUrl());
    const first = await ask({ path: pathname, headers: { 'sec-fetch-site': 'none' } });
    expect(first.status).toBe(303);
    expect(first.headers['location']).toBe(`/#token=${server.token}`);
    expect(first.headers['cache-control']).toBe('no-store');
    expectRefused(await ask({ path: pathname }), 404);
    expectRefused(await ask({ path: '/open/' }), 404);
    expectRefused(await ask({ path: '/open/guess' }), 404);
  });

  it('is not given for a ticket to another site', async () => {
    const { pathname } = new URL(server.issueUrl());
    expectRefused(await ask({ path: pathname, headers: { 'sec-fetch-site': 'cross-site' } }), 403);
  });
});

describe('page files', () => {
  it('serves the page and its assets with the right type', async () => {
    const types = {
      '/': 'text/html; charset=utf-8',
      '/assets/index-abcd1234.js': 'text/javascript; charset=utf-8',
      '/assets/index-abcd1234.css': 'text/css; charset=utf-8',
      '/assets/letters-abcd1234.woff2': 'font/woff2',
    };
    for (const [path, type] of Object.entries(types)) {
      const answer = await ask({ path });
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toBe(type);
    }
  });

  it.each([
    '/../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/%2e%2e%2fsecret.html',
    '/..%5csecret.html',
    '/..\\secret.html',
    '/assets/../../secret.html',
    '/assets/..;/..;/secret.html',
    '/..%252fsecret.html',
    '/..%c0%afsecret.html',
    '/....//secret.html',
    '//secret.html',
    '/secret.html%00.js',
    '/./index.html',
    '/index.html/',
    '/assets',
    '/assets/',
    '/linked.html',
    '/notes.txt',
    '/__proto__',
    '/constructor',
    'http://evil.example/',
    '*',
  ])('has nothing at %s', async (path) => {
    const answer = await ask({ path });
    expectRefused(answer, 404);
  });

  it('takes GET and HEAD only', async () => {
    expect(await ask({ method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    for (const method of ['POST', 'PUT', 'DELETE', 'TRACE']) expectRefused(await ask({ method }), 405);
    const headers = { 'x-dossier-token': server.token };
    for (const path of ['/rpc', '/events', '/capabilities']) {
      expectRefused(await ask({ path, method: 'PATCH', headers }), 405);
    }
    expectRefused(await ask({ path: '/rpc', headers }), 405);
  });
});

describe('bodies', () => {
  it('refuses a body that announces itself as too long', async () => {
    expectRefused(await call({ body: Buffer.alloc(2_001, 'a') }), 413);
  });

  it('refuses a body that turns out to be too long', async () => {
    const headers = { 'transfer-encoding': 'chunked' };
    expectRefused(await call({ body: Buffer.alloc(500_000, 'a'), headers }), 413);
  });

  it.each([
    ['nothing', ''],
    ['broken JSON', '{"id":'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"notebook.info"'],
    ['no name', '{"id":"1","input":{}}'],
    ['a name that is no text', '{"id":"1","name":{"toString":1},"input":{}}'],
    ['more than a call has', '{"id":"1","name":"x","input":{},"owner":"engine"}'],
    ['a name without end', `{"id":"1","name":"${'x'.repeat(300)}","input":{}}`],
    ['broken bytes', '{"id":"1","name":"x","input":{"$bytes":"*"}}'],
    ['nesting', '['.repeat(1_900)],
  ])('answers `invalid` to %s', async (_name, body) => {
    const answer = await call({ body });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(workspace.calls).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'passes the name %s on as a name and nothing else',
    async (name) => {
      await call({ body: `{"id":"1","name":"${name}","input":{"__proto__":{"polluted":true}}}` });
      expect(workspace.calls.map((each) => each.name)).toEqual([name]);
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    },
  );

  it('refuses to write files, which its capabilities do not name', async () => {
    const body = '{"id":"1","name":"export.run","input":{"format":"html","out":"/etc/x"}}';
    expect(JSON.parse((await call({ body })).body)).toMatchObject({
      ok: false,
      error: { code: 'unsupported' },
    });
    expect(workspace.calls).toEqual([]);
  });
});

describe('headers', () => {
  it('protect every answer, refused or not', async () => {
    const answers = [
      await ask({}),
      await call(),
      await ask({ path: '/nothing' }),
      await call({ headers: { origin: 'x' } }),
    ];
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(headers['permissions-policy']).toContain('camera=()');
      expect(headers['cache-control']).toBeDefined();
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });
});

describe('clients that are slow or break off', () => {
  it('drops a page that does not read its events, and keeps nothing for it', async () => {
    const dropped = Promise.withResolvers<void>();
    const joined = Promise.withResolvers<void>();
    server.onViewers((count) => {
      (count > 0 ? joined : dropped).resolve();
    });
    const socket = connect(server.port, '127.0.0.1');
    socket.pause();
    socket.on('error', () => undefined);
    socket.write(
      `GET /events HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nx-dossier-token: ${server.token}\r\n\r\n`,
    );
    await joined.promise;
    const event = { type: 'menu', command: 'x'.repeat(50_000) } as const;
    let isDropped = false;
    void dropped.promise.then(() => (isDropped = true));
    for (let round = 0; round < 1_000 && !isDropped; round++) {
      workspace.emit(event);
      await new Promise(setImmediate);
    }
    await dropped.promise;
    expect(workspace.listening()).toBe(0);
    socket.destroy();
  });

  it('ends a request whose head never ends', async () => {
    expect(await sendRaw(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nX-Slow: `)).toBe('');
  });

  it('ends what is not HTTP without an answer', async () => {
    expect(await sendRaw('\x16\x03\x01 hello\r\n\r\n')).toBe('');
  });

  it('goes on after a client that breaks off in the middle of a body', async () => {
    const socket = connect(server.port, '127.0.0.1');
    socket.write(
      `POST /rpc HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nx-dossier-token: ${server.token}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
      () => socket.destroy(),
    );
    await new Promise((resolve) => socket.once('close', resolve));
    expect((await call()).status).toBe(200);
    expect(workspace.calls).toHaveLength(1);
  });

  it('closes at once although pages listen and connections idle', async () => {
    const joined = Promise.withResolvers<void>();
    server.onViewers(() => {
      joined.resolve();
    });
    const headers = { 'x-dossier-token': server.token };
    const left = ask({ path: '/events', headers }).catch(() => 'ended');
    await joined.promise;
    await server.close();
    expect(await left).toBe('ended');
    expect(workspace.listening()).toBe(0);
    expect(workspace.isClosed()).toBe(false);
  });
});
