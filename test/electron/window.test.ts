import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recorded } from '../doubles/electron.ts';
import { tempFolder } from '../support/temp.ts';
import { boot } from './boot.ts';

describe('the window', () => {
  it('is a sandbox without Node, without other origins, without what is not used', async () => {
    const { window } = await boot();
    expect(window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
      preload: '/app/preload.cjs',
    });
  });

  it('has developer tools in a checkout only', async () => {
    expect((await boot({ given: { isPackaged: false } })).window.options.webPreferences?.devTools).toBe(true);
  });

  it('shows the page of the app once it is ready, not before', async () => {
    const { window } = await boot();
    expect(window.webContents.url).toBe('app://dossier/');
    expect(window.options).toMatchObject({ show: false, minWidth: 760, minHeight: 560 });
    expect(window.isShown).toBe(false);
    window.emit('ready-to-show');
    expect(window.isShown).toBe(true);
  });

  it('comes back where it was', async () => {
    const { window, dataFolder } = await boot();
    expect(window.options.x).toBeUndefined();
    window.isLarge = true;
    window.close();
    const again = await boot({ dataFolder });
    expect(again.window.options).toMatchObject({ x: 10, y: 20, width: 1000, height: 700 });
    again.window.emit('ready-to-show');
    expect(again.window.isLarge).toBe(true);
  });

  it.each([
    ['on a screen that is gone', '{"x":5000,"y":0,"width":900,"height":700,"maximized":false}'],
    ['above all screens', '{"x":0,"y":-400,"width":900,"height":700,"maximized":false}'],
    ['smaller than it may be', '{"x":0,"y":0,"width":10,"height":10,"maximized":false}'],
    ['not JSON', '{"x":'],
    ['of another shape', '[1,2]'],
  ])('opens in the middle where its place is %s', async (_name, state) => {
    const dataFolder = tempFolder();
    const file = join(dataFolder, 'electron', 'window.json');
    mkdirSync(join(dataFolder, 'electron'));
    writeFileSync(file, state);
    const { window } = await boot({ dataFolder });
    expect(window.options).toMatchObject({ width: 1280, height: 860 });
    expect(window.options.x).toBeUndefined();
    window.close();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ x: 10 });
  });
});

describe('the process', () => {
  it('is sandboxed as a whole and sends nothing of its own', async () => {
    await boot();
    expect(recorded.isSandboxed).toBe(true);
    expect([...recorded.switches.keys()]).toEqual(
      expect.arrayContaining([
        'disable-background-networking',
        'disable-component-update',
        'disable-domain-reliability',
        'no-pings',
      ]),
    );
    expect(recorded.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
    expect(recorded.resolver).toEqual({ secureDnsMode: 'off', enableBuiltInResolver: false });
  });

  it('keeps the files of the browser engine apart from the notebooks', async () => {
    const { dataFolder } = await boot();
    expect(recorded.paths.get('userData')).toBe(join(dataFolder, 'electron'));
  });

  it('makes app:// a standard, secure scheme that bypasses nothing', async () => {
    await boot();
    expect(recorded.schemes).toHaveLength(1);
    const [scheme] = recorded.schemes;
    expect(scheme).toMatchObject({ scheme: 'app', privileges: { standard: true, secure: true } });
    expect(scheme?.privileges).not.toHaveProperty('bypassCSP');
    expect(scheme?.privileges).not.toHaveProperty('corsEnabled');
  });
});
