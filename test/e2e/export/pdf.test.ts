/** A PDF as its reader has it: made by the built command line and a real browser, its text read by programs of others. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { environmentOf, findTestBrowser } from '../../../build/launcher/lib/test-browser.mjs';
import { parseCapture } from '../../../src-main/core/capture/parse.ts';
import { thisMachine } from '../../../src-main/worker/find-browser.ts';
import { createBrowserPrinter } from '../../../src-main/worker/print-page.ts';
import { pdftotext, textOfPdf } from '../../support/outside-programs.ts';
import { tempFolder } from '../../support/temp.ts';
import { createCommandLine } from '../cli/process.ts';

const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.end();
});
let origin = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

function browserEnvironment(): Record<string, string> {
  const browser = findTestBrowser();
  return browser ? { ...environmentOf(browser), CHROME_PATH: browser.path } : {};
}

async function makeNotes() {
  const cli = createCommandLine();
  const article = join(cli.folder, 'plant.txt');
  writeFileSync(
    article,
    'The plant\n\nThe plant will cost 412 million euros, says the council.\n\nIt opens in 2027.',
  );
  const { sources } = await cli.json(['import', article]);
  const id = String(sources[0].id);
  await cli.json(['excerpt', 'add', id, '--quote', '412 million', '--note', 'who says so?']);
  await cli.json(['claim', 'add', 'It costs 412 million.']);
  return cli;
}

it('holds the article, its notes and its claims, on numbered pages of A4', { timeout: 120_000 }, async () => {
  const cli = await makeNotes();
  const out = join(tempFolder(), 'notes.pdf');
  const answer = await cli.json(['export', '--format', 'pdf', '--out', out], { env: browserEnvironment() });
  expect(answer.files.map(({ path }: { path: string }) => path)).toEqual([out]);
  const bytes = readFileSync(out);
  const { text } = await parseCapture({ bytes, fileName: 'notes.pdf', now: '2026-03-01T00:00:00Z' });
  for (const words of ['will cost', '412 million', 'who says so?', 'It costs 412 million.'])
    expect(text).toContain(words);
  // In points.
  const boxes = new Set(bytes.toString('latin1').match(/\/MediaBox ?\[[^\]]*\]/g));
  expect([...boxes]).toEqual([expect.stringMatching(/\[0 0 59[45]\S* 84[12]\S*\]/)]);
  if (pdftotext === null) return;
  const pages = textOfPdf(pdftotext, out).trimEnd().split('\f');
  expect(pages.map((page) => page.trim().split(/\s+/).at(-1))).toEqual(pages.map((_, at) => String(at + 1)));
  expect(pages.join(' ').replace(/\s+/g, ' ')).toContain('The plant will cost 412 million');
});

it('says that there is no browser, and leaves no file', { timeout: 60_000 }, async () => {
  const cli = await makeNotes();
  const out = join(tempFolder(), 'notes.pdf');
  const env = { CHROME_PATH: join(tempFolder(), 'none') };
  const ended = await cli.run(['export', '--format', 'pdf', '--out', out, '--json'], { env });
  expect(ended.code).toBe(1);
  expect(JSON.parse(ended.out)).toMatchObject({
    error: { code: 'print-failed', message: expect.stringContaining('CHROME_PATH') as string },
  });
  expect(existsSync(out)).toBe(false);
});

it('asks nothing of any server, whatever the page says', { timeout: 120_000 }, async () => {
  const environment = browserEnvironment();
  Object.assign(process.env, environment);
  const machine = { ...thisMachine(), env: { ...process.env, ...environment } };
  const page = `<!doctype html><p>text</p><img src="${origin}/image"><link rel="stylesheet" href="${origin}/style">
<script>document.body.append('ran'); fetch('${origin}/fetch').catch(() => 0)</script><iframe src="${origin}/frame"></iframe>`;
  const pdf = await createBrowserPrinter({ machine }).print(page, new AbortController().signal);
  expect(pdf.length).toBeGreaterThan(500);
  expect(asked).toEqual([]);
});
