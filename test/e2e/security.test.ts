/** What the page may and may not do, asked of a real Chromium over the built app. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../src-main/common/security.ts';
import { launchBrowser } from '../support/browser.ts';
import { bytesOf } from '../support/engine.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';
import { tempNotebook } from '../support/temp.ts';

let browser: Browser;
let stranger: Stranger;

beforeAll(async () => {
  browser = await launchBrowser({ args: ['--host-resolver-rules=MAP evil.test 127.0.0.1'] });
  stranger = await startStranger();
});
afterAll(async () => {
  await browser.close();
  stranger.server.close();
});

/** Another server on this machine: a target that takes everything, and a page that attacks. */
interface Stranger {
  readonly server: Server;
  readonly origin: string;
  /** What it was asked for. */
  readonly asked: string[];
}

const STRANGE: Readonly<Record<string, readonly [type: string, body: string]>> = {
  '/attack': ['text/html', '<!doctype html><title>stranger</title>'],
  '/image': ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'],
};

async function startStranger(): Promise<Stranger> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const [type, body] = STRANGE[request.url ?? ''] ?? ['text/javascript', 'window.foreign = true;'];
    response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' });
    response.end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { server, asked, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function openContext(): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-GB' });
  onTestFinished(() => context.close());
  return context;
}

interface Opened {
  readonly app: ServedApp;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses that were asked for, and complaints of the browser. */
  readonly requests: string[];
  readonly complaints: string[];
}

async function openApp(args: readonly string[] = ['--sample'], notebook?: string): Promise<Opened> {
  const app = await serveApp(notebook === undefined ? { args } : { notebook });
  const context = await openContext();
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(app.url);
  await page.getByRole('main').waitFor();
  return { app, page, context, requests, complaints };
}

const ALLOWED = {
  inlineScript: true,
  inlineHandler: true,
  inlineStyle: true,
  evaluation: true,
  foreignScript: true,
  foreignFetch: true,
  foreignImage: true,
};
const REFUSED = Object.fromEntries(Object.keys(ALLOWED).map((name) => [name, false]));

/** Tries what an injected text might try, and tells what of it worked. */
function tryEverything(page: Page, target: string): Promise<Record<string, boolean>> {
  return page.evaluate(async (foreign) => {
    const found = window as unknown as Record<string, unknown>;
    const loads = (tag: 'img' | 'script', src: string): Promise<boolean> =>
      new Promise((resolve) => {
        const element = document.createElement(tag);
        element.onload = () => {
          resolve(true);
        };
        element.onerror = () => {
          resolve(false);
        };
        element.src = src;
        document.body.append(element);
      });
    const script = document.createElement('script');
    script.textContent = 'window.inlineScript = true';
    const handled = document.createElement('div');
    handled.setAttribute('onclick', 'window.inlineHandler = true');
    const styled = document.createElement('div');
    styled.setAttribute('style', 'width: 123px');
    document.body.append(script, handled, styled);
    handled.click();
    // In a task of its own: what the driver runs itself is let through.
    const evaluation = await new Promise<boolean>((resolve) => {
      setTimeout(() => {
        try {
          resolve(new Function('return true')() === true);
        } catch (error) {
          resolve(!(error instanceof EvalError));
        }
      });
    });
    const request = fetch(`${foreign}/fetch`).then(
      () => true,
      () => false,
    );
    await loads('script', `${foreign}/script`);
    return {
      inlineScript: found['inlineScript'] === true,
      inlineHandler: found['inlineHandler'] === true,
      inlineStyle: styled.style.width === '123px' && getComputedStyle(styled).width === '123px',
      evaluation,
      foreignScript: found['foreign'] === true,
      foreignFetch: await request,
      foreignImage: await loads('img', `${foreign}/image`),
    };
  }, target);
}

describe('the page', () => {
  it('works without one complaint of the browser, and asks its own origin only', async () => {
    const { app, page, requests, complaints } = await openApp();
    for (const link of await page
      .getByRole('navigation')
      .getByRole('link')
      .or(page.getByRole('navigation').getByRole('button'))
      .all()) {
      await link.click();
    }
    const { origin } = new URL(app.url);
    expect(requests.length).toBeGreaterThan(3);
    expect(requests.filter((url) => !url.startsWith(`${origin}/`) && !/^(?:blob|data):/.test(url))).toEqual(
      [],
    );
    expect(complaints).toEqual([]);
  });

  it('carries the policy of the app', async () => {
    const { app, page } = await openApp();
    const answer = await page.goto(new URL('/', app.url).href);
    expect(answer?.headers()['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
  });

  it('has no Node', async () => {
    const { page } = await openApp();
    const found = await page.evaluate(() =>
      ['require', 'process', 'module', 'global', 'Buffer', '__dirname', 'dossier', 'electron'].filter(
        (name) => name in window,
      ),
    );
    expect(found).toEqual([]);
  });

  it('runs no inline script, evaluates no text, reaches no other origin', async () => {
    const { page } = await openApp();
    const before = stranger.asked.length;
    expect(await tryEverything(page, stranger.origin)).toEqual(REFUSED);
    expect(stranger.asked.slice(before)).toEqual([]);
  });

  it('would do all of that without the policy: the attempts above are real', async () => {
    const page = await (await openContext()).newPage();
    await page.goto(`${stranger.origin}/attack`);
    const other = await startStranger();
    onTestFinished(() => {
      other.server.close();
    });
    expect(await tryEverything(page, other.origin)).toEqual(ALLOWED);
  });

  it('cannot be sent elsewhere by a form, a base or a frame', async () => {
    const { page } = await openApp();
    const before = stranger.asked.length;
    const violated = await page.evaluate(async (foreign) => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        seen.push(effectiveDirective),
      );
      const base = Object.assign(document.createElement('base'), { href: `${foreign}/` });
      document.head.append(base);
      const frame = Object.assign(document.createElement('iframe'), { src: `${foreign}/frame` });
      const form = Object.assign(document.createElement('form'), {
        action: `${foreign}/form`,
        method: 'post',
      });
      document.body.append(frame, form);
      form.submit();
      while (new Set(seen).size < 3) await new Promise(requestAnimationFrame);
      return [...new Set(seen)].sort();
    }, stranger.origin);
    expect(violated).toEqual(['base-uri', 'form-action', 'frame-src']);
    expect(stranger.asked.slice(before)).toEqual([]);
  });
});

describe('an article with a script in it', () => {
  it('is read without the script, and without asking anyone for anything', async () => {
    const notebook = tempNotebook();
    const { app, page, requests } = await openApp([], notebook);
    const before = stranger.asked.length;
    const hostile = `<!doctype html><html><head><title>A hostile article</title>
      <script>window.pwned = 1</script><meta http-equiv="refresh" content="0;url=${stranger.origin}/refresh"></head>
      <body><article><h1>A hostile article</h1><p>Words of an article <img src="${stranger.origin}/pixel" onerror="window.pwned = 2">
      that go on for a while, so that it is taken for one, <a href="javascript:window.pwned=3">a link</a>,
      <svg onload="window.pwned = 4"><script>window.pwned = 5</script></svg> and some more words.</p>
      <iframe src="${stranger.origin}/frame" srcdoc="<script>parent.pwned = 6</script>"></iframe>
      <p style="background: url(${stranger.origin}/style)" onmouseover="window.pwned = 7">The last words of it.</p>
      </article></body></html>`;
    const imported = await app.client.call('source.import', {
      bytes: bytesOf(hostile),
      fileName: 'hostile.html',
    });
    expect(imported).toMatchObject({ ok: true, value: { title: 'A hostile article' } });
    await page.getByText('A hostile article').first().click();
    await page.getByText('The last words of it.').first().hover();
    expect(
      await page.locator('[href^="javascript:"], [onerror], [onload], [onmouseover], iframe').count(),
    ).toBe(0);
    expect(await page.evaluate(() => (window as { pwned?: number }).pwned)).toBeUndefined();
    expect(stranger.asked.slice(before)).toEqual([]);
    expect(requests.filter((url) => url.startsWith(stranger.origin))).toEqual([]);
  });
});

describe('the token', () => {
  it('leaves the address at once, outlives a reload, and is not there for another tab', async () => {
    const { app, page, context } = await openApp();
    expect(page.url()).not.toContain('token');
    await page.reload();
    await page.getByRole('main').waitFor();
    expect((await app.client.call('notebook.info', {})).ok).toBe(true);
    const other = await context.newPage();
    const status = other.waitForResponse((answer) => answer.url().endsWith('/capabilities'));
    await other.goto(new URL('/', app.url).href);
    expect((await status).status()).toBe(403);
  });
});

describe('a page of another origin', () => {
  it('reads nothing, writes nothing and frames nothing', async () => {
    const { app, context } = await openApp();
    const { origin, hash } = new URL(app.url);
    const page = await context.newPage();
    await page.goto(`${stranger.origin}/attack`);
    const token = hash.slice('#token='.length);
    const worked = await page.evaluate(
      async ({ target, stolen }) => {
        const body = JSON.stringify({ id: '1', name: 'note.add', input: { title: 'attack', body: '' } });
        const succeeds = (attempt: Promise<Response>): Promise<boolean> =>
          attempt.then(
            (answer) => answer.ok,
            () => false,
          );
        const json = { 'content-type': 'application/json', 'x-dossier-token': stolen };
        const image = await new Promise<boolean>((resolve) => {
          const element = new Image();
          element.onload = () => {
            resolve(true);
          };
          element.onerror = () => {
            resolve(false);
          };
          element.src = `${target}/`;
        });
        return {
          read: await succeeds(fetch(`${target}/capabilities`, { headers: { 'x-dossier-token': stolen } })),
          write: await succeeds(fetch(`${target}/rpc`, { method: 'POST', headers: json, body })),
          blind: await succeeds(fetch(`${target}/rpc`, { method: 'POST', mode: 'no-cors', body })),
          page: await succeeds(fetch(`${target}/`)),
          image,
        };
      },
      { target: origin, stolen: token },
    );
    expect(worked).toEqual({ read: false, write: false, blind: false, page: false, image: false });
    const notes = await app.client.call('note.list', {});
    expect(JSON.stringify(notes)).not.toContain('attack');
    await page.setContent(`<iframe src="${origin}/"></iframe>`);
    expect(await page.frameLocator('iframe').getByRole('main').count()).toBe(0);
  });

  it('is not let in under a name that leads here (DNS rebinding)', async () => {
    const { app } = await openApp();
    const page = await (await openContext()).newPage();
    const answer = page.waitForResponse(/evil\.test/);
    // Some Chromiums show an answer without a body as an error page of their own, some as an empty page.
    await page.goto(`http://evil.test:${new URL(app.url).port}/`).catch(() => null);
    expect((await answer).status()).toBe(403);
    expect(await page.getByRole('main').count()).toBe(0);
  });
});
