/** What stands between the stars of a wildcard, found in a term from left to right: linear, whatever the pattern. */

/** The part of a pattern after its prefix; a test of terms that begin with the prefix. */
export interface TermTest {
  ofTerm(term: string): boolean;
  /** Of a run of UTF-8. As no sign's bytes lie within another's, this tells the same without reading the term. */
  ofBytes(bytes: Uint8Array, from: number, to: number): boolean;
}

/** @param inner what stands between two stars; @param last what the term ends with */
export function makeTermTest(prefix: string, inner: readonly string[], last: string): TermTest {
  const bytesOf = (text: string): Uint8Array => Buffer.from(text);
  const innerBytes = inner.map(bytesOf);
  const lastBytes = bytesOf(last);
  const prefixBytes = bytesOf(prefix).length;
  return {
    ofTerm(term) {
      let at = prefix.length;
      for (const part of inner) {
        const found = term.indexOf(part, at);
        if (found < 0) return false;
        at = found + part.length;
      }
      return term.length - last.length >= at && term.endsWith(last);
    },
    ofBytes(bytes, from, to) {
      let at = from + prefixBytes;
      for (const part of innerBytes) {
        const found = indexIn(bytes, part, at, to);
        if (found < 0) return false;
        at = found + part.length;
      }
      const end = to - lastBytes.length;
      return end >= at && standsAt(bytes, lastBytes, end);
    },
  };
}

/** Buffer's own search has no end, and costs more to call than a term is long. */
function indexIn(bytes: Uint8Array, part: Uint8Array, from: number, to: number): number {
  for (let at = from; at + part.length <= to; at += 1) if (standsAt(bytes, part, at)) return at;
  return -1;
}

function standsAt(bytes: Uint8Array, part: Uint8Array, at: number): boolean {
  for (let unit = 0; unit < part.length; unit += 1) if (bytes[at + unit] !== part[unit]) return false;
  return true;
}
