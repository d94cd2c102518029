/** Who may ask: decided from headers alone, before anything of the request is used. */
import type { IncomingMessage } from 'node:http';
import type { SessionToken } from './session-token.ts';

export const TOKEN_HEADER = 'x-dossier-token';

/** Where the request would go: page files are public to this machine's own browser, calls need the token. */
export type Door = 'page' | 'call';

/** Names of the checks, for the log; the asker learns nothing but 403. */
export type Refusal = 'host' | 'origin' | 'site' | 'token';

export interface CheckOptions {
  readonly port: number;
  readonly token: SessionToken;
}

/** A page may be opened from outside any page (`none`: typed, or by `--app`); calls come from the page itself. */
const SITES: Readonly<Record<Door, readonly string[]>> = {
  page: ['same-origin', 'none'],
  call: ['same-origin'],
};

/**
 * Why the request is refused, or null. A foreign Host is DNS rebinding; a foreign Origin or fetch site is another
 * page on this machine's browser. Clients that are no browsers send neither of the latter: the token stands for them.
 */
export function refusalOf(request: IncomingMessage, door: Door, options: CheckOptions): Refusal | null {
  const hosts = [`127.0.0.1:${options.port}`, `localhost:${options.port}`];
  const host = sole(request, 'host');
  if (host === undefined || !hosts.includes(host)) return 'host';
  const origin = sole(request, 'origin');
  if (origin !== undefined && origin !== `http://${host}`) return 'origin';
  const site = sole(request, 'sec-fetch-site');
  if (site !== undefined && !SITES[door].includes(site)) return 'site';
  if (door === 'call' && !options.token.matches(sole(request, TOKEN_HEADER))) return 'token';
  return null;
}

/** A header's value; where it was sent more than once a text that equals nothing. */
function sole(request: IncomingMessage, name: string): string | undefined {
  const values = request.headersDistinct[name];
  return values === undefined || values.length === 1 ? values?.[0] : '(repeated)';
}
