import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makePipe } from '../../support/pipes.ts';
import { ARTICLE } from './article.ts';
import { createHarness } from './harness.ts';

describe('import', () => {
  it('answers for each source with the fields of the contract', async () => {
    const { json, cwd } = createHarness();
    writeFileSync(join(cwd, 'plant.txt'), ARTICLE);
    const { sources } = await json(
      'import',
      'plant.txt',
      '--tag',
      'cost',
      '--author',
      'A. Writer',
      '--language',
      'en',
    );
    expect(sources).toEqual([
      {
        id: expect.any(String),
        path: 'plant.txt',
        title: 'The plant at Merlance',
        language: 'en',
        words: expect.any(Number),
        status: 'added',
        duplicateOf: null,
        warnings: [],
        error: null,
      },
    ]);
    const listed = await json('sources');
    expect(listed.sources).toEqual([
      {
        id: sources[0].id,
        title: 'The plant at Merlance',
        byline: 'A. Writer',
        site: null,
        url: null,
        publishedAt: null,
        addedAt: expect.stringMatching(/^2026-03-01T/),
        language: 'en',
        words: sources[0].words,
        tags: ['cost'],
        excerpts: 0,
        claims: 0,
      },
    ]);
  });

  it('does the rest where something fails, and names each failure', async () => {
    const { run, cwd } = createHarness();
    writeFileSync(join(cwd, 'plant.txt'), ARTICLE);
    writeFileSync(join(cwd, 'empty.txt'), '');
    writeFileSync(
      join(cwd, 'photo.bin'),
      Uint8Array.from({ length: 4000 }, (_each, at) => (at * 7919) % 256),
    );
    const operands = ['missing.txt', 'empty.txt', 'plant.txt', 'photo.bin', 'http://127.0.0.1:9/x'];
    const { code, out, err } = await run('import', ...operands, '--json');
    expect(code).toBe(1);
    const { sources } = JSON.parse(out) as {
      sources: { path: string; status: string; error: { code: string } }[];
    };
    expect(sources.map(({ path, status, error }) => [path, status, error?.code])).toEqual([
      ['missing.txt', 'failed', 'not-found'],
      ['empty.txt', 'failed', 'unreadable'],
      ['plant.txt', 'added', undefined],
      ['photo.bin', 'failed', 'unreadable'],
      ['http://127.0.0.1:9/x', 'failed', 'fetch-failed'],
    ]);
    for (const name of operands.filter((operand) => operand !== 'plant.txt')) expect(err).toContain(name);
  });

  it('walks folders by name, leaving out what is hidden or of no known kind', async () => {
    const { json, cwd } = createHarness();
    mkdirSync(join(cwd, 'in', 'b', '.git'), { recursive: true });
    for (const name of ['z.md', 'a.HTML', 'photo.png', '.hidden.txt', 'b/c.txt', 'b/.git/d.txt']) {
      writeFileSync(
        join(cwd, 'in', name),
        `<p>The words of ${name}, one by one, are here to be read by us.</p>`,
      );
    }
    const { sources } = await json('import', 'in');
    expect(sources.map(({ path }: { path: string }) => path)).toEqual([
      join('in', 'a.HTML'),
      join('in', 'b', 'c.txt'),
      join('in', 'z.md'),
    ]);
  });

  it('takes a saved page, and not the frames in the folder beside it', async () => {
    const { json, cwd } = createHarness();
    for (const folder of ['Page_files', 'Page_fichiers', 'Other_files'])
      mkdirSync(join(cwd, 'in', folder), { recursive: true });
    const text = (name: string) => `<p>The words of ${name}, one by one, are here to be read by us.</p>`;
    for (const name of ['Page.html', 'Page_files/ad.html', 'Page_fichiers/ad.html', 'Other_files/own.html'])
      writeFileSync(join(cwd, 'in', name), text(name));
    const { sources } = await json('import', 'in');
    expect(sources.map(({ path }: { path: string }) => path)).toEqual([
      join('in', 'Other_files', 'own.html'),
      join('in', 'Page.html'),
    ]);
  });

  it('names what it leaves out of a folder, since it may be a library', async () => {
    const { run, cwd } = createHarness();
    mkdirSync(join(cwd, 'in', 'a_files'), { recursive: true });
    for (const name of ['a.html', 'zotero.RDF', 'list.csv', 'photo.jpg', 'a_files/data.json'])
      writeFileSync(join(cwd, 'in', name), `<p>${ARTICLE}</p>`);
    for (let at = 0; at < 10; at += 1) writeFileSync(join(cwd, 'in', `z${at}.json`), '{}');
    const { out, err, code } = await run('import', 'in', '--json');
    expect(code).toBe(0);
    const { sources, leftOut } = JSON.parse(out) as { sources: unknown[]; leftOut: string[] };
    expect(sources).toHaveLength(1);
    expect(leftOut).toHaveLength(12);
    expect(leftOut.slice(0, 2)).toEqual([join('in', 'list.csv'), join('in', 'z0.json')]);
    expect(err).toContain(`“${join('in', 'list.csv')}” was left out`);
    expect(err).toContain('2 more were left out');
    expect(err).not.toContain('z9.json');
  });

  it('refuses the notebook itself by name, and any other by its bytes', async () => {
    const { run, json, cwd } = createHarness();
    writeFileSync(join(cwd, 'plant.txt'), ARTICLE);
    await json('import', 'plant.txt');
    writeFileSync(join(cwd, 'other.db'), 'SQLite format 3\0 and more');
    writeFileSync(join(cwd, 'copy.dossier-wal'), ARTICLE);
    for (const name of ['default.dossier', 'copy.dossier-wal', 'other.db']) {
      const { code, err } = await run('import', name);
      expect(code).toBe(1);
      expect(err).toContain(`“${name}” is a notebook`);
    }
    expect((await json('sources')).sources).toHaveLength(1);
  });

  it('refuses another address beside an address, before it asks for anything', async () => {
    const { run, cwd } = createHarness();
    const { code, err } = await run('import', 'http://127.0.0.1:9/x', '--url', 'https://example.org/');
    expect(code).toBe(2);
    expect(err).toContain('“http://127.0.0.1:9/x” is itself the address');
    expect(existsSync(join(cwd, 'default.dossier'))).toBe(false);
  });

  it('says so for a folder that holds nothing to import', async () => {
    const { run, cwd } = createHarness();
    mkdirSync(join(cwd, 'in'));
    const { code, err } = await run('import', 'in');
    expect(code).toBe(1);
    expect(err).toContain('“in”');
  });

  it('takes standard input', async () => {
    const { json } = createHarness({ stdin: ARTICLE });
    const { sources } = await json('import', '-', '--title', 'From a pipe', '--url', 'https://example.org/p');
    expect(sources[0]).toMatchObject({ path: '-', title: 'From a pipe', status: 'added' });
  });

  it('tells a duplicate and a new version of an address', async () => {
    const { json, cwd } = createHarness();
    writeFileSync(join(cwd, 'a.txt'), ARTICLE);
    writeFileSync(join(cwd, 'b.txt'), `${ARTICLE}\nCorrection: 468 million.\n`);
    const first = (await json('import', 'a.txt', '--url', 'https://example.org/p')).sources[0];
    const again = (await json('import', 'a.txt')).sources[0];
    expect(again).toMatchObject({ id: first.id, status: 'duplicate', duplicateOf: first.id });
    expect(again).not.toHaveProperty('versionId');
    const changed = (await json('import', 'b.txt', '--url', 'https://example.org/p')).sources[0];
    expect(changed).toMatchObject({ id: first.id, status: 'version', versionId: expect.any(String) });
  });

  it('refuses one title or address for several sources before it imports any', async () => {
    const { run, cwd } = createHarness();
    writeFileSync(join(cwd, 'a.txt'), ARTICLE);
    expect((await run('import', 'a.txt', 'b.txt', '--url', 'https://example.org/')).code).toBe(2);
    expect(existsSync(join(cwd, 'default.dossier'))).toBe(false);
  });

  it('draws its bar only on a terminal, and on standard error', async () => {
    const shown = createHarness({ isTty: true, stdin: ARTICLE });
    const { out, err } = await shown.run('import', '-');
    expect(err).toContain('0/1');
    expect(out).not.toContain('\u001b');
    const piped = createHarness({ stdin: ARTICLE });
    expect((await piped.run('import', '-')).err).toBe('');
  });
});

it.skipIf(process.platform === 'win32')(
  'goes on past a pipe, a folder and a device among the files',
  async () => {
    const { run, cwd } = createHarness();
    mkdirSync(join(cwd, 'in/dir.html'), { recursive: true });
    makePipe(join(cwd, 'in/pipe.html'));
    writeFileSync(join(cwd, 'in/a.txt'), ARTICLE);
    writeFileSync(join(cwd, 'in/z.txt'), `${ARTICLE} And more.`);
    const { code, out, err } = await run('import', 'in', '/dev/zero');
    expect(code).toBe(1);
    expect(out.match(/^added/gm)).toHaveLength(2);
    expect(err).toContain('is no file but a folder, a pipe or a device');
    expect(err).toContain(join('in', 'pipe.html'));
    expect(err).toContain('/dev/zero');
  },
);

it('says why a file is not taken without what its name would do to the terminal', async () => {
  const { run, cwd } = createHarness();
  const name = 'red\u001b[31m\u202egpj.html';
  writeFileSync(join(cwd, name), '');
  const { err } = await run('import', name);
  expect(err).toContain('“red[31mgpj.html” is empty');
  const missing = await run('import', `no${name}`);
  expect(missing.err).toContain('nored[31mgpj.html');
  expect(err + missing.err).not.toMatch(/[\u001b\u202e]/);
});
