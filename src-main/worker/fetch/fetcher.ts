/**
 * The Fetcher port: one address, when the user asks for it. The only module tree of the app that sends anything to
 * another machine. Every address on the way is resolved once, checked and then connected to as it was checked, so
 * that neither a redirect nor a name that changes its meaning leads into a private network.
 */
import type { IncomingMessage } from 'node:http';
import { DossierError } from '../../common/contract/errors.ts';
import type { Fetched, Fetcher, FetchRequest } from '../../core/ports.ts';
import { readBody } from './body.ts';
import { checkTarget, sendGet, systemNetwork, type Network, type Target } from './connect.ts';
import { asFailure, failed, noAddress } from './failures.ts';
import { charsetOf, fileNameOf, mediaTypeOf } from './headers.ts';

export interface FetcherOptions {
  /** Another one in tests, whose servers are on this machine. */
  readonly network?: Network;
  readonly redirects?: number;
  /** For the whole of a request, redirects included. */
  readonly totalMs?: number;
  /** Longest wait for the next bytes. */
  readonly stallMs?: number;
}

type Settings = Required<FetcherOptions>;

const DEFAULTS: Settings = { network: systemNetwork, redirects: 10, totalMs: 30_000, stallMs: 10_000 };

const MOVED: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export function createFetcher(options: FetcherOptions = {}): Fetcher {
  const settings = { ...DEFAULTS, ...options };
  return { fetch: (request, signal) => fetchOne(request, signal, settings) };
}

async function fetchOne(request: FetchRequest, signal: AbortSignal, settings: Settings): Promise<Fetched> {
  if (signal.aborted) throw new DossierError('cancelled');
  const url = parseAddress(request.url, null);
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), Math.min(settings.totalMs, request.totalMs ?? Infinity));
  const either = AbortSignal.any([signal, clock.signal]);
  const follow: Follow = { request, settings, signal: either, at: url };
  try {
    return await untilAborted(followRedirects(follow), either);
  } catch (error) {
    if (signal.aborted) throw new DossierError('cancelled', {}, { cause: error });
    if (clock.signal.aborted) throw failed('timeout', follow.at, {}, error);
    throw asFailure(error, follow.at);
  } finally {
    clearTimeout(timer);
  }
}

/** Resolving a name cannot be stopped; waiting for it can. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DossierError('cancelled')), { once: true });
    work.then(resolve, reject);
  });
}

interface Follow {
  readonly request: FetchRequest;
  readonly settings: Settings;
  readonly signal: AbortSignal;
  /** Where it has come to. */
  at: URL;
}

async function followRedirects(follow: Follow): Promise<Fetched> {
  const { request, settings, signal } = follow;
  let mayBePrivate = request.allowPrivate;
  for (let step = 0; step <= settings.redirects; step += 1) {
    const target = await checkTarget(follow.at, settings.network, mayBePrivate);
    signal.throwIfAborted();
    // What is allowed is the user's own network, not a way into it from outside.
    mayBePrivate &&= target.reach === 'private';
    const answer = await sendGet(target, request.accept, signal);
    const next = MOVED.has(answer.statusCode ?? 0) ? answer.headers.location : undefined;
    if (next === undefined) return read(answer, target, follow);
    answer.destroy();
    follow.at = parseAddress(next, follow.at);
  }
  throw failed('redirects', follow.at, { limit: settings.redirects });
}

async function read(answer: IncomingMessage, { url, reach }: Target, follow: Follow): Promise<Fetched> {
  const { request, settings } = follow;
  try {
    const status = answer.statusCode ?? 0;
    if (status !== 200) throw failed('status', url, { status });
    const mediaType = mediaTypeOf(answer.headers);
    if (!request.types.includes(mediaType)) throw failed('type', url, { mediaType: mediaType.slice(0, 80) });
    const limits = { bytes: request.maxBytes, stallMs: settings.stallMs };
    return {
      bytes: await readBody(answer, url, limits),
      url: url.href,
      mediaType,
      charset: charsetOf(answer.headers),
      fileName: fileNameOf(answer.headers, url),
      isPrivate: reach === 'private',
    };
  } finally {
    answer.destroy();
  }
}

/** @throws DossierError fetch-failed (address, credentials) */
function parseAddress(address: string, base: URL | null): URL {
  const url = URL.parse(address, base?.href);
  if (!url || !/^https?:$/.test(url.protocol)) throw noAddress(address, base);
  if (url.username !== '' || url.password !== '') throw failed('credentials', url);
  return url;
}
