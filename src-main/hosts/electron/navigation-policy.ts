/** The window stays on its page: no other page, no new window, no frame of another origin, no webview. */
import type { App, WebContents } from 'electron';
import type { Report } from './report.ts';
import { isAppBlob, isPageUrl } from './trust.ts';

/** For every web contents that will ever be made, whoever makes it. */
export function restrictNavigation(app: App, report: Report): void {
  app.on('web-contents-created', (_event, contents) => {
    restrictContents(contents, report);
  });
}

function restrictContents(contents: WebContents, report: Report): void {
  contents.setWindowOpenHandler(({ url }) => {
    report('window', url);
    return { action: 'deny' };
  });
  // Covers will-navigate, which is the same for the main frame only. A reload goes to the page itself.
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame ? isPageUrl(event.url) : isFrameContent(event.url)) return;
    report('navigation', event.url);
    event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    report('redirect', event.url);
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    report('webview', 'attach');
    event.preventDefault();
  });
}

/** Frames show what the page made itself, such as the preview of an export. */
function isFrameContent(address: string): boolean {
  return isAppBlob(address) || address === 'about:blank' || address === 'about:srcdoc';
}
