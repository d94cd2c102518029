/** Which addresses and senders are ours, told from parsed addresses: a prefix would take `app://dossier.evil` for one. */
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';

export const APP_SCHEME = 'app';
const APP_HOST = 'dossier';
/** The one page of the app. */
export const PAGE_URL = `${APP_SCHEME}://${APP_HOST}/`;

/** A file of the app itself. */
export function isAppUrl(address: string): boolean {
  const url = parse(address);
  // `host` carries a port: an address with one is not ours either.
  return url?.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && !url.username && !url.password;
}

/** The page itself, at whatever fragment or query. */
export function isPageUrl(address: string): boolean {
  return isAppUrl(address) && ['', '/'].includes(parse(address)?.pathname ?? '-');
}

/** Bytes that our page has made, such as an export that it offers. */
export function isAppBlob(address: string): boolean {
  const url = parse(address);
  return url?.protocol === 'blob:' && isAppUrl(url.pathname);
}

/** Only the main frame of one of the app's own windows, while it shows the app's own page. */
export function isTrustedSender(
  { sender, senderFrame }: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  window: BrowserWindow | null,
): boolean {
  if (!window || window.isDestroyed() || sender.id !== window.webContents.id) return false;
  // A frame that has gone meanwhile is null; one with a parent is not the main frame.
  return senderFrame !== null && senderFrame.parent === null && isPageUrl(senderFrame.url);
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
