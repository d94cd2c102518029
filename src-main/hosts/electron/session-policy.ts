/** What Chromium may do for the page: nothing but show it. No permission, no request that leaves the machine. */
import type { DownloadItem, Session, WebContents } from 'electron';
import type { Report } from './report.ts';
import { isAppBlob, isAppUrl, isPageUrl } from './trust.ts';

/** `blob:` and `data:` are the page's own bytes; the developer tools are files of Electron's own. */
const LOCAL_SCHEMES: ReadonlySet<string> = new Set(['data:', 'devtools:']);

/** Sets every policy of the session that the app's window lives in. Ends when the proxy is set. */
export async function restrictSession(session: Session, report: Report): Promise<void> {
  denyPermissions(session, report);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, callback) => {
    const cancel = !staysHere(details.url);
    if (cancel) report('request', details.url);
    callback({ cancel });
  });
  session.on('will-download', (event, item, contents) => {
    if (!isOwnDownload(item, contents)) {
      report('download', item.getURL());
      event.preventDefault();
      return;
    }
    // No path is set, so the platform's own dialog asks for one.
    item.setSaveDialogOptions({ defaultPath: item.getFilename() });
  });
  // Looking for a proxy is a request of its own, and nothing of ours needs one.
  await session.setProxy({ mode: 'direct' });
}

function denyPermissions(session: Session, report: Report): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    report('permission', permission);
    callback(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => {
    callback({});
  });
}

export function staysHere(address: string): boolean {
  if (isAppUrl(address) || isAppBlob(address)) return true;
  return URL.canParse(address) && LOCAL_SCHEMES.has(new URL(address).protocol);
}

function isOwnDownload(item: DownloadItem, contents: WebContents | undefined): boolean {
  return isAppBlob(item.getURL()) && contents !== undefined && isPageUrl(contents.getURL());
}
