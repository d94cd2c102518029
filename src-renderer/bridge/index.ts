/** How the page reaches the engine: through Electron's preload where there is one, else over HTTP to its own origin. */
import { type Client, type Transport, createClient } from '../../src-main/common/contract/client.ts';
import { answersFirst } from './answers-first.ts';
import { connectHttp } from './http.ts';
import { takeToken } from './token.ts';

declare global {
  interface Window {
    /** Exposed by Electron's preload; absent in a browser. */
    readonly dossier?: Transport;
  }
}

let calls = 0;

/** Unique per page load, which is all that cancelling and progress need; the prefix keeps two windows apart. */
const page = Math.random().toString(36).slice(2);
const nextCallId = (): string => `${page}-${++calls}`;

/** @throws Error where the server does not answer or refuses the page's token */
export async function connect(): Promise<Client> {
  const transport = window.dossier ?? (await connectHttp(fetch.bind(window), takeToken()));
  return createClient(answersFirst(transport), nextCallId);
}
