/** Ports of an engine in this very process: no thread stands between what is measured and the clock. */
import type { Ports } from '../../src-main/core/ports.ts';
import { createFetcher } from '../../src-main/worker/fetch/fetcher.ts';
import { renderTemplate } from '../../src-main/core/export/templates/liquid.ts';
import { nodeFiles } from '../../src-main/worker/files.ts';
import { systemClock, uuidIds } from '../../src-main/worker/node-ports.ts';
import { createBrowserPrinter } from '../../src-main/worker/print-page.ts';
import { inProcessSearcher } from '../../src-main/worker/search-client.ts';

export const enginePorts: Ports = {
  clock: systemClock,
  ids: uuidIds,
  log: { write: () => undefined },
  parser: {
    // Parsers are fifty megabytes: loaded by who reads something.
    parse: async (input) => (await import('../../src-main/core/capture/parse.ts')).parseCapture(input),
    openLibrary: async (input) => (await import('../../src-main/core/capture/library.ts')).openLibrary(input),
    close: () => Promise.resolve(),
  },
  files: nodeFiles,
  templater: {
    render: async (question) => renderTemplate(question),
    close: () => Promise.resolve(),
  },
  fetcher: createFetcher(),
  printer: createBrowserPrinter(),
  openSearcher: inProcessSearcher,
};
