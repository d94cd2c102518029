/** The app over HTTP for a browser on this machine: loopback only, and only for who holds the token. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Capabilities } from '../../common/contract/capabilities.ts';
import { listPageFiles, type PageFiles } from '../../worker/page-files.ts';
import type { Workspace } from '../../worker/workspace.ts';
import { createEventStreams, type EventStreams } from './event-stream.ts';
import { isOwnUser } from './peer-user.ts';
import { answerJson, headersFor, refuse } from './reply.ts';
import { type Door, refusalOf } from './request-check.ts';
import { handleRpc } from './rpc-route.ts';
import { createSessionToken, createTickets, type SessionToken, type Tickets } from './session-token.ts';
import { sendPageFile } from './static-files.ts';

const LOOPBACK = '127.0.0.1';

export interface ServerLimits {
  /** Longest body of a call: the largest file that can be imported, as base64, and some more. */
  readonly bodyBytes: number;
  readonly eventBacklogBytes: number;
  readonly heartbeatMs: number;
  /** How long the head of a request may take. */
  readonly headersTimeoutMs: number;
  /** A browser has six to one address; the rest is for scripts. More would take the files that a notebook needs. */
  readonly maxConnections: number;
  /** How long running calls may take to end after `close`. */
  readonly closeGraceMs: number;
}

export const SERVER_LIMITS: ServerLimits = {
  bodyBytes: 128 * 1024 * 1024,
  eventBacklogBytes: 1024 * 1024,
  heartbeatMs: 15_000,
  headersTimeoutMs: 10_000,
  maxConnections: 256,
  closeGraceMs: 5_000,
};

export interface ServerOptions {
  readonly workspace: Workspace;
  /** Folder of the built page. */
  readonly rendererFolder: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly capabilities: Capabilities;
  /** Told which check refused a request; the asker is not. */
  readonly onRefusal?: (reason: string) => void;
  readonly limits?: Partial<ServerLimits>;
  /** Whether the other end of a connection is this user's own; the system is asked where absent. */
  readonly isOwnUser?: (socket: Socket) => boolean;
}

export interface RunningServer {
  /** With the token, for a person or a test to open. */
  readonly url: string;
  readonly port: number;
  readonly token: string;
  /** An address that works once and soon, for a command line that others can read. */
  issueUrl(): string;
  onViewers(listener: (count: number) => void): void;
  /** Idle and listening connections end at once, running calls may finish. The workspace stays open. */
  close(): Promise<void>;
}

interface Routes {
  readonly options: ServerOptions;
  readonly limits: ServerLimits;
  readonly files: PageFiles;
  readonly token: SessionToken;
  readonly tickets: Tickets;
  readonly events: EventStreams;
}

/** @throws Error with code EADDRINUSE where the port is taken */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const limits = { ...SERVER_LIMITS, ...options.limits };
  const token = createSessionToken();
  const tickets = createTickets();
  const events = createEventStreams({
    workspace: options.workspace,
    backlogLimit: limits.eventBacklogBytes,
    heartbeatMs: limits.heartbeatMs,
  });
  const routes: Routes = {
    options,
    limits,
    files: listPageFiles(options.rendererFolder),
    token,
    tickets,
    events,
  };
  let port = options.port;
  const server = createHttpServer(limits, (request, response) => {
    void handle(request, response, routes, port);
  });
  port = await listen(server, options.port);
  const origin = `http://${LOOPBACK}:${port}`;
  return {
    url: `${origin}/#token=${token.value}`,
    port,
    token: token.value,
    issueUrl: () => `${origin}${TICKET_PATH}${tickets.issue()}`,
    onViewers: (listener) => {
      events.onViewers(listener);
    },
    close: () => closeServer(server, events, limits.closeGraceMs),
  };
}

function createHttpServer(
  { headersTimeoutMs, maxConnections }: ServerLimits,
  onRequest: (request: IncomingMessage, response: ServerResponse) => void,
): Server {
  const server = createServer(
    {
      headersTimeout: headersTimeoutMs,
      connectionsCheckingInterval: Math.min(headersTimeoutMs, 5_000),
      // A missing Host is refused like a wrong one, by us: Node's own answer would explain itself.
      requireHostHeader: false,
    },
    onRequest,
  );
  server.maxConnections = maxConnections;
  server.on('clientError', (_error, socket) => socket.destroy());
  return server;
}

const TICKET_PATH = '/open/';

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  routes: Routes,
  port: number,
): Promise<void> {
  try {
    await route(request, response, routes, port);
  } catch (error) {
    // The client going away in the middle is not worth a word; anything else is a bug, and the asker gets no detail.
    if (!request.destroyed)
      routes.options.onRefusal?.(error instanceof Error ? error.message : String(error));
    response.destroy();
  }
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  routes: Routes,
  port: number,
): Promise<void> {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  const call = CALLS.get(path);
  const door: Door = call ? 'call' : 'page';
  const refusal = refusalOf(request, door, { port, token: routes.token });
  if (refusal) {
    routes.options.onRefusal?.(refusal);
    refuse(response, 403);
    return;
  }
  if (call) {
    await call(request, response, routes);
    return;
  }
  const file = routes.files.get(path);
  if (file) await sendPageFile(request, response, file);
  else if (path.startsWith(TICKET_PATH)) redeem(path.slice(TICKET_PATH.length), request, response, routes);
  else refuse(response, 404);
}

type Call = (request: IncomingMessage, response: ServerResponse, routes: Routes) => Promise<void> | void;

const CALLS: ReadonlyMap<string, Call> = new Map<string, Call>([
  [
    '/rpc',
    (request, response, { options, limits }) =>
      handleRpc(request, response, { ...options, bodyLimit: limits.bodyBytes }),
  ],
  [
    '/events',
    (request, response, { events }) => {
      events.handle(request, response);
    },
  ],
  [
    '/capabilities',
    (request, response, { options }) => {
      if (request.method === 'GET') answerJson(response, JSON.stringify(options.capabilities));
      else refuse(response, 405);
    },
  ],
]);

/** The fragment travels in the answer, not in a log or a list of processes. */
function redeem(
  ticket: string,
  request: IncomingMessage,
  response: ServerResponse,
  { tickets, token, options }: Routes,
): void {
  if (!(options.isOwnUser ?? isOwnUser)(request.socket)) {
    options.onRefusal?.('user');
    refuse(response, 403);
    return;
  }
  if (!tickets.redeem(ticket)) {
    refuse(response, 404);
    return;
  }
  response.writeHead(303, {
    ...headersFor('text/plain; charset=utf-8'),
    location: `/#token=${token.value}`,
    'content-length': '0',
  });
  response.end();
}

/** @returns the port that it listens on */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function closeServer(server: Server, events: EventStreams, graceMs: number): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  events.close();
  server.closeIdleConnections();
  const force = setTimeout(() => {
    server.closeAllConnections();
  }, graceMs);
  await closed;
  clearTimeout(force);
}
