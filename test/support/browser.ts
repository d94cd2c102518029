/** The Chromium that end-to-end tests drive: CHROME_PATH, an installed one, or the one unpacked from its npm package. */
import type { Browser, LaunchOptions } from 'playwright-core';
import { chromium } from 'playwright-core';
import { environmentOf, findTestBrowser } from '../../build/launcher/lib/test-browser.mjs';

/** No sandbox, because tests also run as root in containers; nothing that reaches for the network on its own. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function optionsFor(options: LaunchOptions): LaunchOptions {
  const browser = findTestBrowser();
  if (!browser) throw new Error('There is no Chromium-family browser: `npm test` gets one where it can.');
  const env = { ...process.env, ...environmentOf(browser) } as Record<string, string>;
  return { executablePath: browser.path, env, ...options, args: [...ARGUMENTS, ...(options.args ?? [])] };
}

/** A headless browser with a fresh profile. The caller closes it. */
export function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch(optionsFor(options));
}
