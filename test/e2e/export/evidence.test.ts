/** An evidence pack as its reader has it: a file, a browser, no network. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { bytesOf, openTestEngine } from '../../support/engine.ts';
import { tempFolder } from '../../support/temp.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function writePage(locale: 'en' | 'fr'): Promise<string> {
  const { run } = openTestEngine();
  const html = `<!doctype html><title>A plant</title><article><h1>A plant</h1><p>It will cost <b>412 million</b> euros &amp; more, the council of the town says in its report.</p>
<pre>
 code  &lt;here&gt;</pre><table><tr><th>Year</th><td>2027</td></tr></table><p>Emoji 🏭, Arabic مصنع, and a lot of other words that make a paragraph.</p></article>`;
  const { id } = await run('source.import', { bytes: bytesOf(html), fileName: 'plant.html' });
  const { excerpt } = await run('excerpt.add', { source: id, quote: '412 million', note: 'Who says? <b>' });
  const evidence = [{ excerpt: excerpt.id, stance: 'supports' as const }];
  const { claim } = await run('claim.add', { statement: 'It costs 412 million.', evidence });
  await run('claim.verify', { id: claim.id, reason: 'The contract.' });
  const out = join(tempFolder(), 'evidence.html');
  await run('export.run', { format: 'evidence', out, locale });
  return out;
}

async function readVerdict(path: string): Promise<{ text: string; requests: string[]; errors: string[] }> {
  const page = await browser.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(pathToFileURL(path).href);
  await page.waitForSelector('#verdict.passed, #verdict.failed');
  const text = (await page.textContent('#verdict')) ?? '';
  const failed = await page.locator('#findings .failed').allTextContents();
  await page.close();
  return { text: [text, ...failed].join(' | '), requests, errors };
}

it.each([
  ['en', 'Checked: all 7 findings hold.'],
  ['fr', 'Vérifié\u00a0: les 7 constats tiennent.'],
] as const)('checks itself from a file, with no network (%s)', async (locale, verdict) => {
  const path = await writePage(locale);
  const { text, requests, errors } = await readVerdict(path);
  expect(text).toBe(verdict);
  expect(requests).toEqual([pathToFileURL(path).href]);
  expect(errors).toEqual([]);
});

it.each([
  ['the article that is shown', /(<div class="text"[^]*?)euros/, '$1dollars', 'the article shown'],
  ['the record', '"reason":"The contract."', '"reason":"No contract."', 'the record has the seal'],
  ['the claims that are shown', '<p>The contract.</p>', '<p>No contract.</p>', 'the claims shown'],
  ['the captured bytes', /(id="original-[^"]*">)..../, '$1AAAA', 'the captured bytes'],
])('tells that %s was changed', async (_what, from, to, finding) => {
  const path = await writePage('en');
  const page = readFileSync(path, 'utf8');
  expect(page).toMatch(from);
  writeFileSync(path, page.replace(from, to));
  const { text } = await readVerdict(path);
  expect(text).toContain('Changed:');
  expect(text).toContain(`✗ differs: ${finding}`);
});

it('runs nothing that was put into it', async () => {
  const path = await writePage('en');
  const page = readFileSync(path, 'utf8');
  writeFileSync(path, page.replace('</main>', '<script>document.title = "run"</script></main>'));
  const tab = await browser.newPage();
  await tab.goto(pathToFileURL(path).href);
  await tab.waitForSelector('#verdict.passed');
  expect(await tab.title()).toBe('A plant');
  await tab.close();
});
