/** Addresses as they are kept: absolute, http or https, without what only follows the reader around. */

/** Parameters that identify a click or a campaign, never a page. */
const TRACKING =
  /^(?:utm_.*|fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|_ga|_gl|_hsenc|_hsmi|mkt_tok|vero_id|wt_mc|xtor|at_medium|at_campaign|spm|ref_src|ref_url)$/i;

/** Resolves and cleans an address; null where it is not one that can be visited. */
export function cleanAddress(address: string | null | undefined, base?: string | null): string | null {
  const written = address?.trim();
  if (!written) return null;
  const url = URL.parse(written, base ?? undefined);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  // Only where there is something to remove: searchParams rewrites the query's own spelling.
  const tracked = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  for (const name of tracked) url.searchParams.delete(name);
  return url.href;
}

/** An address for a link: mailto stays as it is, anything else must be one that can be visited. */
export function cleanLink(address: string, base: string | null): string | null {
  return /^mailto:/i.test(address.trim()) ? address.trim() : cleanAddress(address, base);
}

/**
 * What two spellings of one address share: the same page may be captured with and without its tracking
 * parameters or a place on the page. A fragment that is a route (`#!/a`, `#/a`) names another page.
 */
export function addressKey(address: string): string {
  const cleaned = URL.parse(cleanAddress(address) ?? address);
  if (!cleaned) return address;
  if (!/^#!?\//.test(cleaned.hash)) cleaned.hash = '';
  return cleaned.href;
}

const AMP_QUERIES = ['amp', 'amp=1', 'outputType=amp'] as const;

/**
 * Other keys under which the same page may have been captured: with http or https, with and without `www.`, a slash
 * at the end, or as the mobile copy (AMP) that search engines link to. Hosts such as `m.` are left alone: they often
 * show another text. The key itself is not among them.
 */
export function otherKeys(address: string): readonly string[] {
  const key = addressKey(address);
  const url = URL.parse(key);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return [];
  const login = url.username === '' ? '' : `${url.username}:${url.password}@`;
  const hosts = hostSpellings(url.host);
  const ends = pathSpellings(url.pathname).flatMap((path) => searchSpellings(path, url.search));
  const keys = ['https:', 'http:'].flatMap((protocol) =>
    hosts.flatMap((host) => ends.map((end) => `${protocol}//${login}${host}${end}${url.hash}`)),
  );
  return keys.filter((other) => other !== key);
}

function hostSpellings(host: string): readonly string[] {
  const bare = host.replace(/^(?:www|amp)\.(?=[^.]+\.)/, '');
  // `www.org` is a name by itself.
  return bare.includes('.') ? [bare, `www.${bare}`, `amp.${bare}`] : [host];
}

/** `/amp` alone may be a page about anything: only after another segment it is a form of that. */
function pathSpellings(path: string): readonly string[] {
  const bare = path.replace(/(?<=\/[^/]+)\/amp(?=\/?$)/i, '').replace(/\/$/, '');
  return bare === '' ? ['/'] : [bare, `${bare}/`, `${bare}/amp`, `${bare}/amp/`];
}

function searchSpellings(path: string, search: string): readonly string[] {
  const kept = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !/^(?:amp(?:=1?)?|outputType=amp)$/i.test(part));
  return [kept, ...AMP_QUERIES.map((amp) => [...kept, amp])].map((parts) =>
    parts.length > 0 ? `${path}?${parts.join('&')}` : path,
  );
}
