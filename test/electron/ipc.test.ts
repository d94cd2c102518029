import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../src-main/common/contract/client.ts';
import type { DossierEvent } from '../../src-main/common/contract/events.ts';
import { frame, exposed, invokeFrom, recorded, type Sender } from '../doubles/electron.ts';
import { builtWorker } from '../support/built.ts';
import { bytesOf, createCallIds } from '../support/engine.ts';
import { boot, bootPage } from './boot.ts';

const CALL = 'dossier:call';
const state = { id: '1', name: 'workspace.state', input: {} };

describe('what the page gets', () => {
  it('is call, subscribe and capabilities, and nothing else', async () => {
    const { window } = await boot();
    const page = await bootPage(window);
    expect([...exposed.keys()]).toEqual(['dossier']);
    expect(Object.keys(page).sort()).toEqual(['call', 'capabilities', 'subscribe']);
    expect(page.capabilities).toEqual({
      host: 'electron',
      platform: process.platform,
      can: ['native-dialogs', 'open-external', 'write-exports', 'native-menu', 'own-windows'],
    });
  });

  it('listens on one channel only', async () => {
    await boot();
    expect([...recorded.handlers.keys()]).toEqual([CALL]);
  });

  it('is not the way into the user’s own network', async () => {
    await boot();
    const input = { url: 'http://127.0.0.1:9/', allowPrivate: true };
    expect(await invokeFrom({}, CALL, { ...state, name: 'source.fetch', input })).toMatchObject({
      ok: false,
      error: { code: 'unsupported' },
    });
  });

  it('reaches the workspace and comes back', async () => {
    const { window, dataFolder } = await boot();
    const page = await bootPage(window);
    expect(await page.call(state)).toMatchObject({
      ok: true,
      value: { notebook: null, version: '9.8.7', folder: dataFolder },
    });
  });

  it('answers `invalid` or `internal`, and never rejects, whatever is called', async () => {
    const { window } = await boot();
    const page = await bootPage(window);
    const offenders: readonly unknown[] = [null, 'x', {}, { id: 1, name: 'x' }, { id: '1' }];
    for (const broken of offenders) {
      expect(await page.call(broken as typeof state)).toMatchObject({ ok: false });
    }
    expect(await page.call({ ...state, name: 'x'.repeat(300) })).toMatchObject({
      error: { code: 'invalid' },
    });
    recorded.handlers.clear();
    expect(await page.call(state)).toMatchObject({ ok: false, error: { code: 'internal' } });
  });

  it('sends the three fields of a call and nothing else', async () => {
    const { window } = await boot();
    const page = await bootPage(window);
    const seen: unknown[] = [];
    recorded.handlers.set(CALL, (_event, value) => seen.push(value));
    await page.call({ ...state, extra: () => undefined } as typeof state);
    expect(seen).toEqual([state]);
  });
});

describe('the sender', () => {
  const offenders: Readonly<Record<string, Sender>> = {
    'a foreign origin': { url: 'https://evil.example/' },
    'an origin that begins like ours': { url: 'app://dossier.evil/' },
    'an origin that contains ours': { url: 'https://evil.example/?app://dossier/' },
    'our origin with a port': { url: 'app://dossier:81/' },
    'our origin with a user': { url: 'app://dossier@evil/' },
    'another file of ours': { url: 'app://dossier/assets/index-abcd1234.js' },
    'a file': { url: 'file:///app/index.html' },
    'an empty page': { url: 'about:blank' },
    'no address': { url: '' },
    'a frame within the page': { parent: frame('app://dossier/') },
    'a frame that has gone': { gone: true },
    'another window': { contentsId: 9_999 },
  };

  it.each(Object.keys(offenders))('is refused and logged: %s', async (name) => {
    const { refusals } = await boot();
    const answer = await invokeFrom(offenders[name] ?? {}, CALL, state);
    expect(answer).toMatchObject({ ok: false, error: { code: 'unsupported' } });
    expect(refusals.join('')).toContain('refused message');
  });

  it('is trusted in the main frame of our own page', async () => {
    const { refusals } = await boot();
    expect(await invokeFrom({}, CALL, state)).toMatchObject({ ok: true });
    expect(await invokeFrom({ url: 'app://dossier/#claims' }, CALL, state)).toMatchObject({ ok: true });
    expect(refusals).toEqual([]);
  });

  it('is nobody once the window has closed', async () => {
    const { window } = await boot();
    window.close();
    expect(await invokeFrom({}, CALL, state)).toMatchObject({ ok: false });
  });
});

describe('names that are nobody’s command', () => {
  it.each(['__proto__', 'constructor', 'toString', 'host.quit', ''])(
    'answers an error to "%s"',
    async (name) => {
      await boot();
      expect(await invokeFrom({}, CALL, { ...state, name })).toMatchObject({ ok: false });
    },
  );
});

describe('host commands', () => {
  const open = (url: unknown): Promise<unknown> =>
    invokeFrom({}, CALL, { id: '1', name: 'host.openExternal', input: { url } });
  const choose = (input: unknown): Promise<unknown> =>
    invokeFrom({}, CALL, { id: '1', name: 'host.choose', input });

  it('open web pages and letters in the system’s programs', async () => {
    await boot();
    for (const url of ['https://example.org/a?b=c', 'http://example.org/', 'mailto:a@example.org']) {
      expect(await open(url)).toEqual({ ok: true, value: {} });
    }
    expect(recorded.opened).toEqual([
      'https://example.org/a?b=c',
      'http://example.org/',
      'mailto:a@example.org',
    ]);
  });

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/x',
    'ms-settings:',
    'data:text/html,x',
    '\\\\server\\x',
    'example.org',
    '',
    1,
  ])('do not open %s', async (url) => {
    await boot();
    expect(await open(url)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(recorded.opened).toEqual([]);
  });

  it('ask for a notebook in the platform’s dialog, in the user’s language', async () => {
    await boot({
      given: { languages: ['fr-CA'], openDialog: { canceled: false, filePaths: ['/a/b.dossier'] } },
    });
    expect(await choose({ purpose: 'open-notebook' })).toEqual({ ok: true, value: { path: '/a/b.dossier' } });
    expect(recorded.dialogs).toMatchObject([{ title: 'Ouvrir un carnet', properties: ['openFile'] }]);
  });

  it('give a new notebook its extension, and null where the dialog was closed', async () => {
    await boot({ given: { saveDialog: { canceled: false, filePath: '/a/notes' } } });
    expect(await choose({ purpose: 'create-notebook', suggestion: '/a/x.dossier' })).toEqual({
      ok: true,
      value: { path: '/a/notes.dossier' },
    });
    expect(recorded.dialogs).toMatchObject([{ defaultPath: '/a/x.dossier' }]);
    recorded.saveDialog = { canceled: true, filePath: '' };
    expect(await choose({ purpose: 'export-file' })).toEqual({ ok: true, value: { path: null } });
    expect(await choose({ purpose: 'everything' })).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});

async function chooseNotebook(client: Client, filePath: string): Promise<void> {
  recorded.saveDialog = { canceled: false, filePath };
  await client.call('host.choose', { purpose: 'create-notebook' });
}

describe('over a real notebook', () => {
  it('opens and makes only notebooks that the user has named, or had open before', async () => {
    const { window, dataFolder } = await boot({ engineWorker: builtWorker('engine-worker') });
    const client = createClient(await bootPage(window), createCallIds());
    const path = join(dataFolder, 'a.dossier');
    const refused = { ok: false, error: { code: 'target-unwritable' } };
    expect(await client.call('workspace.open', { path, create: true })).toMatchObject(refused);
    expect(existsSync(path)).toBe(false);
    await chooseNotebook(client, path);
    expect(await client.call('workspace.open', { path, create: true })).toMatchObject({ ok: true });
    const other = join(dataFolder, 'b.dossier');
    await chooseNotebook(client, other);
    expect(await client.call('workspace.open', { path: other, create: true })).toMatchObject({ ok: true });
    expect(await client.call('workspace.open', { path })).toMatchObject({ ok: true });
    expect(await client.call('workspace.open', { path: '/etc/passwd' })).toMatchObject(refused);
  });

  it('imports, tells the page, and keeps what was acknowledged when it quits', async () => {
    const { window, dataFolder, quit } = await boot({ engineWorker: builtWorker('engine-worker') });
    const page = await bootPage(window);
    const events: DossierEvent[] = [];
    const unsubscribe = page.subscribe((event) => events.push(event));
    const client = createClient(page, createCallIds());
    const path = join(dataFolder, 'a.dossier');
    await chooseNotebook(client, path);
    expect(await client.call('workspace.open', { path, create: true })).toMatchObject({ ok: true });
    const text = 'A title\n\nThe plant will cost 412 million euros, the ministry says.';
    const imported = await client.call('source.import', { bytes: bytesOf(text), fileName: 'a.txt' });
    expect(imported).toMatchObject({ ok: true, value: { status: 'added', title: 'A title' } });
    await expect
      .poll(() => events.map(({ type }) => type))
      .toEqual(expect.arrayContaining(['notebook', 'changed']));
    expect(recorded.recent).toEqual([path]);
    unsubscribe();
    await quit();
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  it('watches only a folder that the user has chosen', async () => {
    const { window, dataFolder } = await boot({ engineWorker: builtWorker('engine-worker') });
    const client = createClient(await bootPage(window), createCallIds());
    const notebook = join(dataFolder, 'a.dossier');
    await chooseNotebook(client, notebook);
    await client.call('workspace.open', { path: notebook, create: true });
    const refused = await client.call('workspace.watch', { folder: dataFolder });
    expect(refused).toMatchObject({ error: { details: { reason: 'not-chosen' } } });
    recorded.openDialog = { canceled: false, filePaths: [dataFolder] };
    await client.call('host.choose', { purpose: 'watch-folder' });
    expect(await client.call('workspace.watch', { folder: dataFolder })).toMatchObject({
      value: { watched: { folder: dataFolder } },
    });
    expect(await client.call('workspace.open', { path: dataFolder, create: true })).toMatchObject({
      ok: false,
    });
    expect(await client.call('workspace.watch', { folder: null })).toMatchObject({
      value: { watched: null },
    });
  });

  it('writes an export only where the user has said', async () => {
    const { window, dataFolder } = await boot({ engineWorker: builtWorker('engine-worker') });
    const client = createClient(await bootPage(window), createCallIds());
    const notebook = join(dataFolder, 'a.dossier');
    await chooseNotebook(client, notebook);
    await client.call('workspace.open', { path: notebook, create: true });
    const over = await client.call('export.run', { format: 'html', out: notebook, force: true });
    expect(over).toMatchObject({ ok: false, error: { code: 'target-unwritable' } });
    const out = join(dataFolder, 'out.html');
    const elsewhere = await client.call('export.run', { format: 'html', out });
    expect(elsewhere).toMatchObject({ ok: false, error: { code: 'target-unwritable' } });
    expect(existsSync(out)).toBe(false);
    recorded.saveDialog = { canceled: false, filePath: out };
    await client.call('host.choose', { purpose: 'export-file' });
    await client.call('export.run', { format: 'html', out });
    expect(existsSync(out)).toBe(true);
    const climbing = join(out, '..', 'other.html');
    const through = `${out}/link/../other.html`;
    expect(await client.call('export.run', { format: 'html', out: through })).toMatchObject({
      error: { code: 'target-unwritable', details: { reason: 'not-chosen' } },
    });
    expect(await client.call('export.run', { format: 'html', out: climbing })).toMatchObject({ ok: false });
  });
});
