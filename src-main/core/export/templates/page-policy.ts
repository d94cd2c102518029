/**
 * A page that somebody's template makes may come from anyone, and it holds the notebook's words: it runs nothing and
 * asks nobody for anything, whatever the template says. Before all of its own elements, so that none is spared.
 */
const POLICY =
  '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="' +
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'" +
  '"><meta name="referrer" content="no-referrer">';

/** A policy says nothing of `<meta http-equiv="refresh">`, which leads away with what the address holds. Of text and values the sign is a reference. */
const HTTP_EQUIV = /(http)-(equiv)/gi;
/** Nor of servers that are looked up or connected to beforehand; what else links are for, the policy refuses. */
const LINK = /<link(?=[\s/>])/gi;

const DOCTYPE = /^\s*<!doctype[^>]*>/i;

export function withPolicy(html: string): string {
  const doctype = DOCTYPE.exec(html)?.[0] ?? '';
  const page = html.slice(doctype.length).replace(HTTP_EQUIV, '$1&#45;$2').replace(LINK, '<meta');
  return `${doctype === '' ? '<!doctype html>' : doctype.trim()}\n${POLICY}${page}`;
}
