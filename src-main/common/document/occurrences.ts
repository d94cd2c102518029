/**
 * Every place where one text stands in another, overlapping ones included. `indexOf` is the fastest way to each, but
 * compares the whole needle again at each: in a text that repeats itself (« aaaa… ») that is quadratic, so from some
 * number of comparisons on the places are found by Knuth, Morris and Pratt's way, which looks at each unit once.
 */

/** In units compared; some hundredths of a second. */
const BUDGET = 50_000_000;

export function* occurrencesOf(text: string, needle: string): Generator<number> {
  if (needle === '') return;
  let compared = 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    yield at;
    compared += needle.length;
    if (compared < BUDGET) continue;
    yield* repeatedOccurrences(text, needle, at + 1);
    return;
  }
}

function* repeatedOccurrences(text: string, needle: string, from: number): Generator<number> {
  const borders = bordersOf(needle);
  let matched = 0;
  for (let at = from; at < text.length; at += 1) {
    matched = extend(needle, borders, matched, text.charCodeAt(at));
    if (matched < needle.length) continue;
    yield at + 1 - needle.length;
    matched = borders[matched - 1] ?? 0;
  }
}

/** For each beginning of the needle: the length of its longest end that is a beginning of the needle, too. */
function bordersOf(needle: string): Uint32Array {
  const borders = new Uint32Array(needle.length);
  let matched = 0;
  for (let at = 1; at < needle.length; at += 1) {
    matched = extend(needle, borders, matched, needle.charCodeAt(at));
    borders[at] = matched;
  }
  return borders;
}

function extend(needle: string, borders: Uint32Array, matched: number, unit: number): number {
  let length = matched;
  while (length > 0 && needle.charCodeAt(length) !== unit) length = borders[length - 1] ?? 0;
  return needle.charCodeAt(length) === unit ? length + 1 : length;
}
