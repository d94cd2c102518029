/**
 * A highlight through the app as it is served: from the key until it is painted and the window has the engine's answer
 * that it is stored. The article is the one of a megabyte with two thousand highlights.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright-core';
import { createClient, type Client } from '../../../src-main/common/contract/client.ts';
import type { SourceId } from '../../../src-main/common/contract/entities.ts';
import type { Result } from '../../../src-main/common/contract/result.ts';
import { decodeWire, encodeWire } from '../../../src-main/common/contract/wire.ts';
import { formatAppAddress } from '../../../src-main/common/document/internal-links.ts';
import { describeRange } from '../../../src-main/common/document/selectors.ts';
import { COLOR_LAYER } from '../../../src-renderer/features/reader/paint-names.ts';
import { makeArticle, type Highlighted } from './page/article.ts';

const CHANGES = 60;
/** Before what comes in the first seconds (fonts, compiled scripts) is measured too. */
const WARM = 10;
/** Highlights that are put there with one another: the calls wait for no answer. */
const AT_ONCE = 50;
/** The paragraphs of the article that have no highlight yet. */
const EVERY = 2;

/** Milliseconds since the key. */
export interface StoredTimes {
  /** The frame was drawn that shows the highlight. */
  readonly painted: number;
  /** The window has read that it is stored. */
  readonly stored: number;
  /** The frame was drawn after that. */
  readonly after: number;
}

export interface StoredReport {
  /** Of each highlight. */
  readonly highlights: readonly StoredTimes[];
  /** Calls that store nothing, from the same window at rest: what the way to the engine and back takes here. */
  readonly calls: readonly number[];
}

export async function measureStored(browserPath: string): Promise<StoredReport> {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-bench-reader-'));
  const notebook = join(folder, 'reader.dossier');
  const app = spawn(process.execPath, ['out/main/dossier.js', 'serve', '--no-open', '--notebook', notebook], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LANG: 'en_GB.UTF-8', DOSSIER_DATA: folder },
  });
  const ended = once(app, 'exit');
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const url = await addressOf(app);
    const source = await fill(connect(url));
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    await watchAnswers(page);
    await page.goto(withAsked(url, source));
    return { highlights: await highlight(page), calls: await page.evaluate(callOften, CHANGES) };
  } finally {
    await browser.close();
    app.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('no standard output');
  for await (const line of createInterface({ input: stdout }))
    return (JSON.parse(line) as { url: string }).url;
  throw new Error('the app did not start');
}

function connect(url: string): Client {
  const { origin, hash } = new URL(url);
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? '';
  const headers = { 'content-type': 'application/json', 'x-dossier-token': token };
  let calls = 0;
  return createClient(
    {
      capabilities: { host: 'browser', platform: process.platform, can: [] },
      subscribe: () => () => undefined,
      async call(request) {
        const answer = await fetch(new URL('/rpc', origin), {
          method: 'POST',
          headers,
          body: encodeWire(request),
        });
        return decodeWire(await answer.text()) as Result<unknown>;
      },
    },
    () => `bench-${(calls += 1)}`,
  );
}

async function fill(client: Client): Promise<SourceId> {
  const article = makeArticle();
  const bytes = new TextEncoder().encode(article.text);
  const imported = await client.call('source.import', { bytes, fileName: 'A long article.txt' });
  if (!imported.ok) throw new Error(imported.error.message);
  const source: SourceId = imported.value.id;
  const add = async ({ start, end, color }: Highlighted): Promise<void> => {
    const { exact, prefix, suffix } = describeRange(article.text, start, end);
    const range = { start, end };
    const added = await client.call('excerpt.add', { source, quote: exact, prefix, suffix, range, color });
    if (!added.ok) throw new Error(added.error.message);
  };
  for (let at = 0; at < article.highlights.length; at += AT_ONCE) {
    await Promise.all(article.highlights.slice(at, at + AT_ONCE).map(add));
  }
  return source;
}

/** The app's address, asked to open the source. */
function withAsked(url: string, source: SourceId): string {
  const address = new URL(url);
  address.searchParams.set('open', formatAppAddress({ kind: 'source', id: source, passage: null }));
  return address.href;
}

interface Watched {
  /** What the window sends with a call. */
  benchHeaders?: HeadersInit;
  /** Is told of the next highlight. */
  benchTell?: (times: StoredTimes) => void;
  /** What the highlight begins in. */
  benchText?: Node;
}

/** Has the page note when a key was pressed, when its highlight was drawn, and when the engine's answer had come. */
const watchAnswers = (page: Page): Promise<unknown> =>
  page.addInitScript((names) => {
    const watched = globalThis as Watched;
    const send = globalThis.fetch;
    const nextTask = (): Promise<void> => {
      const { port1, port2 } = new MessageChannel();
      return new Promise((resolve) => {
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      });
    };
    const nextFrame = async (): Promise<number> => {
      await new Promise(requestAnimationFrame);
      await nextTask();
      return performance.now();
    };
    const isPainted = (): boolean =>
      names
        .flatMap((name) => [...(CSS.highlights.get(name) ?? [])])
        .some((range) => range.startContainer === watched.benchText);
    const painted = async (): Promise<number> => {
      for (;;) {
        const at = await nextFrame();
        if (isPainted()) return at;
      }
    };
    let key = 0;
    let drawn = Promise.resolve(0);
    const answered = async (answer: Response): Promise<void> => {
      await answer.text();
      const stored = performance.now();
      // The app reads its own copy of the answer meanwhile, and what it changes is drawn in the next frame.
      await nextTask();
      const after = await nextFrame();
      watched.benchTell?.({ painted: (await drawn) - key, stored: stored - key, after: after - key });
    };
    globalThis.fetch = (input, init) => {
      const sent = send(input, init);
      const { body } = init ?? {};
      if (typeof body === 'string' && body.includes('"excerpt.add"')) {
        watched.benchHeaders = init?.headers ?? {};
        void sent.then((answer) => answered(answer.clone()));
      }
      return sent;
    };
    const pressed = ({ timeStamp }: KeyboardEvent): void => {
      key = timeStamp;
      drawn = painted();
    };
    addEventListener('keydown', pressed, true);
  }, COLOR_LAYER);

async function highlight(page: Page): Promise<readonly StoredTimes[]> {
  await page.locator('.article-body p').first().waitFor();
  await page.getByRole('region', { name: 'Article', exact: true }).focus();
  const times: StoredTimes[] = [];
  for (let change = 0; change < WARM + CHANGES; change += 1) {
    await page.evaluate(selectWords, change * EVERY + 1);
    await page.locator('[role=toolbar]').first().waitFor();
    // Asked for before: what is asked of the page while it works would be measured with it.
    const told = page.evaluate(
      () => new Promise<StoredTimes>((resolve) => ((globalThis as Watched).benchTell = resolve)),
    );
    await page.keyboard.press('1');
    const taken = await told;
    if (change >= WARM) times.push(taken);
  }
  return times;
}

/** Selects the first words of a paragraph, as a hand does on the screen. */
async function selectWords(index: number): Promise<void> {
  const words = (): Node | null => document.querySelectorAll('.article-body p')[index]?.firstChild ?? null;
  for (let frames = 0; !words() && frames < 600; frames += 1) await new Promise(requestAnimationFrame);
  const node = words();
  node?.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
  if (!node) return;
  (globalThis as Watched).benchText = node;
  getSelection()?.setBaseAndExtent(node, 0, node, 40);
}

async function callOften(count: number): Promise<readonly number[]> {
  const { benchHeaders = {} } = globalThis as Watched;
  const body = JSON.stringify({ id: 'bench', name: 'notebook.info', input: {} });
  const times: number[] = [];
  while (times.length < count) {
    await new Promise((resolve) => requestIdleCallback(resolve));
    const began = performance.now();
    const answer = await fetch('/rpc', { method: 'POST', headers: benchHeaders, body });
    await answer.text();
    if (!answer.ok) throw new Error(`a call was answered with ${answer.status}`);
    times.push(performance.now() - began);
  }
  return times;
}
