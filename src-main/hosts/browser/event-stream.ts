/** GET /events: what the workspace reports, as a stream. Nothing is kept for who is not listening. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Workspace } from '../../worker/workspace.ts';
import { headersFor, refuse } from './reply.ts';

export interface EventStreamOptions {
  readonly workspace: Workspace;
  /** A client that is this many bytes behind is dropped; it comes back and asks anew. */
  readonly backlogLimit: number;
  /** How often a comment is sent, so that both sides notice a dead connection. */
  readonly heartbeatMs: number;
}

export interface EventStreams {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Called with the number of listening pages each time it changes. */
  onViewers(listener: (count: number) => void): void;
  close(): void;
}

export function createEventStreams(options: EventStreamOptions): EventStreams {
  const open = new Set<ServerResponse>();
  let report: (count: number) => void = () => undefined;
  return {
    onViewers(listener) {
      report = listener;
    },
    handle(request, response) {
      if (request.method !== 'GET') {
        refuse(response, 405);
        return;
      }
      open.add(response);
      report(open.size);
      follow(response, options, () => {
        open.delete(response);
        report(open.size);
      });
    },
    close() {
      for (const response of open) response.destroy();
    },
  };
}

function follow(response: ServerResponse, options: EventStreamOptions, onClose: () => void): void {
  const write = (text: string): void => {
    if (response.destroyed) return;
    response.write(text);
    if (response.writableLength > options.backlogLimit) response.destroy();
  };
  response.writeHead(200, headersFor('text/event-stream; charset=utf-8'));
  write(':\n\n');
  const unsubscribe = options.workspace.subscribe((event) => {
    write(`data: ${JSON.stringify(event)}\n\n`);
  });
  const heartbeat = setInterval(write, options.heartbeatMs, ':\n\n');
  heartbeat.unref();
  response.once('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
    onClose();
  });
}
