/**
 * What the library does not count by itself: what is captured, and texts that are made of lists. A thread that asks for
 * far more than its heap in one piece takes the process with it, so that none of these may be made first and judged later.
 */

/** Of anything that is written by its name alone. */
const NAME = 16;

/** @returns `value`. @throws Error as the library says it of its own limits, where its text would be longer than `most` */
export function bounded(value: unknown, most: number): unknown {
  let left = most;
  const take = (part: unknown): void => {
    left -= typeof part === 'string' ? part.length : NAME;
    if (left < 0) throw new Error('output limit exceeded');
    if (typeof part !== 'object' || part === null) return;
    for (const each of Object.values(part)) take(each);
  };
  if (typeof value === 'object') take(value);
  return value;
}

/** Of a list’s texts one after the other; lists in it are counted too. */
export function lengthOf(value: unknown): number {
  if (!Array.isArray(value)) return 0;
  const lengths = value.map((each: unknown) =>
    typeof each === 'string' ? each.length : NAME + lengthOf(each),
  );
  return lengths.reduce((sum, length) => sum + length, 0);
}
