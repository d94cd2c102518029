import { describe, expect, it } from 'vitest';
import { findBrowser, hasDisplay } from '../../../build/launcher/lib/browsers.mjs';
import * as host from '../../../src-main/worker/find-browser.ts';

const PROGRAM_FILES = 'C:\\Program Files';
const MACHINES = [
  {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    files: ['/usr/bin/google-chrome', '/usr/bin/microsoft-edge'],
  },
  { platform: 'linux', env: { PATH: '/usr/bin' }, files: ['/snap/bin/chromium'] },
  { platform: 'linux', env: { PATH: '/usr/bin', DISPLAY: ':0' }, files: ['/usr/bin/firefox'] },
  { platform: 'linux', env: { PATH: '/usr/bin', CHROME_PATH: '/opt/none' }, files: ['/usr/bin/chromium'] },
  {
    platform: 'linux',
    env: { CHROME_PATH: '/opt/chrome/chrome', WAYLAND_DISPLAY: 'w' },
    files: ['/opt/chrome/chrome'],
  },
  {
    platform: 'darwin',
    env: { HOME: '/Users/a' },
    files: ['/Users/a/Applications/Vivaldi.app/Contents/MacOS/Vivaldi'],
  },
  {
    platform: 'win32',
    env: { ProgramFiles: PROGRAM_FILES },
    files: [`${PROGRAM_FILES}\\Microsoft\\Edge\\Application\\msedge.exe`],
  },
] as const;

describe('the launcher and the browser host', () => {
  it.each(MACHINES)(
    'find the same browser and display on $platform with $files',
    ({ platform, env, files }) => {
      const exists = (path: string): boolean => (files as readonly string[]).includes(path);
      const machine = { platform, env, exists, resolve: (path: string) => path };
      expect(findBrowser(machine)?.path).toEqual(host.findBrowser(machine)?.path);
      expect(hasDisplay(machine)).toBe(host.hasDisplay(machine));
    },
  );

  it('find none where there is none', () => {
    expect(findBrowser({ platform: 'linux', env: { PATH: '/bin' }, exists: () => false })).toBeUndefined();
  });
});
