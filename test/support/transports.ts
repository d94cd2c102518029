/** The browser host's transport over a given workspace, for the suite that holds all of them to one contract. */
import type { Capabilities } from '../../src-main/common/contract/capabilities.ts';
import type { Transport } from '../../src-main/common/contract/client.ts';
import { browserCapabilities } from '../../src-main/hosts/browser/capabilities.ts';
import { startServer } from '../../src-main/hosts/browser/server.ts';
import type { Workspace } from '../../src-main/worker/workspace.ts';
import { connectHttp } from '../../src-renderer/bridge/http.ts';
import { createPageFolder } from './page-folder.ts';

export interface RunningTransport {
  readonly transport: Transport;
  /** The host's side only: the workspace stays open. */
  close(): Promise<void>;
}

/** The page's own bridge over the real server, as in a browser window. */
export async function startHttpTransport(
  workspace: Workspace,
  capabilities: Capabilities = browserCapabilities(process.platform),
): Promise<RunningTransport> {
  const page = createPageFolder();
  const server = await startServer({ workspace, rendererFolder: page.folder, port: 0, capabilities });
  let isClosed = false;
  const origin = `http://127.0.0.1:${server.port}`;
  // The bridge comes back for events for ever, as a page does; after the test it gets no answer.
  const request: typeof fetch = (input, init) =>
    isClosed ? new Promise(() => undefined) : fetch(new URL(String(input), origin), init);
  // A bridge that has connected may have missed nothing: the subscription stands before the first call.
  const listening = Promise.withResolvers<void>();
  server.onViewers((count) => {
    if (count > 0) listening.resolve();
  });
  const transport = await connectHttp(request, server.token);
  await listening.promise;
  return {
    transport,
    async close() {
      isClosed = true;
      await server.close();
      page.remove();
    },
  };
}
