import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, it, vi } from 'vitest';
import { createPrintWindows } from '../../src-main/hosts/electron/print-window.ts';
import { policies, recorded, resetElectron } from '../doubles/electron.ts';

beforeEach(resetElectron);

async function openedWindow() {
  return vi.waitFor(() => {
    const window = recorded.windows.at(-1);
    if (!window?.webContents.url) throw new Error('not loaded yet');
    return window;
  });
}

function isCancelled(url: string): boolean | undefined {
  let cancel: boolean | undefined;
  policies.beforePrintRequest?.({ url }, (answer) => {
    cancel = answer.cancel;
  });
  return cancel;
}

it('prints in a window that is not shown, runs no script and reaches only its page', async () => {
  const gate = Promise.withResolvers<Buffer>();
  recorded.printed = gate.promise;
  const printing = createPrintWindows().print('<p>text</p>', new AbortController().signal);
  const window = await openedWindow();
  const { url } = window.webContents;
  expect(window.options).toMatchObject({ show: false, webPreferences: { javascript: false, sandbox: true } });
  expect(readFileSync(fileURLToPath(url), 'utf8')).toBe('<p>text</p>');
  expect(isCancelled(url)).toBe(false);
  expect(isCancelled('data:image/png;base64,AA')).toBe(false);
  expect(isCancelled('file:///etc/passwd')).toBe(true);
  expect(isCancelled('https://example.org/')).toBe(true);
  gate.resolve(Buffer.from('%PDF'));
  await printing;
  expect(window.isGone).toBe(true);
  expect(existsSync(fileURLToPath(url))).toBe(false);
  expect(isCancelled(url)).toBe(true);
});

it('is given up with the export, and leaves nothing behind', async () => {
  const gate = Promise.withResolvers<Buffer>();
  recorded.printed = gate.promise;
  const stopping = new AbortController();
  const printing = createPrintWindows().print('<p>text</p>', stopping.signal);
  const window = await openedWindow();
  window.once('closed', () => gate.reject(new Error('destroyed')));
  stopping.abort();
  await expect(printing).rejects.toMatchObject({ code: 'cancelled' });
  expect(existsSync(fileURLToPath(window.webContents.url))).toBe(false);
});
