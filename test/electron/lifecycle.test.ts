import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { firstOperand, parseLaunch } from '../../src-main/hosts/electron/launch.ts';
import { startElectron } from '../../src-main/hosts/electron/main.ts';
import { menuTemplate } from '../../src-main/hosts/electron/menu.ts';
import { appEvents, invokeFrom, recorded, resetElectron } from '../doubles/electron.ts';
import { builtWorker } from '../support/built.ts';
import { tempFolder } from '../support/temp.ts';
import { boot } from './boot.ts';

const openPath = async (): Promise<unknown> => {
  const answer = await invokeFrom({}, 'dossier:call', { id: '1', name: 'workspace.state', input: {} });
  return (answer as { value: { notebook: { path: string } | null } }).value.notebook?.path;
};

describe('the command line', () => {
  it('names a notebook, the sample or files, beside Chromium’s own options', () => {
    const args = ['--no-sandbox', 'a.dossier', '--sample', 'b.html', '--ozone-platform=x11', '--', '-c.md'];
    expect(parseLaunch(args, '/home/a')).toEqual({
      sample: true,
      notebook: '/home/a/a.dossier',
      files: ['/home/a/b.html', '/home/a/-c.md'],
      links: [],
    });
    expect(parseLaunch(['--notebook', 'x'], '/a').notebook).toBe('/a/x');
    expect(parseLaunch(['--notebook=x'], '/a').notebook).toBe('/a/x');
    expect(parseLaunch([], '/a')).toEqual({ sample: false, notebook: null, files: [], links: [] });
  });

  it('finds a verb behind global options', () => {
    expect(firstOperand(['--json', '--notebook', 'search', 'sources'])).toBe('sources');
    expect(firstOperand(['--notebook=a', 'sources'])).toBe('sources');
    expect(firstOperand(['--sample'])).toBeNull();
  });
});

describe('one app at a time', () => {
  it('hands over to the first and quits', async () => {
    resetElectron();
    recorded.hasLock = false;
    const dataFolder = tempFolder();
    const args = ['a.dossier'];
    startElectron({ args, folder: '/here', rendererFolder: '/none', preloadFile: '/none', dataFolder });
    await vi.waitUntil(() => recorded.quits === 1, 10_000);
    expect(recorded.handover).toEqual({ args, folder: '/here' });
    expect(recorded.windows).toEqual([]);
  });

  it('opens in the first what a second start was asked for', async () => {
    const { window, dataFolder } = await boot({ engineWorker: builtWorker('engine-worker') });
    const handover = { args: ['b.dossier'], folder: dataFolder };
    appEvents.emit('second-instance', {}, [], '/', handover);
    expect(window.focused).toBe(1);
    await expect.poll(openPath).toBe(join(dataFolder, 'b.dossier'));
  });

  it('comes to the front and does nothing else where the message is not ours', async () => {
    const { window } = await boot();
    appEvents.emit('second-instance', {}, ['--sample'], '/', { args: 'all', folder: 1 });
    expect(window.focused).toBe(1);
    expect(await openPath()).toBeUndefined();
  });

  it('says what it could not start with, and ends', async () => {
    resetElectron();
    startElectron({
      args: [],
      folder: '/',
      rendererFolder: '/none',
      preloadFile: '/none',
      dataFolder: tempFolder(),
    });
    await vi.waitUntil(() => recorded.exitCode !== null, 10_000);
    expect(recorded.exitCode).toBe(1);
    expect(recorded.errors.join('')).toContain('/none');
  });
});

describe('files of the desktop', () => {
  it('are imported, and what cannot be is said in the user’s language', async () => {
    const { dataFolder } = await boot({ given: { languages: ['fr'] } });
    const event = { preventDefault: vi.fn() };
    appEvents.emit('open-file', event, join(dataFolder, 'nothing.html'));
    expect(event.preventDefault).toHaveBeenCalled();
    await expect.poll(() => recorded.messages[0]?.message).toContain('nothing.html');
  });

  it('are opened where they are notebooks', async () => {
    const { dataFolder } = await boot({ engineWorker: builtWorker('engine-worker') });
    const path = join(dataFolder, 'c.dossier');
    appEvents.emit('open-file', { preventDefault: () => undefined }, path);
    await expect.poll(openPath).toBe(path);
  });

  it('given as argument are in the notebook when the window is there', async () => {
    const dataFolder = tempFolder();
    writeFileSync(join(dataFolder, 'a.txt'), 'A title\n\nSome words of an article.');
    await boot({ dataFolder, args: ['n.dossier', 'a.txt'], engineWorker: builtWorker('engine-worker') });
    const answer = await invokeFrom({}, 'dossier:call', { id: '1', name: 'source.list', input: {} });
    expect(answer).toMatchObject({ ok: true, value: { sources: [{ title: 'A title' }] } });
    expect(recorded.messages).toEqual([]);
  });
});

describe('addresses of passages', () => {
  const ID = '0198c0de-0000-7000-8000-000000000001';
  const address = `dossier://excerpt/${ID}`;
  const linksOf = (window: { webContents: { sent: readonly unknown[] } }): unknown[] =>
    window.webContents.sent.filter((event) => JSON.stringify(event).includes('"link"'));

  it('lead to the installed app, and to no option of it', async () => {
    await boot();
    expect(recorded.schemesTaken).toEqual(['dossier --']);
  });

  it('wait for the page to listen, and go there at once when it does', async () => {
    const { window } = await boot({ args: ['--', address], engineWorker: builtWorker('engine-worker') });
    expect(linksOf(window)).toEqual([]);
    await openPath();
    expect(linksOf(window)).toHaveLength(1);
    appEvents.emit('second-instance', {}, [], '/', { args: [address], folder: '/' });
    await expect.poll(() => linksOf(window).length).toBe(2);
    appEvents.emit('open-url', { preventDefault: () => undefined }, address);
    await expect.poll(() => linksOf(window).length).toBe(3);
  });

  it.each([
    'dossier://excerpt/../../etc/passwd',
    'dossier://x --notebook=/etc/passwd',
    'DOSSIER:file:///etc/passwd',
    `dossier://excerpt/${ID}" --sample`,
  ])('that are not well formed (%s) are neither opened nor taken for files', (hostile) => {
    expect(parseLaunch(['--', hostile], '/a')).toEqual({
      sample: false,
      notebook: null,
      files: [],
      links: [],
    });
  });
});

describe('the menu', () => {
  const labels = (menu: readonly { label?: string | undefined }[]): unknown[] =>
    menu.map(({ label }) => label);

  it('speaks English and French', async () => {
    await boot();
    expect(labels(recorded.menu)).toEqual(expect.arrayContaining(['File', 'Edit', 'View', 'Go', 'Help']));
    await boot({ given: { languages: ['fr-FR'] } });
    expect(labels(recorded.menu)).toEqual(
      expect.arrayContaining(['Fichier', 'Édition', 'Présentation', 'Aller', 'Aide']),
    );
  });

  it.each(['en', 'fr'] as const)('gives every item of every platform a name in %s', (locale) => {
    for (const platform of ['darwin', 'win32', 'linux']) {
      const template = menuTemplate({
        locale,
        platform,
        appName: 'Dossier',
        developerTools: true,
        run: () => undefined,
      });
      for (const { submenu } of template) {
        for (const item of submenu as Electron.MenuItemConstructorOptions[]) {
          if (item.type !== 'separator') expect(item.label).toMatch(/\S/);
        }
      }
    }
  });

  it('has the platform’s places for settings and quit', () => {
    const first = (platform: string): unknown =>
      menuTemplate({
        locale: 'en',
        platform,
        appName: 'Dossier',
        developerTools: false,
        run: () => undefined,
      })[0]?.label;
    expect(first('darwin')).toBe('Dossier');
    expect(first('linux')).toBe('File');
  });

  it('has commands that the page knows, and shows the page’s own keys', () => {
    const sources = import.meta.glob<string>('../../src-renderer/**/*.{ts,svelte}', {
      query: '?raw',
      import: 'default',
      eager: true,
    });
    const page = Object.values(sources).join('\n');
    const options = { locale: 'en', platform: 'linux', appName: 'Dossier', developerTools: false } as const;
    const items = menuTemplate({ ...options, run: () => undefined }).flatMap(
      ({ submenu }) => submenu as Electron.MenuItemConstructorOptions[],
    );
    for (const { id, accelerator } of items.filter((item) => item.id !== undefined)) {
      // The places of the rail are made from their name.
      const at = page.search(`id: '${id}'|place\\('${id?.replace('view.', '')}'`);
      expect(at, id).toBeGreaterThan(0);
      if (!accelerator) continue;
      const key = accelerator.replace('CmdOrCtrl', 'Mod').replace(/Left|Right/, 'Arrow$&');
      expect(page.slice(at, at + 300), id).toContain(`'${key}'`);
    }
  });

  it('sends what was chosen to the page, and opens it where it was closed', async () => {
    const { window } = await boot();
    const items = recorded.menu.flatMap(({ submenu }) => submenu as Electron.MenuItemConstructorOptions[]);
    const palette = items.find(({ id }) => id === 'view.palette');
    const click = palette?.click as (() => void) | undefined;
    click?.();
    expect(window.webContents.sent).toEqual([{ type: 'menu', command: 'view.palette' }]);
    window.close();
    click?.();
    expect(recorded.windows).toHaveLength(2);
  });

  it('tells another page nothing', async () => {
    const { window } = await boot();
    window.webContents.url = 'https://evil.example/';
    const items = recorded.menu.flatMap(({ submenu }) => submenu as Electron.MenuItemConstructorOptions[]);
    (items.find(({ id }) => id === 'view.palette')?.click as (() => void) | undefined)?.();
    expect(window.webContents.sent).toEqual([]);
  });
});

describe('a window that stopped working', () => {
  it('is offered to be loaded again', async () => {
    const { window } = await boot();
    window.webContents.url = 'chrome-error://chromewebdata/';
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    await expect.poll(() => window.webContents.url).toBe('app://dossier/');
    expect(recorded.messages[0]?.buttons).toEqual(['Reload', 'Quit']);
  });
});
