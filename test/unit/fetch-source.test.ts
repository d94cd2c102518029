import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { SourceId } from '../../src-main/common/contract/entities.ts';
import { imagesOf } from '../../src-main/common/document/tree.ts';
import { openTestEngine } from '../support/engine.ts';
import { makeGif, makePng } from '../support/images.ts';
import { redirectTo, serveWeb, type Page } from '../support/web-server.ts';

const PROSE = 'The plant stands on the coast, and its membranes were made in three towns at once. '.repeat(
  12,
);
const page = (inner = '') =>
  `<html lang="en"><head><title>The plant</title></head><body><article><h1>The plant</h1><p>${PROSE}</p>${inner}<p>${PROSE}</p></article></body></html>`;

const map = makePng({ width: 640, height: 400 });
const mapHash = createHash('sha256').update(map).digest('hex');
const png = (body: Uint8Array): Page => ({ headers: { 'content-type': 'image/png' }, body });

/** Of pictures: the text of these pages stands in them twice, which is told too. */
const codesOf = (warnings: readonly { readonly code: string }[]) =>
  warnings.map(({ code }) => code).filter((code) => code.startsWith('images'));

describe('fetching an address', () => {
  it('captures the article, under the address that it has come to, and remembers the one that was asked for', async () => {
    const { origin } = await serveWeb({
      '/old': redirectTo('/new?utm_source=x'),
      '/new?utm_source=x': page(),
      '/new': page('<p>More.</p>'),
    });
    const { run } = openTestEngine();
    const added = await run('source.fetch', { url: `${origin}/old`, allowPrivate: true, tags: ['port'] });
    expect(added).toMatchObject({ status: 'added', title: 'The plant', language: 'en' });
    const { source } = await run('source.get', { id: added.id });
    expect(source).toMatchObject({ url: `${origin}/new`, kind: 'html', tags: ['port'] });
    expect(source.versions[0]).toMatchObject({ fileName: null, mediaType: 'text/html' });
    // Both addresses are the source's from now on.
    const again = await run('source.fetch', { url: `${origin}/new`, allowPrivate: true });
    expect(again).toMatchObject({ status: 'version', id: added.id });
    const third = await run('source.fetch', { url: `${origin}/old`, allowPrivate: true });
    expect(third).toMatchObject({ status: 'duplicate', id: added.id });
  });

  it('reads the text in the encoding that the server names, before the one that the page names', async () => {
    const body = Buffer.from(
      `<meta charset="iso-8859-15"><title>Été</title><p>${PROSE}Łódź`,
      'utf8',
    ).toString('utf8');
    const bytes = Buffer.from(
      [...body].map((sign) => ({ É: 0xc9, é: 0xe9, Ł: 0xa3, ó: 0xf3, ź: 0xbc })[sign] ?? sign.charCodeAt(0)),
    );
    const { origin } = await serveWeb({
      '/': { headers: { 'content-type': 'text/html; charset=iso-8859-2' }, body: bytes },
    });
    const { run } = openTestEngine();
    const { id } = await run('source.fetch', { url: origin, allowPrivate: true });
    const { source } = await run('source.get', { id });
    expect(source.title).toBe('Été');
    expect(source.text).toContain('Łódź');
  });

  it('takes a page for a page whatever its address ends in, and a file by its name', async () => {
    const file = (type: string, body: string, name?: string): Page => ({
      headers: {
        'content-type': type,
        ...(name ? { 'content-disposition': `attachment; filename="${name}"` } : {}),
      },
      body,
    });
    const { origin } = await serveWeb({
      '/blob/notes.md': page(),
      '/raw/notes.md': file('text/plain', '# Notes\n\nOf the *plant*.'),
      '/get?id=1': file('application/octet-stream', '# Named\n\nBy the server.', 'named.md'),
    });
    const { run } = openTestEngine();
    const kinds: string[] = [];
    for (const path of ['/blob/notes.md', '/raw/notes.md', '/get?id=1']) {
      const { id } = await run('source.fetch', { url: origin + path, allowPrivate: true });
      kinds.push((await run('source.get', { id })).source.kind);
    }
    expect(kinds).toEqual(['html', 'markdown', 'markdown']);
  });

  it('says why it took nothing, and takes nothing', async () => {
    const { origin } = await serveWeb({
      '/film': { headers: { 'content-type': 'video/mp4' }, body: 'x' },
      '/empty': '<p></p>',
    });
    const { run, codeOf } = openTestEngine();
    expect(await codeOf('source.fetch', { url: `${origin}/none`, allowPrivate: true })).toBe('fetch-failed');
    expect(await codeOf('source.fetch', { url: `${origin}/film`, allowPrivate: true })).toBe('fetch-failed');
    expect(await codeOf('source.fetch', { url: `${origin}/empty`, allowPrivate: true })).toBe('unreadable');
    expect(await codeOf('source.fetch', { url: origin })).toBe('fetch-failed');
    expect(await codeOf('source.fetch', { url: origin, publishedAt: 'yesterday' })).toBe('invalid');
    expect((await run('source.list', {})).sources).toEqual([]);
  });

  it('is cancelled in the middle, and taken back afterwards', async () => {
    const { engine, run } = openTestEngine();
    const { origin } = await serveWeb({ '/': () => engine.cancel('mine'), '/page': page() });
    const answer = await engine.call({
      id: 'mine',
      name: 'source.fetch',
      input: { url: origin, allowPrivate: true },
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    await run('source.fetch', { url: `${origin}/page`, allowPrivate: true });
    expect((await run('history.undo', {})).undone.command).toBe('source.fetch');
    expect((await run('source.list', {})).sources).toEqual([]);
  });
});

describe('pictures of an address', () => {
  const inner =
    '<figure><img src="/map.png" alt="A map"><figcaption>The coast</figcaption></figure><img src="/pixel.gif"><img src="/gone.png" alt="Gone">';
  const site = {
    '/a': page(inner),
    '/map.png': png(map),
    '/pixel.gif': { headers: { 'content-type': 'image/gif' }, body: makeGif(1, 1) },
  } satisfies Record<string, Page>;

  it('are not asked for unless the user wants them', async () => {
    const server = await serveWeb(site);
    const { run } = openTestEngine();
    const { id, warnings } = await run('source.fetch', { url: `${server.origin}/a`, allowPrivate: true });
    expect(server.asked).toEqual(['/a']);
    expect(codesOf(warnings)).toEqual([]);
    expect(imagesOf((await run('source.get', { id })).source.tree).size).toBe(0);
  });

  it('are kept once, shown without the network, and counted where they could not be had', async () => {
    const server = await serveWeb(site);
    const { run, codeOf, path } = openTestEngine();
    const { id, warnings } = await run('source.fetch', {
      url: `${server.origin}/a`,
      allowPrivate: true,
      images: true,
    });
    expect(server.asked.toSorted()).toEqual(['/a', '/gone.png', '/map.png', '/pixel.gif']);
    expect(codesOf(warnings)).toEqual(['images-left-out-1']);
    const { source } = await run('source.get', { id });
    expect([...imagesOf(source.tree)]).toEqual([mapHash]);
    const image = await run('source.image', { sha256: mapHash });
    expect(image.mediaType).toBe('image/png');
    expect(Buffer.from(image.bytes).equals(map)).toBe(true);
    expect((await run('notebook.check', {})).problems).toEqual([]);
    // Taking the page another way asks nobody again, and keeps them.
    await run('source.extract', { id, how: 'whole' });
    expect(imagesOf((await run('source.get', { id })).source.tree)).toContain(mapHash);
    expect(server.asked).toHaveLength(4);
    // Only pictures are handed out, not every stored thing.
    expect(await codeOf('source.image', { sha256: source.versions[0]?.sha256 ?? '' })).toBe('not-found');
    expect(await codeOf('source.image', { sha256: 'x' })).toBe('not-found');
    const database = new Database(path);
    database.exec('DELETE FROM version_image');
    database.close();
    expect(await codeOf('source.image', { sha256: mapHash })).toBe('not-found');
  });

  it('that come later make a new version of the same page', async () => {
    const server = await serveWeb(site);
    const { run } = openTestEngine();
    const url = `${server.origin}/a`;
    const first = await run('source.fetch', { url, allowPrivate: true });
    const second = await run('source.fetch', { url, allowPrivate: true, images: true });
    expect(second).toMatchObject({ status: 'version', id: first.id });
    const third = await run('source.fetch', { url, allowPrivate: true, images: true });
    expect(third).toMatchObject({ status: 'duplicate', id: first.id });
  });

  it('are at most so many, and each is asked for once', async () => {
    const many = Array.from({ length: 130 }, (_, index) => `<img src="/${index % 120}.png">`).join('');
    const server = await serveWeb({ '/a': page(many) });
    const { run } = openTestEngine();
    await run('source.fetch', { url: `${server.origin}/a`, allowPrivate: true, images: true });
    const pictures = server.asked.filter((path) => path.endsWith('.png'));
    expect(pictures.length).toBeLessThanOrEqual(100);
    expect(new Set(pictures).size).toBe(pictures.length);
  });
});

describe('a translation', () => {
  async function three() {
    const engine = openTestEngine();
    const ids: SourceId[] = [];
    for (const title of ['L’original', 'The translation', 'La retraduction']) {
      const bytes = new TextEncoder().encode(`${title}\n${title} text.`);
      ids.push((await engine.run('source.import', { bytes, fileName: 'a.txt', language: 'fr' })).id);
    }
    const [a, b, c] = ids;
    if (!a || !b || !c) throw new Error('no sources');
    return { ...engine, a, b, c };
  }

  it('knows its original, and the original its translations, until that is undone', async () => {
    const { run, a, b } = await three();
    await run('source.edit', { id: b, translationOf: a });
    expect((await run('source.get', { id: b })).source.translationOf).toEqual({
      id: a,
      title: 'L’original',
      language: 'fr',
    });
    expect((await run('source.get', { id: a })).source.translations).toEqual([
      { id: b, title: 'The translation', language: 'fr' },
    ]);
    await run('history.undo', {});
    expect((await run('source.get', { id: b })).source.translationOf).toBeNull();
    await run('history.redo', {});
    await run('source.edit', { id: b, title: 'Other' });
    expect((await run('source.get', { id: b })).source.translationOf?.id).toBe(a);
    await run('source.edit', { id: b, translationOf: null });
    expect((await run('source.get', { id: a })).source.translations).toEqual([]);
  });

  it('is never its own original, not even by others', async () => {
    const { run, codeOf, a, b, c } = await three();
    await run('source.edit', { id: b, translationOf: a });
    await run('source.edit', { id: c, translationOf: b });
    expect(await codeOf('source.edit', { id: a, translationOf: a })).toBe('invalid');
    expect(await codeOf('source.edit', { id: a, translationOf: c })).toBe('invalid');
    expect(await codeOf('source.edit', { id: a, translationOf: 'nothing' as SourceId })).toBe('not-found');
  });

  it('whose original is in the trash has none to go to, and has it again when it is back', async () => {
    const { run, a, b } = await three();
    await run('source.edit', { id: b, translationOf: a });
    await run('source.remove', { id: a });
    expect((await run('source.get', { id: b })).source.translationOf).toBeNull();
    await run('source.restore', { id: a });
    expect((await run('source.get', { id: b })).source.translationOf?.id).toBe(a);
    await run('source.remove', { id: b });
    expect((await run('source.get', { id: a })).source.translations).toEqual([]);
    expect((await run('notebook.check', {})).problems).toEqual([]);
  });
});
