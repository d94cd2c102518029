import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { DossierError } from '../../../src-main/common/contract/errors.ts';
import type { Fetched, FetchRequest } from '../../../src-main/core/ports.ts';
import { reachOf } from '../../../src-main/worker/fetch/addresses.ts';
import { createFetcher, type FetcherOptions } from '../../../src-main/worker/fetch/fetcher.ts';
import { redirectTo, serveWeb } from '../../support/web-server.ts';
import { TEST_CERTIFICATE } from '../../support/certificate.ts';

const HTML = ['text/html', 'text/plain'];
const forever = new AbortController().signal;

function ask(url: string, rest: Partial<FetchRequest> = {}): FetchRequest {
  return { url, allowPrivate: true, accept: '*/*', types: HTML, maxBytes: 1_000_000, ...rest };
}

function get(request: FetchRequest, options: FetcherOptions = {}, signal = forever): Promise<Fetched> {
  return createFetcher({ totalMs: 5000, ...options }).fetch(request, signal);
}

/** The reason, or the error's code where there is none. */
async function reasonOf(answer: Promise<unknown>): Promise<unknown> {
  const error = await answer.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DossierError)) throw new Error(`not refused: ${String(error)}`);
  return error.code === 'fetch-failed' ? error.details['reason'] : error.code;
}

const text = (fetched: Fetched) => new TextDecoder().decode(fetched.bytes);

/** A network of names: what is not named does not exist. This machine counts as public. */
function network(names: Readonly<Record<string, readonly (readonly string[])[]>>) {
  const asked: string[] = [];
  const resolve = (host: string): Promise<readonly string[]> => {
    const answers = names[host] ?? [];
    const times = asked.filter((each) => each === host).length;
    asked.push(host);
    return Promise.resolve(answers[Math.min(times, answers.length - 1)] ?? []);
  };
  const judge = (address: string) => (address === '127.0.0.1' ? 'public' : reachOf(address));
  return { resolve, judge, asked };
}

describe('a page', () => {
  it('comes with its bytes, type, charset, name and address', async () => {
    const server = await serveWeb({
      '/a/seite.html?x=1': {
        headers: { 'content-type': 'Text/HTML; Charset="windows-1252"' },
        body: 'Hello',
      },
    });
    const fetched = await get(ask(`${server.origin}/a/seite.html?x=1#part`));
    expect(text(fetched)).toBe('Hello');
    expect(fetched).toMatchObject({
      mediaType: 'text/html',
      charset: 'windows-1252',
      fileName: 'seite.html',
      url: `${server.origin}/a/seite.html?x=1#part`,
      isPrivate: true,
    });
  });

  it('is asked for without a cookie, a referrer or anything that names the user', async () => {
    const server = await serveWeb({ '/': 'x' });
    await get(ask(server.origin));
    const names = Object.keys(server.heads[0] ?? {}).sort();
    expect(names).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
    expect(server.heads[0]?.['user-agent']).toMatch(/^Dossier\//);
  });

  it('takes the name that the server gives, without folders', async () => {
    const give = (value: string) => ({ headers: { 'content-disposition': value }, body: 'x' });
    const server = await serveWeb({
      '/1': give('attachment; filename="../../etc/passwd"'),
      '/2': give("attachment; filename=x.pdf; filename*=UTF-8''l%C3%A9gende.pdf"),
      '/3': give('inline'),
      '/': 'x',
    });
    const names = await Promise.all(['/1', '/2', '/3', '/'].map((path) => get(ask(server.origin + path))));
    expect(names.map(({ fileName }) => fileName)).toEqual(['passwd', 'légende.pdf', '3', null]);
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
  ] as const)('is unpacked from %s', async (encoding, pack) => {
    const body = 'À la page '.repeat(5000);
    const server = await serveWeb({ '/': { headers: { 'content-encoding': encoding }, body: pack(body) } });
    expect(text(await get(ask(server.origin)))).toBe(body);
  });
});

describe('redirects', () => {
  it('are followed, and the last address is the one that counts', async () => {
    const server = await serveWeb({
      '/a': redirectTo('b', 301),
      '/b': redirectTo('/c/d', 308),
      '/c/d': 'there',
    });
    const fetched = await get(ask(`${server.origin}/a`));
    expect([text(fetched), fetched.url]).toEqual(['there', `${server.origin}/c/d`]);
  });

  it('that lead in a circle end', async () => {
    const server = await serveWeb({ '/a': redirectTo('/b'), '/b': redirectTo('/a') });
    expect(await reasonOf(get(ask(`${server.origin}/a`)))).toBe('redirects');
    expect(server.asked).toHaveLength(11);
  });

  it.each(['file:///etc/passwd', 'data:text/html,x', 'ftp://example.org/'])(
    'to %s are not followed',
    async (to) => {
      const server = await serveWeb({ '/': redirectTo(to) });
      expect(await reasonOf(get(ask(server.origin)))).toBe('address');
    },
  );

  it('with a password in them are not followed', async () => {
    const server = await serveWeb({ '/': redirectTo('http://user:secret@example.org/') });
    const error = await get(ask(server.origin)).catch((thrown: unknown) => thrown);
    expect(JSON.stringify((error as DossierError).details)).not.toContain('secret');
    expect((error as DossierError).details['reason']).toBe('credentials');
  });

  it('from a public server to a private address are refused, allowed or not', async () => {
    const net = network({ 'public.test': [['127.0.0.1']], 'inside.test': [['10.0.0.1']] });
    const server = await serveWeb({
      '/name': redirectTo('http://inside.test/'),
      '/number': redirectTo('http://192.168.0.1/'),
      '/hidden': redirectTo('http://0x7f.1/'),
      '/six': redirectTo('http://[::ffff:127.0.0.1]/'),
    });
    for (const path of ['/name', '/number', '/six']) {
      for (const allowPrivate of [false, true]) {
        const request = ask(`http://public.test:${server.port}${path}`, { allowPrivate });
        expect(await reasonOf(get(request, { network: net }))).toBe('private');
      }
    }
    // However it is spelt, an address is judged as what it is.
    expect(reachOf(new URL('http://0x7f.1/').hostname)).toBe('private');
  });
});

describe('the private network', () => {
  it.each([
    'http://127.0.0.1:1/',
    'http://localhost:1/',
    'http://[::1]:1/',
    'http://2130706433:1/',
    'http://10.0.0.1/',
  ])('is not asked: %s', async (url) =>
    expect(await reasonOf(get(ask(url, { allowPrivate: false })))).toBe('private'),
  );

  it.each(['http://0.0.0.0:1/', 'http://[::]:1/', 'http://224.0.0.1/', 'http://[::ffff:127.0.0.1]:1/'])(
    'has addresses that no allowance opens: %s',
    async (url) => expect(await reasonOf(get(ask(url)))).toBe('private'),
  );

  it('is not reached by a name that changes its meaning: a name is looked up once and connected to as checked', async () => {
    const server = await serveWeb({ '/': 'first' });
    const net = network({ 'rebind.test': [['127.0.0.1'], ['10.0.0.1']] });
    const fetched = await get(ask(`http://rebind.test:${server.port}/`, { allowPrivate: false }), {
      network: net,
    });
    expect(text(fetched)).toBe('first');
    expect(net.asked).toEqual(['rebind.test']);
  });

  it('is not reached by a name that stands for both', async () => {
    const server = await serveWeb({ '/': 'x' });
    const net = network({ 'both.test': [['127.0.0.1', '192.168.0.1']] });
    const request = ask(`http://both.test:${server.port}/`, { allowPrivate: false });
    expect(await reasonOf(get(request, { network: net }))).toBe('private');
    expect(server.asked).toEqual([]);
  });
});

describe('limits', () => {
  it('end a body that does not, by what it announces or by what comes', async () => {
    const endless = (_: unknown, response: ServerResponse): void => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        response.once('drain', more);
      };
      more();
    };
    const server = await serveWeb({
      '/announced': { headers: { 'content-length': '2000000' }, body: 'x' },
      '/endless': endless,
    });
    expect(await reasonOf(get(ask(`${server.origin}/announced`)))).toBe('too-large');
    expect(await reasonOf(get(ask(`${server.origin}/endless`)))).toBe('too-large');
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ] as const)('stop a bomb packed as %s where it passes them', async (encoding, pack) => {
    const server = await serveWeb({
      '/': { headers: { 'content-encoding': encoding }, body: pack(Buffer.alloc(50_000_000)) },
    });
    expect(await reasonOf(get(ask(server.origin)))).toBe('too-large');
  });

  it('give up an answer that drips, stalls, or never begins', async () => {
    const timers: NodeJS.Timeout[] = [];
    const server = await serveWeb({
      '/drip': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        const timer = setInterval(() => response.write('x'), 20);
        timers.push(timer);
        response.on('close', () => clearInterval(timer));
      },
      '/stall': (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('x'),
      '/silent': () => undefined,
    });
    const limits = { totalMs: 400, stallMs: 200 };
    for (const path of ['/drip', '/stall', '/silent'])
      expect(await reasonOf(get(ask(server.origin + path), limits))).toBe('timeout');
  });

  it('hold for the head of an answer', async () => {
    const server = await serveWeb({ '/': { headers: { 'x-long': 'x'.repeat(100_000) }, body: 'x' } });
    expect(await reasonOf(get(ask(server.origin)))).toBe('headers');
  });
});

describe('an answer that is none', () => {
  it.each([404, 403, 500, 204])('is named by its status: %i', async (status) => {
    const server = await serveWeb({ '/': { status, body: status === 204 ? '' : 'no' } });
    const error = await get(ask(server.origin)).catch((thrown: unknown) => thrown);
    expect((error as DossierError).details).toMatchObject({ reason: 'status', status });
  });

  it('is refused by its type before its body is read', async () => {
    const server = await serveWeb({ '/': { headers: { 'content-type': 'video/mp4' }, body: 'x' } });
    expect(await reasonOf(get(ask(server.origin)))).toBe('type');
  });

  it('is refused where it is packed as nothing that is known, or damaged, or cut off', async () => {
    const cut = (_: unknown, response: ServerResponse): void => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '100' });
      response.write('x', () => response.destroy());
    };
    const gzip = { 'content-encoding': 'gzip' };
    const server = await serveWeb({
      '/unknown': { headers: { 'content-encoding': 'zstd-dict' }, body: 'x' },
      '/damaged': { headers: gzip, body: 'not gzip at all' },
      '/short': { headers: gzip, body: gzipSync('x'.repeat(1000)).subarray(0, 20) },
      '/cut': cut,
    });
    const reasons = ['/unknown', '/damaged', '/short', '/cut'].map((path) =>
      reasonOf(get(ask(server.origin + path))),
    );
    expect(await Promise.all(reasons)).toEqual(['encoding', 'broken', 'broken', 'broken']);
  });

  it('is told apart: nobody there, no such name, a certificate of nobody', async () => {
    const gone = await serveWeb({});
    const secure = await serveWeb({ '/': 'x' }, { tls: TEST_CERTIFICATE });
    expect(await reasonOf(get(ask(secure.origin)))).toBe('tls');
    expect(await reasonOf(get(ask('http://nobody.test/'), { network: network({}) }))).toBe('dns');
    expect(await reasonOf(get(ask('http://127.0.0.1:1/')))).toBe('refused');
    expect(gone.asked).toEqual([]);
  });

  it.each(['not an address', 'ftp://example.org/', 'javascript:alert(1)', 'mailto:a@example.org'])(
    'is not even asked for: %s',
    async (url) => expect(await reasonOf(get(ask(url)))).toBe('address'),
  );

  it('has no name or password sent along', async () => {
    expect(await reasonOf(get(ask('http://user:secret@127.0.0.1:1/')))).toBe('credentials');
  });
});

describe('cancelling', () => {
  it('ends a request at once, before, during and after its head', async () => {
    const stop = new AbortController();
    const server = await serveWeb({
      '/': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).write('x');
        stop.abort();
      },
    });
    expect(await reasonOf(get(ask(server.origin), {}, stop.signal))).toBe('cancelled');
    expect(await reasonOf(get(ask(server.origin), {}, stop.signal))).toBe('cancelled');
    expect(server.asked).toHaveLength(1);
  });
});
