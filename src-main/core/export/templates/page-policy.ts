/**
 * A page that somebody's template makes may come from anyone, and it holds the notebook's words: it runs nothing and
 * asks nobody for anything, whatever the template says. Before all of its own elements, so that none is spared.
 */
const POLICY =
  '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="' +
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'" +
  '"><meta name="referrer" content="no-referrer">';

const DOCTYPE = /^\s*<!doctype[^>]*>/i;

export function withPolicy(html: string): string {
  const doctype = DOCTYPE.exec(html)?.[0] ?? '';
  return `${doctype === '' ? '<!doctype html>' : doctype.trim()}\n${POLICY}${html.slice(doctype.length)}`;
}
