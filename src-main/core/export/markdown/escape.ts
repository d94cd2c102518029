/**
 * Text that stays text in CommonMark: what a parser makes of it is what it was. Everything that could be syntax where it
 * stands is escaped; a property test holds it against a parser. One pass: notes of a megabyte are written too.
 */

/** Within a line. `&` begins a reference only before a letter or `#`, `\` an escape only before a sign. */
const INLINE = /[`*_[<~]|\\(?=[!-/:-@[-`{-~]|$)|&(?=[#A-Za-z])|\0/gm;

/** At the beginning of a line: what opens a heading, a quotation, a list, a rule, an underline or a table. */
const LINE_START = /^(?:#{1,6}(?=[ \t]|$)|>|[-+](?=[ \t]|$)|[-=|:][-=|: \t]*$|\d{1,9}(?=[.)](?:[ \t]|$)))/;

/** Where GFM would find an address and make a link of it, in which no escape is read. */
const ADDRESS = /(?<=[ps]):(?=\/)|(?<=w)\.|@/gi;

/** For text that may stand anywhere in a paragraph but at the beginning of a line. */
export function escapeInline(text: string): string {
  const escaped = text.replace(INLINE, (sign) => (sign === '\0' ? '\ufffd' : `\\${sign}`));
  return escaped.includes('\\')
    ? escaped.replace(/\S+/g, (word) => (word.includes('\\') ? breakAddresses(word) : word))
    : escaped;
}

/** For a line that a backslash follows: an address at its end would take it in. */
export function escapeLineEnd(line: string): string {
  let at = line.length;
  while (at > 0 && /\S/.test(line.charAt(at - 1))) at -= 1;
  const word = line.slice(at);
  return word.includes('\\') ? line : line.slice(0, at) + breakAddresses(word);
}

function breakAddresses(word: string): string {
  return word.replace(ADDRESS, (sign) => `\\${sign}`);
}

/** For a whole line whose text was escaped already. */
export function escapeLineStart(line: string): string {
  const [start] = LINE_START.exec(line) ?? [];
  if (start === undefined) return line;
  return /^\d/.test(start) ? `${start}\\${line.slice(start.length)}` : `\\${line}`;
}
