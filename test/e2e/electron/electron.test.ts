/** The app in the real Electron, where its binary is there: what the double cannot show. */
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transport } from '../../../src-main/common/contract/client.ts';
import { hasDisplay } from '../../../build/launcher/lib/browsers.mjs';
import { findElectron } from '../../../build/launcher/lib/electron.mjs';
import { createFolder, type Folder } from './folder.ts';

type Bridged = Window & { readonly dossier?: Transport };

const root = join(import.meta.dirname, '../../..');
const program = findElectron();
const reason = program
  ? hasDisplay()
    ? null
    : 'there is no display (run it under xvfb-run)'
  : 'Electron’s binary is not here (npm start downloads it)';
if (reason) process.stderr.write(`skipped: the suite in the real Electron, because ${reason}\n`);

describe.skipIf(reason !== null)('in Electron', () => {
  let folder: Folder;
  let app: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    folder = createFolder();
    app = await start(folder.path);
    page = await app.firstWindow();
    await page.getByRole('main').waitFor();
  });
  afterAll(async () => {
    await app.close();
    folder.remove();
  });

  it('shows the sample at app://dossier', async () => {
    expect(page.url()).toMatch(/^app:\/\/dossier\//);
    await expect.poll(() => page.title()).toMatch(/Sample notebook/);
  });

  it('gives the page call, subscribe and capabilities, and no Node', async () => {
    const found = await page.evaluate(() => ({
      bridge: Object.keys((window as Bridged).dossier ?? {}).sort(),
      host: (window as Bridged).dossier?.capabilities.host,
      node: ['require', 'process', 'module', 'Buffer', '__dirname'].filter((name) => name in window),
    }));
    expect(found).toEqual({ bridge: ['call', 'capabilities', 'subscribe'], host: 'electron', node: [] });
  });

  it('answers calls of the page', async () => {
    const answer = await page.evaluate(() =>
      (window as Bridged).dossier?.call({ id: 'e2e', name: 'source.list', input: {} }),
    );
    expect(answer).toMatchObject({ ok: true });
  });

  it('carries bytes both ways', async () => {
    const answer = await page.evaluate(() => {
      const bytes = new TextEncoder().encode('A title of a test\n\nSome words of an article.');
      return (window as Bridged).dossier?.call({
        id: 'bytes',
        name: 'source.import',
        input: { bytes, fileName: 'a.txt' },
      });
    });
    expect(answer).toMatchObject({ ok: true, value: { title: 'A title of a test' } });
  });

  it('lets nothing out of the machine and nothing else in', async () => {
    const blocked = await page.evaluate(async () => {
      const fetched = await fetch('https://example.org/').then(
        () => true,
        () => false,
      );
      return { fetched, opened: window.open('https://example.org/') !== null };
    });
    expect(blocked).toEqual({ fetched: false, opened: false });
    const resolved = await app.evaluate(({ session }) =>
      session.defaultSession.resolveHost('example.org').then(
        () => true,
        () => false,
      ),
    );
    expect(resolved).toBe(false);
    expect(app.windows()).toHaveLength(1);
  });

  it('denies permissions', async () => {
    const state = await page.evaluate(
      async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
    );
    expect(state).toBe('denied');
  });

  it('has a menu', async () => {
    const count = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.length ?? 0);
    expect(count).toBeGreaterThan(4);
  });

  it('keeps what was acknowledged when it is quit and started again', async () => {
    await app.close();
    app = await start(folder.path);
    page = await app.firstWindow();
    await page.getByRole('main').waitFor();
    const answer = await page.evaluate(() =>
      (window as Bridged).dossier?.call({ id: 'again', name: 'source.list', input: {} }),
    );
    expect(JSON.stringify(answer)).toContain('A title of a test');
  });

  it('answers the command line without a window', async () => {
    const { stdout, code } = await folder.run(program ?? '', [...flags(), root, '--version']);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/\d+\.\d+\.\d+/) as string,
    });
  });
});

function start(dataFolder: string): Promise<ElectronApplication> {
  const env = { ...process.env, DOSSIER_DATA: dataFolder, LANG: 'en_GB.UTF-8' } as Record<string, string>;
  return _electron.launch({ executablePath: program ?? '', args: [...flags(), root, '--sample'], env });
}

/** Chromium refuses to run its sandbox as root. */
function flags(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
