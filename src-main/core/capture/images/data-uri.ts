/** Pictures that stand in an address themselves (`data:`), as saved pages carry them. */

const HEAD = /^data:([^,]{0,200}),/i;
/** Longer ones that are not base64 are drawings written out; what is longer still is left out. */
const LONGEST_PLAIN = 2 * 1024 * 1024;

/** The bytes of a `data:` address; null for any other. Never throws: what is no base64 gives what can be read of it. */
export function decodeDataUri(address: string): Uint8Array | null {
  const [head, type = ''] = HEAD.exec(address.slice(0, 210)) ?? [];
  if (head === undefined) return null;
  const body = address.slice(head.length);
  if (/;\s*base64\s*$/i.test(type)) {
    return Buffer.from(body.includes('%') ? percentDecoded(body) : body, 'base64');
  }
  return body.length > LONGEST_PLAIN ? new Uint8Array() : new TextEncoder().encode(percentDecoded(body));
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    // A lone percent sign (`width="100%"`): the text as it is written.
    if (cause instanceof URIError) return text;
    throw cause;
  }
}

const MARK = ';base64,';
/** Shorter ones are as quick to parse as what would stand for them. */
const SHORTEST = 200;
const DATA_HEAD = /data:[\w.+-]*\/?[\w.+-]*(?:;[\w.+-]+(?:=[\w.+"-]*)?)*$/i;
const LONGEST_HEAD = 160;

/** A page without its long `data:` addresses, and what stood there. */
export interface Lightened {
  readonly html: string;
  /** The address for one that was taken out; null for any other. */
  readonly original: (name: string) => string | null;
  /** Text in which names stand, as it was. */
  readonly restore: (text: string) => string;
}

/**
 * Puts a short name in place of each long `data:` address, so that megabytes of pictures do not go through parsers
 * of markup, attribute by attribute. One that is text of the article, as in a lesson on them, is put back by
 * `restore`.
 */
export function lighten(html: string): Lightened {
  const scheme = unusedScheme(html);
  const parts: string[] = [];
  const taken: string[] = [];
  let done = 0;
  for (let mark = html.indexOf(MARK); mark >= 0; mark = html.indexOf(MARK, mark + MARK.length)) {
    const before = html.slice(Math.max(done, mark - LONGEST_HEAD), mark);
    const head = DATA_HEAD.exec(before);
    const end = endOfBase64(html, mark + MARK.length);
    if (!head || end - mark < SHORTEST) continue;
    const start = mark - head[0].length;
    parts.push(html.slice(done, start), `${scheme}:${taken.length}`);
    taken.push(html.slice(start, end));
    done = end;
  }
  const name = new RegExp(`${scheme}:(\\d+)`, 'g');
  const original = (address: string) =>
    address.startsWith(`${scheme}:`) ? (taken[Number(address.slice(scheme.length + 1))] ?? null) : null;
  return {
    html: taken.length === 0 ? html : parts.join('') + html.slice(done),
    original,
    restore: (text) =>
      taken.length > 0 && text.includes(scheme) ? text.replace(name, (all) => original(all) ?? all) : text,
  };
}

/** A scheme that the page does not name itself, so that nothing of it is taken for ours. */
function unusedScheme(html: string): string {
  for (let number = 0; ; number += 1) {
    const scheme = `dossier-data${number}`;
    if (!html.includes(scheme)) return scheme;
  }
}

/** Not a regular expression: it would remember each of millions of characters to go back to. */
function endOfBase64(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isOne =
      (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x2f && code <= 0x39);
    if (!isOne && code !== 0x2b && code !== 0x3d && code !== 0x25) break;
  }
  return at;
}
