/** The transports of the hosts, each over a given workspace, for the suite that holds them all to one contract. */
import type { Capabilities } from '../../src-main/common/contract/capabilities.ts';
import type { CallRequest, Transport } from '../../src-main/common/contract/client.ts';
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
  const leave = new AbortController();
  const origin = `http://127.0.0.1:${server.port}`;
  const request: typeof fetch = (input, init) =>
    fetch(new URL(String(input), origin), { ...init, signal: leave.signal });
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
      leave.abort();
      await server.close();
      page.remove();
    },
  };
}

/**
 * The same calls with what Electron's IPC does to them: a structured copy each way. Main and preload themselves
 * are booted over the double in test/electron, which runs the same suite.
 */
export async function startCloningTransport(
  workspace: Workspace,
  capabilities: Capabilities,
): Promise<RunningTransport> {
  return {
    transport: {
      capabilities,
      call: async (request: CallRequest) => structuredClone(await workspace.call(structuredClone(request))),
      subscribe: (listener) =>
        workspace.subscribe((event) => {
          listener(structuredClone(event));
        }),
    },
    close: async () => undefined,
  };
}
