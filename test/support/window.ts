/** The app in a real Chromium, as a user has it: a fresh profile, a fresh data folder. */
import { afterAll, onTestFinished } from 'vitest';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { serveApp, type ServedApp, type ServeOptions } from './served-app.ts';

export interface AppWindow {
  readonly page: Page;
  readonly app: ServedApp;
  /** What the page complained of: errors, refusals of the CSP. Must be empty at the end of a test. */
  readonly complaints: readonly string[];
  /** Every address the page asked for that is not the app's own. */
  readonly foreignRequests: readonly string[];
}

export interface WindowOptions extends ServeOptions {
  readonly context?: BrowserContextOptions;
}

/** One for the tests of a file: what a context keeps is as fresh as a browser's profile, and there a second sooner. */
let browser: Promise<Browser> | null = null;

afterAll(async () => {
  await (await browser)?.close();
});

export async function openWindow(options: WindowOptions = {}): Promise<AppWindow> {
  const app = await serveApp(options);
  const context = await (
    await (browser ??= launchBrowser())
  ).newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
    ...options.context,
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  const foreignRequests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  const { origin } = new URL(app.url);
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(`${origin}/`) && !/^(?:blob|data):/.test(address)) foreignRequests.push(address);
  });
  await page.goto(app.url);
  // What is pressed before the app is there goes nowhere.
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  return { page, app, complaints, foreignRequests };
}

/** Drags the mouse over the first place where `words` stand within one text of the article. */
export async function selectByMouse(page: Page, words: string): Promise<void> {
  const box = await page.getByRole('article').evaluate((article, wanted) => {
    const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { left, right, top, height } = range.getBoundingClientRect();
      return { left, right, middle: top + height / 2 };
    }
    return null;
  }, words);
  if (!box) throw new Error(`the article does not show ${words}`);
  await page.mouse.move(box.left + 1, box.middle);
  await page.mouse.down();
  await page.mouse.move(box.right, box.middle, { steps: 4 });
  await page.mouse.up();
}
