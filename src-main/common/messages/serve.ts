/** What `serve` says on standard error: whether there is a window, and if not why. */
import type { Locale } from './locale.ts';

export interface ServeSentences {
  noDisplay(url: string): string;
  noBrowser(url: string): string;
  notStarted(browser: string, reason: string, url: string): string;
  /** As root Chromium refuses to run in its sandbox. */
  withoutSandbox: string;
}

export const SERVE_SENTENCES: Readonly<Record<Locale, ServeSentences>> = {
  en: {
    noDisplay: (url) => `No window was opened: there is no display. Open this address in a browser: ${url}`,
    noBrowser: (url) =>
      `No window was opened: no Chromium-family browser is installed. Open this address in a browser: ${url}`,
    notStarted: (browser, reason, url) =>
      `No window was opened: ${browser} did not start (${reason}). Open this address in a browser: ${url}`,
    withoutSandbox: 'Running as root: the browser is started without its sandbox.',
  },
  fr: {
    noDisplay: (url) =>
      `Aucune fenêtre n’a été ouverte\u00a0: il n’y a pas d’écran. Ouvrez cette adresse dans un navigateur\u00a0: ${url}`,
    noBrowser: (url) =>
      `Aucune fenêtre n’a été ouverte\u00a0: aucun navigateur de la famille Chromium n’est installé. Ouvrez cette adresse dans un navigateur\u00a0: ${url}`,
    notStarted: (browser, reason, url) =>
      `Aucune fenêtre n’a été ouverte\u00a0: ${browser} n’a pas démarré (${reason}). Ouvrez cette adresse dans un navigateur\u00a0: ${url}`,
    withoutSandbox: 'Exécution en tant que root\u00a0: le navigateur est lancé sans son bac à sable.',
  },
};
