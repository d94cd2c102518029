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
