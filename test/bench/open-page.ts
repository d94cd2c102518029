/** Pages of benchmarks, from the folder that they were bundled into: nothing listens, and nothing is fetched. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const PAGES = 'out/bench-pages';
const ADDRESS = 'http://bench.invalid/';
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
  mjs: 'text/javascript',
};

/** Opens one of the bundled pages, by its name, with the app's fonts there as they are in the app. */
export async function openPage(page: Page, name: string): Promise<void> {
  const styles = readdirSync(join(PAGES, 'assets')).filter((file) => file.endsWith('.css'));
  const links = styles.map((file) => `<link rel="stylesheet" href="assets/${file}">`).join('');
  await page.route(`${ADDRESS}**`, async (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    if (file !== '') {
      const contentType = TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
      await route.fulfill({ contentType, body: readFileSync(join(PAGES, file)) });
      return;
    }
    const body = `<!doctype html><html lang="fr">${links}<body><script type="module" src="${name}.js"></script>`;
    await route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
  await page.goto(ADDRESS);
  // In the app they are there before an article is opened.
  for (const font of ['18px "Source Serif 4 Variable"', '500 13px "Inter Variable"']) {
    await page.evaluate((name) => document.fonts.load(name), font);
  }
}
