import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { thisMachine } from '../../../../src-main/worker/find-browser.ts';
import { serve, type ServeOptions } from '../../../../src-main/hosts/browser/serve.ts';
import { createPageFolder, type PageFolder } from '../../../support/page-folder.ts';
import { tempFolder } from '../../../support/temp.ts';

let data: string;
let page: PageFolder;
beforeEach(() => {
  data = tempFolder();
  page = createPageFolder();
});
afterEach(() => {
  page.remove();
});

interface Running {
  readonly url: Promise<string>;
  readonly code: Promise<number>;
  stop(): void;
  said(): string;
  printed(): string;
}

function start(options: Partial<ServeOptions> & { readonly env?: Record<string, string> } = {}): Running {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const stop = new AbortController();
  let printed = '';
  let said = '';
  const ready = Promise.withResolvers<string>();
  stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    ready.resolve((JSON.parse(printed) as { url: string }).url);
  });
  stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const { env, ...others } = options;
  const code = serve({
    open: false,
    notebook: null,
    sample: false,
    files: [],
    locale: 'en',
    version: '1.2.3',
    stdout,
    stderr,
    signal: stop.signal,
    rendererFolder: page.folder,
    machine: { ...thisMachine(), env: { DOSSIER_DATA: data, ...env } },
    ...others,
  });
  code.catch(ready.reject);
  // Who asks for neither the address nor an error is not told of one.
  ready.promise.catch(() => undefined);
  return {
    url: ready.promise,
    code,
    stop: () => {
      stop.abort();
    },
    said: () => said,
    printed: () => printed,
  };
}

/** A browser that is a script: `body` is what it does with its arguments. */
function browserThat(body: string): Record<string, string> {
  const path = join(data, 'browser.sh');
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
  return { CHROME_PATH: path, DISPLAY: ':0' };
}

describe('serve', () => {
  it('prints one line with its address, and ends with 0 when it is told to', async () => {
    const running = start();
    expect(await running.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/);
    running.stop();
    expect(await running.code).toBe(0);
    expect(running.printed().split('\n')).toHaveLength(2);
    expect(running.said()).toBe('');
  });

  it('gives its signals back when it has ended', async () => {
    const before = process.listenerCount('SIGINT');
    const running = start();
    await running.url;
    process.emit('SIGINT');
    expect(await running.code).toBe(0);
    expect(process.listenerCount('SIGINT')).toBe(before);
  });

  it('keeps to the port that was asked for', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    await expect(start({ port }).code).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await new Promise((resolve) => other.close(resolve));
    const running = start({ port });
    expect(new URL(await running.url).port).toBe(String(port));
    running.stop();
    await running.code;
  });

  it('says why there is no window, and serves', async () => {
    const running = start({ open: true, locale: 'fr' });
    const url = await running.url;
    running.stop();
    expect(await running.code).toBe(0);
    expect(running.said()).toContain(process.platform === 'linux' ? 'il n’y a pas d’écran' : url);
  });

  it('says which file could not be imported, and serves', async () => {
    const running = start({ files: [join(data, 'nothing.html')] });
    await running.url;
    running.stop();
    await running.code;
    expect(running.said()).toContain('nothing.html');
  });
});

describe.skipIf(process.platform === 'win32')('serve with a window', () => {
  it('ends when the window is closed', async () => {
    const running = start({ open: true, env: browserThat('exit 0') });
    expect(await running.code).toBe(0);
  });

  it('opens the window with a ticket, not with the token', async () => {
    const seen = join(data, 'arguments');
    const running = start({ open: true, env: browserThat(`echo "$@" > "${seen}"`) });
    const token = new URL(await running.url).hash.slice('#token='.length);
    await running.code;
    const given = readFileSync(seen, 'utf8');
    expect(given).toMatch(/--app=http:\/\/127\.0\.0\.1:\d+\/open\/[\w-]{43} /);
    expect(given).not.toContain(token);
  });

  it('goes on serving where the browser does not start, and says so', async () => {
    const running = start({ open: true, env: browserThat('exit 3') });
    const url = await running.url;
    await expect.poll(running.said).toContain('did not start (exit 3)');
    expect((await fetch(url)).status).toBe(200);
    running.stop();
    expect(await running.code).toBe(0);
  });

  it('closes the window when it ends', async () => {
    const seen = join(data, 'closed');
    const opened = join(data, 'opened');
    const body = `trap 'echo > "${seen}"; exit 0' TERM\necho > "${opened}"\nwhile :; do sleep 0.05; done`;
    const running = start({ open: true, env: browserThat(body) });
    await expect.poll(() => existsSync(opened)).toBe(true);
    running.stop();
    expect(await running.code).toBe(0);
    await expect.poll(() => existsSync(seen)).toBe(true);
  });

  it('comes back at the same port, where the preferences of the page are', async () => {
    const first = start({ open: true, env: browserThat('exit 0') });
    const { port } = new URL(await first.url);
    await first.code;
    const second = start({ open: true, env: browserThat('exit 0') });
    expect(new URL(await second.url).port).toBe(port);
    await second.code;
  });
});
