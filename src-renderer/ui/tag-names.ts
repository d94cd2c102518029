/** A tag's name as it is kept: no hash before it, one space between words; empty where nothing is left. */
export function cleanTagName(text: string): string {
  return text
    .replace(/^[#\s]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** For comparison: case and accents are not looked at. */
export function foldName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLocaleLowerCase();
}

/** Known names that hold what is typed and are not taken yet: those that begin with it first. */
export function suggestTags(
  typed: string,
  known: readonly string[],
  taken: readonly string[],
  limit = 8,
): readonly string[] {
  const wanted = foldName(cleanTagName(typed));
  const used = new Set(taken.map(foldName));
  const free = known.filter((name) => !used.has(foldName(name)) && foldName(name).includes(wanted));
  const begins = (name: string): number => (foldName(name).startsWith(wanted) ? 0 : 1);
  return free.toSorted((a, b) => begins(a) - begins(b) || a.localeCompare(b)).slice(0, limit);
}
