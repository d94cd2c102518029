import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../../../src-main/common/security.ts';
import {
  ask,
  call,
  expectRefused,
  sendRaw,
  serveForEach,
  server,
  workspace,
} from '../../../support/attacked-server.ts';

serveForEach();

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
