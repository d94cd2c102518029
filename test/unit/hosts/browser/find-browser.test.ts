import { describe, expect, it } from 'vitest';
import { findBrowser, hasDisplay, type Machine } from '../../../../src-main/worker/find-browser.ts';
import { argumentsFor, chooseBrowser } from '../../../../src-main/hosts/browser/open-window.ts';
import { profileBase } from '../../../../src-main/hosts/browser/window-profile.ts';

function machine(platform: string, env: Machine['env'], files: Readonly<Record<string, string>>): Machine {
  return {
    platform,
    env,
    exists: (path) => path in files,
    resolve: (path) => files[path] ?? path,
  };
}

const linux = (files: Readonly<Record<string, string>>, env: Machine['env'] = {}): Machine =>
  machine('linux', { PATH: '/usr/local/bin:/usr/bin', DISPLAY: ':0', ...env }, files);

describe('finding a browser', () => {
  it('takes Chromium before others on Linux', () => {
    const found = findBrowser(linux({ '/usr/bin/chromium': '', '/usr/bin/google-chrome': '' }));
    expect(found).toEqual({ name: 'Chromium', path: '/usr/bin/chromium', snap: false });
  });

  it('takes what there is', () => {
    expect(findBrowser(linux({ '/usr/bin/microsoft-edge': '' }))?.name).toBe('Edge');
    expect(findBrowser(linux({ '/usr/bin/firefox': '' }))).toBeNull();
  });

  it('looks in the usual folders of macOS and Windows', () => {
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findBrowser(machine('darwin', { HOME: '/Users/a' }, { [mac]: '' }))?.path).toBe(mac);
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const windows = { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' };
    expect(findBrowser(machine('win32', windows, { [edge]: '' }))?.path).toBe(edge);
  });

  it('lets CHROME_PATH decide alone', () => {
    const files = { '/usr/bin/chromium': '', '/opt/c': '' };
    expect(findBrowser(linux(files, { CHROME_PATH: '/opt/c' }))?.path).toBe('/opt/c');
    expect(findBrowser(linux(files, { CHROME_PATH: '/opt/none' }))).toBeNull();
  });

  it('knows a snap, whose profile must not lie in a hidden folder', () => {
    const snap = { '/snap/bin/chromium': '/usr/bin/snap' };
    for (const files of [snap, { '/usr/bin/chromium-browser': '', ...snap }]) {
      const found = findBrowser(linux(files));
      expect(found?.snap).toBe(true);
      expect(profileBase(found, '/home/a/.local/share/dossier', '/home/a')).toBe(
        '/home/a/snap/chromium/common/dossier',
      );
    }
  });

  it('says why there can be no window', () => {
    expect(chooseBrowser(machine('linux', { PATH: '/usr/bin' }, { '/usr/bin/chromium': '' }))).toBe(
      'noDisplay',
    );
    expect(chooseBrowser(linux({}))).toBe('noBrowser');
    expect(hasDisplay(machine('linux', { WAYLAND_DISPLAY: 'wayland-0' }, {}))).toBe(true);
    expect(hasDisplay(machine('darwin', {}, {}))).toBe(true);
  });
});

describe('the arguments of the window', () => {
  const given = { url: 'http://127.0.0.1:1/open/x', profileFolder: '/data/window', asRoot: false };

  it('open the app alone, in a profile of its own, and keep the browser to itself', () => {
    expect(argumentsFor(given)).toEqual(
      expect.arrayContaining([
        '--app=http://127.0.0.1:1/open/x',
        '--user-data-dir=/data/window',
        '--no-first-run',
        '--no-default-browser-check',
        '--disable-sync',
        '--disable-background-networking',
        '--disable-component-update',
      ]),
    );
  });

  it('give the sandbox up for root only', () => {
    expect(argumentsFor(given)).not.toContain('--no-sandbox');
    expect(argumentsFor({ ...given, asRoot: true })).toContain('--no-sandbox');
  });
});
