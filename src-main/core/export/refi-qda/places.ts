/** Places in a text, which REFI-QDA counts in Unicode code points and notebooks in UTF-16 units. */

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** @returns a function from UTF-16 offsets to code points; one in the middle of a character is its beginning */
export function codePointPlaces(text: string): (offset: number) => number {
  /** Where the second half of each pair stands. */
  const halves = Array.from(text.matchAll(PAIR), ({ index }) => index + 1);
  return (offset) => offset - countBelow(halves, offset + 1);
}

/** How many of a sorted list are less than `limit`. */
function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The text as it is written into a file, every character at its place: line ends are line feeds, no byte order mark. */
export function plainText(text: string): string {
  return text
    .replace(/^\ufeff/, ' ')
    .replace(/\r(?=\n)/g, ' ')
    .replaceAll('\r', '\n')
    .toWellFormed();
}
