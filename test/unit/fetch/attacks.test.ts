/** A server that answers what no server should: bytes as they are, over a socket of its own. */
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DossierError } from '../../../src-main/common/contract/errors.ts';
import type { Fetched, FetchRequest } from '../../../src-main/core/ports.ts';
import { createFetcher } from '../../../src-main/worker/fetch/fetcher.ts';
import { redirectTo, serveWeb } from '../../support/web-server.ts';

const forever = new AbortController().signal;

function get(url: string, rest: Partial<FetchRequest> = {}, totalMs = 10_000): Promise<Fetched> {
  const request = { url, allowPrivate: true, accept: '*/*', types: ['text/html'], maxBytes: 1_000_000 };
  return createFetcher({ totalMs }).fetch({ ...request, ...rest }, forever);
}

async function detailsOf(answer: Promise<unknown>): Promise<DossierError['details']> {
  const error = await answer.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DossierError)) throw new Error(`not refused: ${String(error)}`);
  return { reason: error.code, ...error.details };
}

/** Each connection is given to `talk` when it has asked for something; what was asked is in `asked`. */
async function serveRaw(talk: (socket: Socket) => void) {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    // The other side hangs up on most of this.
    socket.on('error', () => undefined);
    socket.once('data', (head: Buffer) => {
      asked.push(head.toString('latin1'));
      talk(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked };
}

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';
const say =
  (text: string) =>
  (socket: Socket): void =>
    void socket.end(Buffer.from(text, 'latin1'));

/** Writes `part` as long as somebody listens. */
const endlessly =
  (start: string, part: string) =>
  (socket: Socket): void => {
    socket.write(start);
    const more = (): void => {
      while (!socket.destroyed && socket.write(part));
      if (!socket.destroyed) socket.once('drain', more);
    };
    more();
  };

describe('an answer that attacks', () => {
  it.each([
    ['lines of a head without end', endlessly('HTTP/1.1 200 OK\r\n', 'X-More: yes\r\n'), 'headers'],
    ['one line of a head without end', endlessly('HTTP/1.1 200 OK\r\nX-More: ', 'x'.repeat(1000)), 'headers'],
    ['a greeting of another protocol', say('SSH-2.0-OpenSSH_9.6\r\n'), 'broken'],
    ['no head at all', say('<p>HTTP/0.9</p>'), 'broken'],
    ['two lengths', say(`${HEAD}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`), 'broken'],
    [
      'a length and chunks, as two servers would read it differently',
      say(`${HEAD}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`),
      'broken',
    ],
    ['a length below nothing', say(`${HEAD}Content-Length: -5\r\n\r\nhello`), 'broken'],
    ['chunks of no size', say(`${HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n`), 'broken'],
    [
      'another protocol in place of an answer',
      say('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n'),
      'broken',
    ],
    ['a body packed twice', say(`${HEAD}Content-Encoding: gzip, gzip\r\n\r\nx`), 'encoding'],
    ['nothing', (socket: Socket): void => void socket.end(), 'broken'],
  ])('by %s is refused', async (_, talk, reason) => {
    const { url } = await serveRaw(talk);
    expect(await detailsOf(get(url))).toMatchObject({ reason });
  });

  it.each([
    ['preliminary answers without end', endlessly('', 'HTTP/1.1 100 Continue\r\n\r\n')],
    ['a head that never ends and says nothing', (socket: Socket) => void socket.write('HTTP/1.1 200 OK\r\n')],
  ])('by %s is given up when its time is over', async (_, talk) => {
    const { url } = await serveRaw(talk);
    expect(await detailsOf(get(url, {}, 300))).toMatchObject({ reason: 'timeout' });
  });

  it('by a length shorter than its body has only that much of it', async () => {
    const { url } = await serveRaw(say(`${HEAD}Content-Length: 5\r\n\r\nhello, and more`));
    expect(new TextDecoder().decode((await get(url)).bytes)).toBe('hello');
  });

  it('by bytes of no charset in its head has them read as they are, and no line more', async () => {
    const name = 'Content-Disposition: attachment; filename="\xe9t\xe9.html"\r\nX: \xff\xfe\r\n';
    const { url } = await serveRaw(say(`${HEAD}${name}Content-Length: 2\r\n\r\nok`));
    expect((await get(url)).fileName).toMatch(/\.html$/);
  });
});

describe('a redirect that attacks', () => {
  it('gets no cookie, no referrer and no line of its own into the next request', async () => {
    const last = await serveRaw(say(`${HEAD}Content-Length: 2\r\n\r\nok`));
    const to = `${last.url}a\tb%0d%0aX-Evil:%201?q=\xe9#part`;
    const first = await serveRaw(
      say(`HTTP/1.1 302 Found\r\nSet-Cookie: id=1; Domain=127.0.0.1\r\nLocation: ${to}\r\n\r\n`),
    );
    await get(`${first.url}?secret=1`);
    const [head = ''] = last.asked;
    expect(head.split('\r\n')[0]).toMatch(/^GET \/ab%0d%0aX-Evil:%201\?q=%\S+ HTTP\/1\.1$/);
    expect(head.toLowerCase()).not.toMatch(/\n(?:cookie|referer|authorization|origin|x-evil)/);
    expect(head).not.toContain('secret');
  });

  it('by the page itself is not followed', async () => {
    const server = await serveWeb({
      '/': {
        headers: { 'content-type': 'text/html', refresh: '0; url=/next' },
        body: '<meta http-equiv="refresh" content="0;url=/next"><script>location = "/next"</script><p>Here</p>',
      },
      '/next': 'next',
    });
    expect(new TextDecoder().decode((await get(server.origin)).bytes)).toContain('Here');
    expect(server.asked).toEqual(['/']);
  });

  it('to nowhere, or to what is no address, is refused', async () => {
    const server = await serveWeb({
      '/empty': redirectTo('http://'),
      '/port': redirectTo('http://127.0.0.1:99999/'),
      '/blob': redirectTo('blob:http://127.0.0.1/x'),
      '/script': redirectTo('javascript:alert(1)'),
    });
    for (const path of ['/empty', '/port', '/blob', '/script'])
      expect(await detailsOf(get(server.origin + path))).toMatchObject({ reason: 'address' });
    expect(server.asked).toHaveLength(4);
  });

  it.each(['ftp://user:hidden@example.org/', 'ws://:hidden@127.0.0.1/', 'http://user:hidden@127.0.0.1:1/'])(
    'tells nobody of a password in it: %s',
    async (to) => {
      const server = await serveWeb({ '/': redirectTo(to) });
      expect(JSON.stringify(await detailsOf(get(server.origin)))).not.toContain('hidden');
    },
  );
});

describe('this machine by another spelling', () => {
  it.each([
    'http://2130706433:1/',
    'http://0x7f000001:1/',
    'http://0177.0.0.1:1/',
    'http://0x7f.0.0.1:1/',
    'http://127.1:1/',
    'http://127.0.0.1.:1/',
    'http://①②⑦.⓪.⓪.①:1/',
    'http://127。0。0。1:1/',
    'http://%31%32%37.0.0.1:1/',
    'http://localhost.:1/',
    'http://LOCALHOST:1/',
    'http://[0:0:0:0:0:0:0:1]:1/',
    'http://[::ffff:7f00:1]:1/',
    'http://[::127.0.0.1]:1/',
    'http://[64:ff9b::127.0.0.1]:1/',
    'http://[2002:7f00:1::]:1/',
    'http://0:1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://3232235777/',
  ])('is not asked: %s', async (url) => {
    const { reason } = await detailsOf(get(url, { allowPrivate: false }));
    // `localhost.` is no name at all on some systems.
    expect(['private', ...(url.includes('localhost.') ? ['dns'] : [])]).toContain(reason);
  });
});
