/** Why an address could not be fetched, as the closed list of reasons that errors are described by. */
import { DossierError, type ErrorDetails } from '../../common/contract/errors.ts';

export type Reason =
  | 'address'
  | 'broken'
  | 'credentials'
  | 'dns'
  | 'encoding'
  | 'headers'
  | 'private'
  | 'redirects'
  | 'refused'
  | 'status'
  | 'timeout'
  | 'tls'
  | 'type'
  | 'unreachable';

/** Of an address that may be as long as a page. */
const MAX_SHOWN = 300;

/** @param url the one that failed, which after redirects is not the one that was asked for */
export function failed(reason: Reason, url: URL, details: ErrorDetails = {}, cause?: unknown): DossierError {
  return new DossierError('fetch-failed', { reason, url: shown(url), host: url.host, ...details }, { cause });
}

/** An address that is none to be fetched: `text` as it was given, or as a redirect named it. */
export function noAddress(text: string, base: URL | null): DossierError {
  const url = URL.parse(text, base?.href);
  const address = (url ? shown(url) : text).slice(0, MAX_SHOWN);
  return new DossierError('fetch-failed', { reason: 'address', url: address, host: base?.host ?? '' });
}

/** Without a password that somebody may have put there. */
function shown(url: URL): string {
  const plain = new URL(url);
  plain.username = '';
  plain.password = '';
  return plain.href;
}

const REASONS: Readonly<Record<string, Reason>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  ENODATA: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ETIMEDOUT: 'timeout',
  HPE_HEADER_OVERFLOW: 'headers',
  EPROTO: 'tls',
};

const TLS = /^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA)/;

/** A failure of the system's or the library's; what is not of the network is a bug and stays what it is. */
export function asFailure(error: unknown, url: URL): unknown {
  if (error instanceof DossierError || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  if (TLS.test(code)) return failed('tls', url, { code }, error);
  return failed(REASONS[code] ?? 'broken', url, { code }, error);
}
