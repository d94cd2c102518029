/** One request to one address that was looked at before: nothing is connected to but what was checked. */
import { lookup } from 'node:dns/promises';
import {
  Agent as HttpAgent,
  request as requestHttp,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { reachOf, type Reach } from './addresses.ts';
import { failed } from './failures.ts';

/** All addresses of a name, in the order in which they are to be tried. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export interface Network {
  readonly resolve: Resolve;
  readonly judge: (address: string) => Reach;
}

export const systemNetwork: Network = {
  resolve: async (host) =>
    (await lookup(host, { all: true, order: 'verbatim' })).map(({ address }) => address),
  judge: reachOf,
};

const MAX_HEADERS = 64 * 1024;
/** What a name may stand for; more are no web site. */
const MAX_ADDRESSES = 32;

/** Says who asks and nothing about the machine or its user. */
const HEADERS = {
  'user-agent': 'Dossier/0.1 (research notebook; a single request, made by its user)',
  'accept-encoding': 'gzip, br, deflate',
};

export interface Target {
  readonly url: URL;
  /** Checked; the connection goes to one of these and nowhere else. */
  readonly addresses: readonly string[];
  readonly reach: Exclude<Reach, 'never'>;
}

/**
 * Resolves a name once. Where one of its addresses is none to go to, none is: a name that stands for a public and a
 * private address is a trick.
 * @throws DossierError fetch-failed (dns, private)
 */
export async function checkTarget(
  url: URL,
  { resolve, judge }: Network,
  mayBePrivate: boolean,
): Promise<Target> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) === 0 ? await resolve(host) : [host];
  if (addresses.length === 0) throw failed('dns', url);
  const reaches = new Set(addresses.slice(0, MAX_ADDRESSES).map(judge));
  const isPrivate = reaches.has('private');
  if (reaches.has('never') || (isPrivate && !mayBePrivate)) throw failed('private', url);
  return { url, addresses: addresses.slice(0, MAX_ADDRESSES), reach: isPrivate ? 'private' : 'public' };
}

/** Answers with what was checked, whatever the name stands for by now. */
function pinned(addresses: readonly string[]): LookupFunction {
  return (_host, options, callback) => {
    const all = addresses.map((address) => ({ address, family: isIP(address) }));
    const [first] = all;
    if (options.all) callback(null, all);
    else if (first) callback(null, first.address, first.family);
  };
}

/** Sends GET and resolves with the head of the answer; its body has not been read. Ends with `signal`. */
export function sendGet(target: Target, accept: string, signal: AbortSignal): Promise<IncomingMessage> {
  const { url, addresses } = target;
  const isSecure = url.protocol === 'https:';
  const options: RequestOptions & { servername?: string } = {
    method: 'GET',
    // Of its own: a proxy that the environment names would connect in our place, to what nobody checked.
    agent: isSecure ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false }),
    headers: { ...HEADERS, accept },
    lookup: pinned(addresses),
    maxHeaderSize: MAX_HEADERS,
    insecureHTTPParser: false,
    signal,
  };
  return new Promise((resolve, reject) => {
    const request = (isSecure ? requestHttps : requestHttp)(url, options, resolve);
    request.on('error', reject);
    // Another protocol, which nobody asked for: without this the connection is closed and nobody told.
    request.on('upgrade', (_answer, socket) => {
      socket.destroy();
      reject(failed('broken', url, { code: 'upgrade' }));
    });
    request.on('socket', (socket) => {
      socket.once('connect', () => {
        // Behind the lookup: whatever the runtime makes of an address, this is where it went.
        const { remoteAddress = '' } = socket;
        if (!addresses.includes(remoteAddress)) request.destroy(failed('private', url));
      });
    });
    request.end();
  });
}
