import { describe, expect, it } from 'vitest';
import { browserCapabilities } from '../../../../src-main/hosts/browser/capabilities.ts';
import { startServer } from '../../../../src-main/hosts/browser/server.ts';
import {
  ask,
  call,
  expectRefused,
  page,
  refusals,
  sendRaw,
  serveForEach,
  server,
  workspace,
} from '../../../support/attacked-server.ts';

serveForEach();

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
