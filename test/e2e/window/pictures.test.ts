/** Pictures in the reader, and the dialog for addresses, in a real browser over the built app. */
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../support/engine.ts';
import { makePng, toDataUri } from '../../support/images.ts';
import { serveWeb } from '../../support/web-server.ts';
import { tempNotebook } from '../../support/temp.ts';
import { openWindow } from '../../support/window.ts';

const PROSE = 'The plant stands on the coast, and its membranes were made in three towns at once. '.repeat(
  12,
);
const page = (inner: string) =>
  `<html lang="en"><head><title>The plant</title></head><body><article><h1>The plant</h1><p>${PROSE}</p>${inner}<p>${PROSE}</p></article></body></html>`;

const paragraphs = (count: number) => `<p>${PROSE}</p>`.repeat(count);

describe('a picture in the reader', () => {
  it('is shown without the network, with its caption, and enlarged and closed by keys', async () => {
    const map = toDataUri(makePng({ width: 640, height: 400 }));
    const figure = `<figure><img src="${map}" alt="A map of the coast"><figcaption>The coast in 2024.</figcaption></figure>`;
    const { page: window, app, complaints, foreignRequests } = await openWindow({ notebook: tempNotebook() });
    await app.client.call('source.import', { bytes: bytesOf(page(figure)), fileName: 'plant.html' });
    await window.getByRole('option', { name: /The plant/ }).click();
    const picture = window.getByRole('img', { name: 'A map of the coast' });
    await picture.waitFor();
    expect(
      await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBe(640);
    expect(await picture.getAttribute('src')).toMatch(/^blob:/);
    expect(await window.locator('figcaption').textContent()).toBe('The coast in 2024.');
    await window.getByRole('button', { name: 'Enlarge: A map of the coast' }).focus();
    await window.keyboard.press('Enter');
    const dialog = window.getByRole('dialog', { name: 'A map of the coast' });
    await dialog.getByRole('img').waitFor();
    await window.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await window.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Enlarge: A map of the coast',
    );
    expect(complaints).toEqual([]);
    expect(foreignRequests).toEqual([]);
  });

  it('is read as it comes near the screen, and let go when it leaves', async () => {
    const near = `<img alt="Near" src="${toDataUri(makePng({ width: 300, height: 200, gray: 1 }))}">`;
    const far = `<img alt="Far" src="${toDataUri(makePng({ width: 300, height: 200, gray: 2 }))}">`;
    const { page: window, app } = await openWindow({ notebook: tempNotebook() });
    const html = page(near + paragraphs(60) + far);
    await app.client.call('source.import', { bytes: bytesOf(html), fileName: 'plant.html' });
    await window.getByRole('option', { name: /The plant/ }).click();
    await window.getByRole('img', { name: 'Near' }).waitFor();
    expect(await window.getByRole('img', { name: 'Far' }).count()).toBe(0);
    const address = await window.getByRole('img', { name: 'Near' }).getAttribute('src');
    await window.getByRole('button', { name: 'Enlarge: Far' }).evaluate((frame) => frame.scrollIntoView());
    await window.getByRole('img', { name: 'Far' }).waitFor();
    await window.getByRole('img', { name: 'Near' }).waitFor({ state: 'detached' });
    const isGone = (url: string) =>
      fetch(url).then(
        () => false,
        () => true,
      );
    expect(await window.evaluate(isGone, String(address))).toBe(true);
  });

  it('that is a drawing with a script and references in it runs and asks for nothing', async () => {
    const elsewhere = await serveWeb({});
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="400" height="300"
      onload="parent.hacked = 1; fetch('${elsewhere.origin}/onload')">
      <script>parent.hacked = 1; fetch('${elsewhere.origin}/script')</script>
      <style>@import url('${elsewhere.origin}/style.css'); rect { fill: url('${elsewhere.origin}/fill#x') }</style>
      <image width="99" height="99" xlink:href="${elsewhere.origin}/image.png"/>
      <use href="${elsewhere.origin}/use.svg#a"/><rect width="400" height="300" fill="#888"/>
      <foreignObject width="99" height="99"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${elsewhere.origin}/frame"/></foreignObject></svg>`;
    const address = toDataUri(Buffer.from(svg), 'image/svg+xml');
    const { page: window, app, foreignRequests } = await openWindow({ notebook: tempNotebook() });
    await app.client.call('source.import', {
      bytes: bytesOf(page(`<img alt="Drawing" src="${address}">`)),
      fileName: 'plant.html',
    });
    await window.getByRole('option', { name: /The plant/ }).click();
    const picture = window.getByRole('img', { name: 'Drawing' });
    await picture.waitFor();
    expect(
      await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBe(400);
    await window.getByRole('button', { name: 'Enlarge: Drawing' }).click();
    await window.getByRole('dialog').getByRole('img').waitFor();
    expect(await window.evaluate(() => 'hacked' in globalThis)).toBe(false);
    expect(foreignRequests).toEqual([]);
    expect(elsewhere.asked).toEqual([]);
  });
});

describe('an address', () => {
  it('that is pasted is only asked for when the user says so, and never on this machine', async () => {
    const server = await serveWeb({ '/a': page('') });
    const { page: window, foreignRequests } = await openWindow({ notebook: tempNotebook() });
    await window.getByRole('button', { name: 'Add files…' }).first().waitFor();
    await window.evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    }, `${server.origin}/a`);
    const dialog = window.getByRole('dialog', { name: 'Add an address' });
    await dialog.getByText(`One request leaves this machine, to 127.0.0.1:${server.port}.`).waitFor();
    expect(server.asked).toEqual([]);
    await dialog.getByRole('button', { name: 'Fetch the page' }).click();
    await window.getByText(/leads to this machine or its network/).waitFor();
    expect(server.asked).toEqual([]);
    expect(foreignRequests).toEqual([]);
  });

  it('is not reached inside the network by a page that asks for it without its host’s leave', async () => {
    const server = await serveWeb({ '/a': page('') });
    const { app } = await openWindow({ notebook: tempNotebook() });
    const answer = await app.client.call('source.fetch', { url: `${server.origin}/a`, allowPrivate: true });
    expect(answer).toMatchObject({ ok: false, error: { code: 'unsupported' } });
    expect(server.asked).toEqual([]);
  });
});

describe('a translation', () => {
  it('names its original, and leads there and back', async () => {
    const { page: window, app } = await openWindow({ notebook: tempNotebook() });
    const add = (title: string, language: string) =>
      app.client.call('source.import', {
        bytes: bytesOf(`${title}\n\n${PROSE}`),
        fileName: 'a.txt',
        language,
      });
    await add('L’usine de Grand-Sel', 'fr');
    await add('The plant of Grand-Sel', 'en');
    await window.getByRole('option', { name: /The plant of/ }).click();
    await window.getByRole('article').waitFor();
    await window.keyboard.press('i');
    const dialog = window.getByRole('dialog', { name: 'Details' });
    await dialog.getByLabel('Translation of').selectOption({ label: 'L’usine de Grand-Sel (French)' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await window.getByText('Translation of', { exact: false }).getByRole('button').click();
    await window.getByText('Translation:').getByRole('button', { name: 'The plant of Grand-Sel' }).waitFor();
    await window.keyboard.press('Control+z');
    await window.getByText('Translation:').waitFor({ state: 'detached' });
  });
});
