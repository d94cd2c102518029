/** Which rows of a long list are in view. Heights differ, and are known only of rows that were drawn once. */
export interface Window {
  /** First row to draw. */
  readonly first: number;
  /** One past the last row to draw. */
  readonly end: number;
  /** Heights, in px, of what is left out before and after. */
  readonly before: number;
  readonly after: number;
}

/** One pass over all rows: ten thousand additions are far cheaper than drawing one row. */
export function windowOf(
  count: number,
  heightOf: (index: number) => number,
  top: number,
  height: number,
  overscan: number,
): Window {
  let first = 0;
  let before = 0;
  while (first < count && before + heightOf(first) <= top - overscan) before += heightOf(first++);
  let end = first;
  let shown = before;
  while (end < count && shown < top + height + overscan) shown += heightOf(end++);
  let after = 0;
  for (let index = end; index < count; index++) after += heightOf(index);
  return { first, end, before, after };
}

/** How far down a row begins. */
export function offsetOf(index: number, heightOf: (index: number) => number): number {
  let offset = 0;
  for (let each = 0; each < index; each++) offset += heightOf(each);
  return offset;
}
