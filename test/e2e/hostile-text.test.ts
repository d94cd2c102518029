/** Markup in every place that takes words: none of it is more than words, in the window, in an export and in its preview. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ServedApp } from '../support/served-app.ts';
import { bytesOf, callers } from '../support/engine.ts';
import { tempFolder, tempNotebook } from '../support/temp.ts';
import { openWindow } from '../support/window.ts';

const MARKUP =
  `"'></title></style></textarea><script>pwned=1</script><img src=x onerror="pwned=2"><svg onload=pwned=3>` +
  `<iframe srcdoc="<script>parent.pwned=4</script>"></iframe><meta http-equiv=refresh content="0;url=http://127.0.0.1:9/">` +
  `<style>*{background:url(http://127.0.0.1:9/css)}</style>[link](javascript:pwned=5)`;
const ARTICLE = `# Hostile

A sentence to be marked. ${MARKUP} Latin [address](https://ex\u0430mple.org/\u202egnp.exe) and [code](javascript:pwned=6),
[data](data:text/html,<script>pwned=7</script>), [file](file:///etc/passwd), [blob](blob:http://127.0.0.1/x), [slashes](//127.0.0.1:9/x).
`;

/** Elements that only markup taken for markup could have made. */
const MADE =
  'script:not([src]), iframe[srcdoc], main img, main svg[onload], meta[http-equiv=refresh i], body style, [onerror], [onload]';

async function fill(app: ServedApp): Promise<string> {
  const { run } = callers(app.client);
  const tags = ['<script>pwned=8</script>'];
  const source = await run('source.import', {
    bytes: bytesOf(ARTICLE),
    fileName: `${MARKUP.slice(0, 60)}.md`,
    title: MARKUP,
    byline: MARKUP,
    site: MARKUP,
    tags,
  });
  const { excerpt } = await run('excerpt.add', {
    source: source.id,
    quote: 'A sentence to be marked.',
    note: MARKUP,
    tags,
  });
  const evidence = [
    { excerpt: excerpt.id, stance: 'supports' as const, origin: MARKUP, note: MARKUP },
  ] as const;
  const { claim } = await run('claim.add', {
    statement: MARKUP,
    note: MARKUP,
    tags,
    evidence: [...evidence],
  });
  await run('claim.verify', { id: claim.id, reason: MARKUP });
  await run('note.add', { title: MARKUP, body: MARKUP, tags });
  await run('setting.set', { key: 'colors.names', value: { yellow: MARKUP } });
  const { files } = await run('export.run', { format: 'html' });
  return files[0]?.content ?? '';
}

/** Fails the test at its end where anything asked a question of the user, or left the page it was in. */
function watch(page: Page): string[] {
  const happened: string[] = [];
  page.on('dialog', (dialog) => {
    happened.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url().includes('127.0.0.1:9/')) happened.push(`request: ${request.url()}`);
  });
  page.on('framenavigated', (frame) => {
    if (frame.url().startsWith('chrome-error:')) happened.push(`navigation: ${frame.url()}`);
  });
  return happened;
}

async function expectWordsOnly(page: Page): Promise<void> {
  expect(await page.locator(MADE).count()).toBe(0);
  expect(await page.evaluate(() => (window as { pwned?: number }).pwned)).toBeUndefined();
}

describe('markup in titles, bylines, tags, notes, claims and articles', () => {
  it('is words in the library, the reader, the ledger, the search and the preview', async () => {
    const { page, app, complaints, foreignRequests } = await openWindow({ notebook: tempNotebook() });
    const happened = watch(page);
    await fill(app);
    await page.getByRole('main').getByText('pwned=1').first().click();
    await page.getByRole('article').getByText('A sentence to be marked.').waitFor();
    await expectWordsOnly(page);
    const schemes = await page
      .getByRole('article')
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol));
    // A written address is one, whatever stands around it.
    expect(new Set(schemes)).toEqual(new Set(['http:', 'https:']));
    await page.getByRole('link', { name: 'address' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('https://xn--exmple-4nf.org/%E2%80%AEgnp.exe').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Claims', exact: true }).click();
    await page.getByRole('listbox', { name: 'Ledger of claims' }).waitFor();
    await expectWordsOnly(page);
    await page.getByRole('combobox', { name: 'Search the notebook' }).fill('pwned');
    await page.keyboard.press('Enter');
    await page.getByRole('main').locator('mark').first().waitFor();
    await expectWordsOnly(page);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByText('HTML page').click();
    const preview = page.frameLocator('iframe');
    await preview.getByRole('link', { name: 'address' }).click();
    await preview.getByText('A sentence to be marked.').first().waitFor();
    expect(await preview.locator(`${MADE}, script, img`).count()).toBe(0);
    expect([happened, foreignRequests]).toEqual([[], []]);
    // The driver itself is refused when it asks inside the frame, which may run nothing.
    expect(complaints.filter((text) => !text.includes("'allow-scripts' permission is not set"))).toEqual([]);
  });

  it('is words in an exported page that is opened from a folder', async () => {
    const { page, app } = await openWindow({ notebook: tempNotebook() });
    const happened = watch(page);
    const file = join(tempFolder(), 'export.html');
    writeFileSync(file, await fill(app));
    await page.goto(pathToFileURL(file).href);
    await page.getByText('A sentence to be marked.').first().waitFor();
    await expectWordsOnly(page);
    expect(await page.locator('script, img, iframe, form, base, link, object').count()).toBe(0);
    const addresses = await page
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(addresses.filter((address) => !/^(?:#|https?:|mailto:)/.test(address))).toEqual([]);
    expect(happened).toEqual([]);
  });
});
