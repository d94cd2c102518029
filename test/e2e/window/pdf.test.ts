/** A PDF in the window: its pages as they were printed, drawn by the app alone. */
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../../src-main/common/security.ts';
import { builtFile } from '../../support/built.ts';
import { setLines, writePdf } from '../../support/pdf-writer.ts';
import { serveApp } from '../../support/served-app.ts';
import { openWindow } from '../../support/window.ts';

/** Sixteen by sixteen black pixels as JPEG 2000, as scanners and archives pack their pages. */
const BLACK = [
  '0000000c6a5020200d0a870a00000014667479706a703220000000006a7032200000002d6a7032680000001669686472',
  '000000100000001000010f0700000000000f636f6c7201000000000011000000956a703263ff4fff5100290000000000',
  '100000001000000000000000000000001000000010000000000000000000010f0101ff52000c00000001000404040001',
  'ff5c00104080888890888890888890888890ff640025000143726561746564206279204f70656e4a5045472076657273',
  '696f6e20322e352e30ff90000a0000000000170001ff93dff890080780808080ffd9',
].join('');
const LINES = ['The council of the valley met on Tuesday', 'to hear what the engineers had found.'];
const written = { texts: setLines(LINES, { x: 72, y: 120 }) };
const scanned = { texts: [], scan: BLACK };

async function open(pages: Parameters<typeof writePdf>[0], labels?: string) {
  const window = await openWindow({ args: ['--sample'] });
  const bytes = writePdf(pages, { info: { Title: 'Minutes of the valley' }, ...(labels ? { labels } : {}) });
  await window.app.client.call('source.import', { bytes, fileName: 'minutes.pdf' });
  await window.page.getByText('Minutes of the valley').first().click();
  return window;
}

/** The first page needs pdf.js and its decoder to be loaded. */
const SLOW = { timeout: 20_000 };

/** Share of dark pixels of a page that is drawn; null while it is not. */
const darkness = (page: Page, label: string) =>
  page.getByRole('img', { name: `Page ${label} as in the original` }).evaluate((place) => {
    const canvas = place.querySelector('canvas');
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    if (!pixels) return null;
    let dark = 0;
    for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 128) dark += 1;
    return dark / (pixels.length / 4);
  });

it('shows the pages of a scan, whose pictures it unpacks itself', async () => {
  const { page, complaints, foreignRequests } = await open([scanned, scanned], '0 << /S /r >>');
  await expect.poll(() => darkness(page, 'i'), SLOW).toBeGreaterThan(0.95);
  expect(await page.getByText('This document was scanned').isVisible()).toBe(true);
  expect(complaints).toEqual([]);
  expect(foreignRequests).toEqual([]);
});

it('goes from the text to its page and back by a key, and from the mark of a page', async () => {
  const { page, complaints } = await open([written, scanned, written], '0 << /S /D /St 12 >>');
  await page.getByRole('article').getByText('[Page 13]').waitFor();
  await page.getByRole('button', { name: 'Page 13: see the original' }).click();
  await expect.poll(() => darkness(page, '13'), SLOW).toBeGreaterThan(0.95);
  expect(await page.getByText('Page 13 (2 of 3)').isVisible()).toBe(true);
  await page.keyboard.press('p');
  await expect.poll(() => page.getByRole('region', { name: 'Pages of the original' }).count()).toBe(0);
  expect(
    await page.getByRole('region', { name: 'Article' }).evaluate((it) => it === document.activeElement),
  ).toBe(true);
  expect(complaints).toEqual([]);
});

it('draws only what is near the screen', async () => {
  const { page } = await open(Array.from({ length: 60 }, () => scanned));
  await expect.poll(() => darkness(page, '1'), SLOW).toBeGreaterThan(0.95);
  expect(await page.locator('canvas').count()).toBeLessThan(5);
  await page.getByRole('button', { name: 'Original pages' }).focus();
  await page.getByRole('region', { name: 'Pages of the original' }).focus();
  await page.keyboard.press('End');
  await expect.poll(() => darkness(page, '60'), SLOW).toBeGreaterThan(0.95);
  expect(await page.locator('canvas').count()).toBeLessThan(5);
});

it('lets the script of the decoder alone compile WebAssembly, and nothing evaluate text', async () => {
  const { url } = await serveApp({ args: ['--sample'] });
  const scripts = readdirSync(builtFile('renderer/assets')).filter((name) => /\.m?js$/.test(name));
  const others: string[] = [];
  for (const name of scripts) {
    const answer = await fetch(new URL(`/assets/${name}`, url));
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).not.toContain("'unsafe-");
    if (policy !== CONTENT_SECURITY_POLICY) others.push(`${name.split('-')[0]}: ${policy}`);
  }
  expect(others).toEqual([
    "pdf.worker.min: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  ]);
});
