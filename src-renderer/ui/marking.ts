/** Which rows of a list are marked: the rules that every list of files follows. Pure. */

/** From `anchor` to `to`, both included, in either direction; only `to` where there is no anchor in the list. */
export function markRange(keys: readonly string[], anchor: string | null, to: number): ReadonlySet<string> {
  const from = anchor === null ? -1 : keys.indexOf(anchor);
  const start = from < 0 ? to : from;
  return new Set(keys.slice(Math.min(start, to), Math.max(start, to) + 1));
}

export function toggleMark(marked: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(marked);
  if (!next.delete(key)) next.add(key);
  return next;
}
