/** XHTML as the HTML that means the same: what only XML has would swallow text or show as text. */

const VOID =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|circle|ellipse|line|path|polygon|polyline|rect|use|image|stop)$/i;
/** `<a id="x"/>`, which HTML reads as an open tag. No `<` in values, by the rules of XML: so it never looks far. */
const EMPTY_TAG = /<([a-z][\w.:-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)\/>/gi;
/** Only where a declaration may stand: looked for at every one that is repeated, it would take minutes. */
const DOCTYPE = /^((?:<\?[^>]*>\s*)?)<!DOCTYPE[^<>[]*(?:\[[^\]]{0,65536}\]\s*)?>/i;
const CDATA = '<![CDATA[';
const CDATA_END = ']]>';

/** Sections of plain characters, as characters. */
function unwrapSections(xhtml: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = xhtml.indexOf(CDATA, at);
    const end = start < 0 ? -1 : xhtml.indexOf(CDATA_END, start);
    if (end < 0) return parts.join('') + xhtml.slice(at);
    const text = xhtml.slice(start + CDATA.length, end);
    parts.push(xhtml.slice(at, start), text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
    at = end + CDATA_END.length;
  }
}

export function htmlOfXhtml(xhtml: string): string {
  return unwrapSections(xhtml.trimStart().replace(DOCTYPE, '$1<!doctype html>')).replace(
    EMPTY_TAG,
    (tag, name: string, attributes: string) => (VOID.test(name) ? tag : `<${name}${attributes}></${name}>`),
  );
}
