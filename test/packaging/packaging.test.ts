import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack, type Packed } from './packed.ts';

const MEGABYTE = 1024 * 1024;
/** Fonts and analysers are the bulk; electron's own files do not count. Something big that slips in shows. */
const ARCHIVE_LIMIT = 24 * MEGABYTE;
const { DISABLE, ENABLE } = FuseState;

// Linux only: the stand-in has the shape of Electron's Linux folder, and the packed native module is run.
describe.skipIf(process.platform !== 'linux')('the packed app', () => {
  let packed: Packed;
  beforeAll(() => {
    packed = pack();
  });
  afterAll(() => packed.remove());

  it('holds the built app, the one native module and nothing else', () => {
    const roots = new Set(packed.names.map((name) => name.split('/')[0]));
    expect([...roots].sort()).toEqual(['node_modules', 'out', 'package.json']);
    const modules = new Set(
      packed.names.filter((name) => name.startsWith('node_modules/')).map((name) => name.split('/')[1]),
    );
    expect([...modules]).toEqual(['better-sqlite3']);
  });

  it('holds no sources, maps or binaries of other systems', () => {
    const strays = packed.names.filter((name) =>
      /\.(?:map|ts|svelte|c|cpp|h|gyp|md)$|\/deps\/|\/src\//.test(name),
    );
    expect(strays).toEqual([]);
    const binaries = packed.names.filter((name) => name.endsWith('.node'));
    expect(binaries).toEqual([`node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`]);
  });

  it('keeps the native module outside the archive, where the system can load it', () => {
    const unpacked = join(packed.folder, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds');
    expect(existsSync(join(unpacked, `linux-${process.arch}.node`))).toBe(true);
  });

  it('stays small', () => {
    expect(statSync(join(packed.folder, 'resources/app.asar')).size).toBeLessThan(ARCHIVE_LIMIT);
  });

  it('carries its licence and those of what it is made of, the typefaces among them', () => {
    expect(readFileSync(join(packed.folder, 'resources/LICENSE'), 'utf8')).toContain('The Dossier authors');
    const notices = readFileSync(join(packed.folder, 'resources/THIRD-PARTY.txt'), 'utf8');
    for (const name of ['better-sqlite3', 'svelte', '@fontsource-variable/inter'])
      expect(notices).toContain(`\n${name} `);
    expect(notices).toContain('SIL OPEN FONT LICENSE');
  });

  it('has the fuses set', async () => {
    const wire = await getCurrentFuseWire(join(packed.folder, 'dossier-app'));
    expect(wire).toMatchObject({
      [FuseV1Options.RunAsNode]: DISABLE,
      [FuseV1Options.EnableCookieEncryption]: ENABLE,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: DISABLE,
      [FuseV1Options.EnableNodeCliInspectArguments]: DISABLE,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ENABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: ENABLE,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: DISABLE,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: DISABLE,
    });
  });

  it('starts at the program that package.json names', () => {
    const manifest = JSON.parse(readFileSync(join(packed.extracted, 'package.json'), 'utf8')) as {
      main: string;
    };
    expect(existsSync(join(packed.extracted, manifest.main))).toBe(true);
  });

  it('imports and finds an article by its command line', () => {
    const article = join(packed.extracted, 'article.txt');
    writeFileSync(article, 'Un titre\n\nLa centrale a été arrêtée après 300 000 heures.\n');
    const notebook = join(packed.extracted, 'test.dossier');
    const dossier = (...args: string[]): unknown =>
      JSON.parse(
        execFileSync(process.execPath, [cliOf(packed), ...args, '--notebook', notebook, '--json'], {
          encoding: 'utf8',
        }),
      );
    expect(dossier('import', article)).toMatchObject({ sources: [{ status: 'added' }] });
    expect(dossier('search', 'arretee')).toMatchObject({ total: 1 });
  });

  it('serves its page to a browser', async () => {
    const notebook = join(packed.extracted, 'served.dossier');
    const args = [cliOf(packed), 'serve', '--no-open', '--port', '0', '--notebook', notebook];
    const env = { ...process.env, DOSSIER_DATA: packed.extracted };
    const server = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(server, 'exit');
    try {
      const { url } = JSON.parse(await firstLine(server.stdout)) as { url: string };
      const page = await fetch(new URL('/', url));
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('<script type="module"');
    } finally {
      server.kill('SIGTERM');
      await ended;
    }
  });
});

function cliOf(packed: Packed): string {
  return join(packed.extracted, 'out/main/dossier.js');
}

async function firstLine(stream: Readable): Promise<string> {
  for await (const line of createInterface(stream)) return line;
  throw new Error('it ended without printing a line');
}
