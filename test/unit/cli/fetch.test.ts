import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makePng } from '../../support/images.ts';
import { serveWeb } from '../../support/web-server.ts';
import { createHarness } from './harness.ts';

const PAGE = `<html lang="en"><title>The plant</title><article><h1>The plant</h1>${'<p>It stands on the coast, and everybody there knows who paid for it.</p>'.repeat(9)}`;

describe('import of addresses', () => {
  it('captures each that answers, and names each that does not', async () => {
    const server = await serveWeb({ '/a': PAGE });
    const { run, cwd } = createHarness();
    writeFileSync(join(cwd, 'notes.md'), '# Notes\n\nMine.');
    const operands = [`${server.origin}/gone`, `${server.origin}/a`, 'ftp://example.org/x', 'notes.md'];
    const { code, out, err } = await run('import', ...operands, '--allow-private', '--json');
    const { sources } = JSON.parse(out) as {
      sources: { path: string; status: string; error: { code: string } | null }[];
    };
    expect(code).toBe(1);
    expect(sources.map(({ status, error }) => [status, error?.code])).toEqual([
      ['failed', 'fetch-failed'],
      ['added', undefined],
      ['failed', 'fetch-failed'],
      ['added', undefined],
    ]);
    expect(err).toContain('is not there (404)');
    expect(err).toContain('is not a web address');
  });

  it('goes to no address of this machine by itself, and says what would', async () => {
    const server = await serveWeb({ '/a': PAGE });
    const { run } = createHarness({ env: { LANG: 'fr_FR.UTF-8' } });
    const { code, err } = await run('import', `${server.origin}/a`);
    expect(code).toBe(1);
    expect(err).toContain('--allow-private');
    expect(server.asked).toEqual([]);
  });

  it('asks for pictures only with --images', async () => {
    const inner = `${PAGE}<img alt="" src="/map.png">`;
    const server = await serveWeb({
      '/a': inner,
      '/map.png': { headers: { 'content-type': 'image/png' }, body: makePng({ width: 90, height: 60 }) },
    });
    const { json } = createHarness();
    await json('import', `${server.origin}/a`, '--allow-private');
    expect(server.asked).toEqual(['/a']);
    const { sources } = await json('import', `${server.origin}/a`, '--allow-private', '--images');
    expect(server.asked).toEqual(['/a', '/a', '/map.png']);
    expect(sources[0]).toMatchObject({ status: 'version' });
  });
});

describe('import of a saved page', () => {
  it('takes the pictures that lie beside it, and follows no link out of their folder', async () => {
    const { json, cwd } = createHarness();
    mkdirSync(join(cwd, 'La page_fichiers'));
    writeFileSync(join(cwd, 'La page_fichiers', 'carte 1.png'), makePng({ width: 90, height: 60 }));
    writeFileSync(join(cwd, 'secret.png'), makePng({ width: 91, height: 60 }));
    symlinkSync(join(cwd, 'secret.png'), join(cwd, 'La page_fichiers', 'lien.png'));
    const pictures =
      '<img alt="Carte" src="./La%20page_fichiers/carte%201.png"><img alt="Lien" src="La%20page_fichiers/lien.png">';
    writeFileSync(join(cwd, 'La page.html'), `${PAGE}${pictures}`);
    await json('import', 'La page.html');
    const out = join(cwd, 'out');
    const { files } = await json('export', '--format', 'markdown', '--out', out);
    const images = (files as { path: string }[]).filter(({ path }) => path.includes('/images/'));
    expect(images).toHaveLength(1);
  });
});

describe('a translation on the command line', () => {
  it('is linked, shown from both sides, and let go', async () => {
    const { json, run, cwd } = createHarness();
    writeFileSync(join(cwd, 'a.txt'), 'Une usine\nElle coûte cher.');
    writeFileSync(join(cwd, 'b.txt'), 'A plant\nIt is expensive.');
    const { sources } = await json('import', 'a.txt', 'b.txt');
    const [a, b] = (sources as { id: string }[]).map(({ id }) => id);
    await json('source', 'edit', String(b), '--translation-of', String(a));
    expect((await json('show', String(b))).source.translationOf).toBe(a);
    expect((await json('show', String(a))).source.translations).toEqual([b]);
    expect((await run('show', String(b))).out).toContain(`Une usine  ${String(a)}`);
    const { code, err } = await run('source', 'edit', String(a), '--translation-of', String(b));
    expect(code).toBe(1);
    expect(err).toContain('translation');
    await json('source', 'edit', String(b), '--no-translation');
    expect((await json('show', String(b))).source.translationOf).toBeNull();
  });
});
