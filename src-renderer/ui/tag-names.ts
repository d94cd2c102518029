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

/** A tag that exists already, as a field offers it. */
export interface KnownTag {
  readonly name: string;
  /** The tags above it, the top first. */
  readonly above?: readonly string[];
  /** Other names, which stand for it. */
  readonly aliases?: readonly string[];
  readonly color?: 'yellow' | 'blue' | 'green' | 'pink' | 'violet' | null;
}

export type TagOption = string | KnownTag;

export const toKnownTag = (option: TagOption): KnownTag =>
  typeof option === 'string' ? { name: option } : option;

/** « énergie / gaz » */
export function writeTagPath({ name, above = [] }: KnownTag): string {
  return [...above, name].join(' / ');
}

/** The known tag that a name or alias stands for. */
export function findKnownTag(name: string, known: readonly TagOption[]): KnownTag | undefined {
  const wanted = foldName(name);
  const tags = known.map(toKnownTag);
  return (
    tags.find((tag) => foldName(tag.name) === wanted) ??
    tags.find(({ aliases = [] }) => aliases.some((alias) => foldName(alias) === wanted))
  );
}

/** Known names that hold what is typed, or have an alias that does, and are not taken yet: those that begin with it first. */
export function suggestTags(
  typed: string,
  known: readonly TagOption[],
  taken: readonly string[],
  limit = 8,
): readonly string[] {
  const wanted = foldName(cleanTagName(typed));
  const used = new Set(taken.map(foldName));
  return known
    .map(toKnownTag)
    .filter(({ name }) => !used.has(foldName(name)))
    .flatMap((tag) => {
      const rank = rankOf(tag, wanted);
      return rank === null ? [] : [{ name: tag.name, rank }];
    })
    .sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name))
    .slice(0, limit)
    .map(({ name }) => name);
}

/** Names before aliases, beginnings before what stands within; null where neither holds it. */
function rankOf({ name, aliases = [] }: KnownTag, wanted: string): number | null {
  const ranks = [name, ...aliases].flatMap((each, at) => {
    const place = foldName(each).indexOf(wanted);
    return place < 0 ? [] : [(place === 0 ? 0 : 2) + (at === 0 ? 0 : 1)];
  });
  return ranks.length === 0 ? null : Math.min(...ranks);
}
