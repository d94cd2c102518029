import type * as E from 'electron';
import { describe, expect, it } from 'vitest';
import { BrowserWindow, policies, recorded, sessionEvents } from '../doubles/electron.ts';
import { boot } from './boot.ts';

/** An event whose default the policies prevent or not. */
function preventable<T extends object>(given: T): T & { isPrevented: boolean; preventDefault(): void } {
  return {
    ...given,
    isPrevented: false,
    preventDefault() {
      this.isPrevented = true;
    },
  };
}

const PERMISSIONS = [
  'clipboard-read',
  'clipboard-sanitized-write',
  'display-capture',
  'fullscreen',
  'geolocation',
  'hid',
  'local-fonts',
  'media',
  'midi',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'unknown',
] as const;

describe('permissions', () => {
  it.each(PERMISSIONS)('denies %s, asked or looked up', async (permission) => {
    await boot();
    const answers: boolean[] = [];
    policies.permissionRequest?.(
      {} as E.WebContents,
      permission as Parameters<NonNullable<typeof policies.permissionRequest>>[1],
      (isGranted) => answers.push(isGranted),
      {} as E.PermissionRequest,
    );
    expect(answers).toEqual([false]);
    const check = policies.permissionCheck;
    const looked = permission as Parameters<NonNullable<typeof check>>[1];
    expect(check?.(null, looked, 'app://dossier', {} as E.PermissionCheckHandlerHandlerDetails)).toBe(false);
  });

  it('denies devices and the screen', async () => {
    await boot();
    expect(policies.device?.({} as E.DevicePermissionHandlerHandlerDetails)).toBe(false);
    const streams: unknown[] = [];
    policies.displayMedia?.({} as E.DisplayMediaRequestHandlerHandlerRequest, (given) => streams.push(given));
    expect(streams).toEqual([{}]);
  });

  it('has no spell checker, whose dictionaries would be downloaded', async () => {
    await boot();
    expect(policies.spellChecker).toBe(false);
  });
});

describe('requests', () => {
  function isCancelled(url: string): boolean | undefined {
    let answer: boolean | undefined;
    policies.beforeRequest?.({ url }, ({ cancel }) => (answer = cancel));
    return answer;
  }

  it.each([
    'https://example.org/',
    'http://127.0.0.1:8080/',
    'ws://localhost/',
    'wss://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'chrome://version/',
    'app://dossier.evil/',
    'app://evil/',
    'app://dossier:81/',
    'app://user@dossier/',
    'blob:https://example.org/1',
    'javascript:alert(1)',
    'not an address',
  ])('lets none go to %s', async (url) => {
    await boot();
    expect(isCancelled(url)).toBe(true);
  });

  it.each([
    'app://dossier/',
    'app://dossier/assets/a.js',
    'blob:app://dossier/1',
    'data:image/png;base64,',
    'devtools://x/',
  ])('lets one stay here at %s', async (url) => {
    await boot();
    expect(isCancelled(url)).toBe(false);
  });

  it('looks for no proxy', async () => {
    await boot();
    expect(policies.proxy).toEqual({ mode: 'direct' });
  });
});

describe('navigation', () => {
  it.each([
    'https://example.org/',
    'file:///etc/passwd',
    'app://dossier/assets/index-abcd1234.js',
    'app://dossier.evil/',
    'data:text/html,x',
    'javascript:alert(1)',
    'about:blank',
    'blob:app://dossier/1',
  ])('does not leave the page for %s', async (url) => {
    const { window, refusals } = await boot();
    const event = preventable({ url, isMainFrame: true });
    window.webContents.emit('will-frame-navigate', event);
    expect(event.isPrevented).toBe(true);
    expect(refusals.join('')).toContain(url);
  });

  it('may load the page again', async () => {
    const { window } = await boot();
    for (const url of ['app://dossier/', 'app://dossier/#a', 'app://dossier/?a']) {
      const event = preventable({ url, isMainFrame: true });
      window.webContents.emit('will-frame-navigate', event);
      expect(event.isPrevented).toBe(false);
    }
  });

  it('lets frames show only what the page has made', async () => {
    const { window } = await boot();
    const shown = (url: string): boolean => {
      const event = preventable({ url, isMainFrame: false });
      window.webContents.emit('will-frame-navigate', event);
      return !event.isPrevented;
    };
    expect(shown('blob:app://dossier/1')).toBe(true);
    expect(shown('about:srcdoc')).toBe(true);
    expect(shown('https://example.org/')).toBe(false);
    expect(shown('app://dossier/')).toBe(false);
    expect(shown('blob:app://dossier.evil/1')).toBe(false);
  });

  it('follows no redirect, opens no window, attaches no webview', async () => {
    const { window } = await boot();
    for (const name of ['will-redirect', 'will-attach-webview']) {
      const event = preventable({ url: 'app://dossier/' });
      window.webContents.emit(name, event);
      expect(event.isPrevented).toBe(true);
    }
    const details = { url: 'app://dossier/' } as E.HandlerDetails;
    expect(window.webContents.openHandler?.(details)).toEqual({ action: 'deny' });
  });

  it('holds for every web contents, whoever makes it', async () => {
    await boot();
    const other = new BrowserWindow({});
    const event = preventable({ url: 'https://example.org/', isMainFrame: true });
    other.webContents.emit('will-frame-navigate', event);
    expect(event.isPrevented).toBe(true);
  });
});

describe('downloads', () => {
  async function download(
    url: string,
    contentsUrl: string,
  ): Promise<{ isPrevented: boolean; asked: unknown[] }> {
    await boot();
    const asked: unknown[] = [];
    const event = preventable({});
    const item = {
      getURL: () => url,
      getFilename: () => 'notes.md',
      setSaveDialogOptions: (options: unknown) => asked.push(options),
    };
    sessionEvents.emit('will-download', event, item, { getURL: () => contentsUrl });
    return { isPrevented: event.isPrevented, asked };
  }

  it('asks where to save what the page has made', async () => {
    expect(await download('blob:app://dossier/1', 'app://dossier/')).toEqual({
      isPrevented: false,
      asked: [{ defaultPath: 'notes.md' }],
    });
  });

  it.each([
    ['https://example.org/a', 'app://dossier/'],
    ['data:text/plain,a', 'app://dossier/'],
    ['blob:https://example.org/1', 'app://dossier/'],
    ['blob:app://dossier/1', 'https://example.org/'],
    ['app://dossier/assets/index-abcd1234.js', 'app://dossier/'],
  ])('refuses %s from %s', async (url, contentsUrl) => {
    expect(await download(url, contentsUrl)).toEqual({ isPrevented: true, asked: [] });
  });
});

describe('app://dossier', () => {
  async function get(url: string, method = 'GET'): Promise<Response> {
    const handler = recorded.protocols.get('app');
    if (!handler) throw new Error('app:// is not handled');
    // A Request of Node's would refuse the scheme; Electron's has these fields.
    return handler({ url, method } as Request);
  }

  it('serves the page with the headers of the app', async () => {
    await boot();
    const answer = await get('app://dossier/');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<title>Dossier</title>');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  it('serves scripts and fonts with their types, at any query', async () => {
    await boot();
    const script = await get('app://dossier/assets/index-abcd1234.js?v=1#x');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const font = await get('app://dossier/assets/letters-abcd1234.woff2');
    expect(font.headers.get('content-type')).toBe('font/woff2');
  });

  it.each([
    'app://dossier/../secret.html',
    'app://dossier/..%2fsecret.html',
    'app://dossier/%2e%2e/secret.html',
    'app://dossier/%2e%2e%2fsecret.html',
    'app://dossier/..%5csecret.html',
    'app://dossier/assets/../../secret.html',
    'app://dossier//secret.html',
    'app://dossier/notes.txt',
    'app://dossier/index.html%00',
    'app://dossier/__proto__',
  ])('has nothing at %s', async (url) => {
    await boot();
    const answer = await get(url);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    'app://dossier.evil/',
    'app://evil/',
    'app://user@dossier/',
    'app://dossier:1/',
    'https://dossier/',
  ])('is not %s', async (url) => {
    await boot();
    expect((await get(url)).status).toBe(403);
  });

  it('is read only', async () => {
    await boot();
    expect((await get('app://dossier/', 'POST')).status).toBe(405);
    expect(await (await get('app://dossier/', 'HEAD')).text()).toBe('');
  });
});
