/** Which tags stand together: on one thing, on excerpts that share text, in one source. One pass over what is tagged. */
import type { Overlap, SharedPassage, Together } from '../../common/contract/codebook.ts';
import type { ExcerptId, SourceId, TagId, VersionId } from '../../common/contract/entities.ts';
import { shorten } from '../../common/language/shorten.ts';
import { parseTags } from './columns.ts';
import type { Reader } from './connection.ts';
import type { TagTree } from './tag-tree.ts';
import { readTaggings } from './tags.ts';

/** Passages and sources that one answer lists. */
const MOST_SHARED = 200;
/** In UTF-16 code units. */
const SHOWN = 240;

interface TaggedExcerpt {
  readonly id: ExcerptId;
  readonly source: SourceId;
  readonly version: VersionId;
  readonly start: number;
  readonly end: number;
  /** Ids of its tags and of those above them. */
  readonly tags: ReadonlySet<string>;
}

interface ExcerptRow extends Omit<TaggedExcerpt, 'tags'> {
  readonly tags: string;
}

const EXCERPTS = `SELECT id, source_id AS source, version_id AS version, start_offset AS start, end_offset AS "end",
  (SELECT json_group_array(tag_id) FROM excerpt_tag WHERE owner_id = live_excerpt.id) AS tags
  FROM live_excerpt WHERE id IN (SELECT owner_id FROM excerpt_tag) ORDER BY version_id, start_offset, end_offset, id`;

/** All that is tagged, each tag counting for those above it too. */
export class TaggedThings {
  readonly #lines = new Map<string, readonly string[]>();

  constructor(
    readonly reader: Reader,
    readonly tree: TagTree,
  ) {}

  /** In order of version and place. */
  excerpts(): readonly TaggedExcerpt[] {
    return this.reader
      .all<ExcerptRow>(EXCERPTS)
      .map((row) => ({ ...row, tags: this.#widen(parseTags(row.tags)) }))
      .filter(({ tags }) => tags.size > 0);
  }

  /** By the owner's id. */
  owners(kind: 'source' | 'claim' | 'note'): ReadonlyMap<string, ReadonlySet<string>> {
    const taggings = readTaggings(this.reader).filter((tagging) => tagging.kind === kind);
    const byOwner = Map.groupBy(taggings, ({ owner }) => owner);
    return new Map([...byOwner].map(([owner, all]) => [owner, this.#widen(all.map(({ tag }) => tag))]));
  }

  #widen(tags: readonly string[]): ReadonlySet<string> {
    return new Set(tags.flatMap((tag) => this.#lineOf(tag)));
  }

  #lineOf(tag: string): readonly string[] {
    const known = this.#lines.get(tag) ?? this.tree.lineOf(tag).map(({ id }) => id as string);
    this.#lines.set(tag, known);
    return known;
  }
}

type Counting = { -readonly [Key in keyof Together]: number };

class Tally {
  readonly #counts = new Map<string, Counting>();

  constructor(readonly own: string) {}

  add(tags: Iterable<string>, what: keyof Together): void {
    for (const tag of tags) {
      if (tag === this.own) continue;
      const counts = this.of(tag);
      counts[what] += 1;
      this.#counts.set(tag, counts);
    }
  }

  of(tag: string): Counting {
    return this.#counts.get(tag) ?? { excerpts: 0, overlapping: 0, sources: 0, claims: 0, notes: 0 };
  }

  tags(): readonly string[] {
    return [...this.#counts.keys()];
  }
}

/** How often each other tag stands together with `tag`. */
function countTogether(things: TaggedThings, excerpts: readonly TaggedExcerpt[], tag: string): Tally {
  const tally = new Tally(tag);
  for (const list of Map.groupBy(excerpts, ({ version }) => version).values()) {
    const covered = coverOf(list.filter(({ tags }) => tags.has(tag)));
    for (const { tags, start, end } of list) {
      if (tags.has(tag)) tally.add(tags, 'excerpts');
      else if (touches(covered, start, end)) tally.add(tags, 'overlapping');
    }
  }
  for (const tags of sourcesWithTags(things, excerpts).values()) {
    if (tags.has(tag)) tally.add(tags, 'sources');
  }
  for (const kind of ['claim', 'note'] as const) {
    for (const tags of things.owners(kind).values()) if (tags.has(tag)) tally.add(tags, `${kind}s`);
  }
  return tally;
}

/** By source the tags on it and on its excerpts. */
function sourcesWithTags(
  things: TaggedThings,
  excerpts: readonly TaggedExcerpt[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [source, tags] of things.owners('source')) found.set(source, new Set(tags));
  for (const { source, tags } of excerpts) {
    const known = found.get(source) ?? new Set();
    for (const tag of tags) known.add(tag);
    found.set(source, known);
  }
  return found;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Spans in order of their start, joined where they share text. */
function coverOf(spans: readonly Span[]): readonly Span[] {
  const covered: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = covered.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else covered.push({ start, end });
  }
  return covered;
}

/** Whether some of it is covered. */
function touches(covered: readonly Span[], start: number, end: number): boolean {
  let low = 0;
  let high = covered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((covered[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const next = covered[low];
  return next !== undefined && next.start < end;
}

/** Tags above and below it go with it by what they are, and are left out. */
export function listOverlaps(things: TaggedThings, tag: TagId, limit: number): Overlap[] {
  const { tree } = things;
  const related = new Set([...tree.lineOf(tag), ...tree.familyOf(tag)].map(({ id }) => id as string));
  const tally = countTogether(things, things.excerpts(), tag);
  const passages = ({ excerpts, overlapping }: Together): number => excerpts + overlapping;
  const all = ({ sources, claims, notes }: Together): number => sources + claims + notes;
  return tally
    .tags()
    .flatMap((id) => {
      const node = related.has(id) ? undefined : tree.get(id);
      return node ? [{ id: node.id, name: node.name, color: node.color, ...tally.of(id) }] : [];
    })
    .sort(
      (a, b) =>
        passages(b) - passages(a) || all(b) - all(a) || Number(a.name > b.name) - Number(a.name < b.name),
    )
    .slice(0, limit);
}

export interface Shared extends Together {
  readonly passages: SharedPassage[];
  readonly both: { id: SourceId; title: string }[];
}

/** What two tags have in common, by name. */
export function listShared(things: TaggedThings, tag: TagId, other: TagId): Shared {
  const excerpts = things.excerpts();
  const counts = countTogether(things, excerpts, tag).of(other);
  const titles = new Titles(things.reader);
  const both = [...sourcesWithTags(things, excerpts)]
    .filter(([, tags]) => tags.has(tag) && tags.has(other))
    .slice(0, MOST_SHARED)
    .map(([id]) => ({ id: id as SourceId, title: titles.of(id) }));
  const passages = pairsOf(excerpts, tag, other).map(([first, second]) => ({
    sourceId: first.source,
    versionId: first.version,
    title: titles.of(first.source),
    ...titles.passage(first, second),
    excerpt: first.id,
    other: second?.id ?? null,
  }));
  return { ...counts, passages, both };
}

type Pair = readonly [first: TaggedExcerpt, second: TaggedExcerpt | null];

/**
 * Excerpts with both, and pairs that share text. What is still open of the other tag makes a pair each, and the sweep
 * ends when the answer is full: so each is looked at few times, however many lie on one place.
 */
function pairsOf(excerpts: readonly TaggedExcerpt[], tag: string, other: string): readonly Pair[] {
  const pairs: Pair[] = [];
  const open: Record<'first' | 'second', TaggedExcerpt[]> = { first: [], second: [] };
  for (const excerpt of excerpts) {
    const [isFirst, isSecond] = [excerpt.tags.has(tag), excerpt.tags.has(other)];
    const sharesText = ({ version, end }: TaggedExcerpt): boolean =>
      version === excerpt.version && end > excerpt.start;
    // One that carries both is told by itself.
    if (isFirst && isSecond) pairs.push([excerpt, null]);
    else if (isFirst) {
      open.second = open.second.filter(sharesText);
      pairs.push(...open.second.map((second): Pair => [excerpt, second]));
      open.first.push(excerpt);
    } else if (isSecond) {
      open.first = open.first.filter(sharesText);
      pairs.push(...open.first.map((first): Pair => [first, excerpt]));
      open.second.push(excerpt);
    }
    if (pairs.length >= MOST_SHARED) break;
  }
  return pairs.slice(0, MOST_SHARED);
}

class Titles {
  readonly #titles = new Map<string, string>();

  constructor(readonly reader: Reader) {}

  of(source: string): string {
    const known =
      this.#titles.get(source) ??
      this.reader.get<{ title: string }>('SELECT title FROM source WHERE id = ?', source)?.title ??
      '';
    this.#titles.set(source, known);
    return known;
  }

  /** The text that both share. */
  passage(first: TaggedExcerpt, second: TaggedExcerpt | null): { start: number; end: number; exact: string } {
    const start = Math.max(first.start, second?.start ?? 0);
    const end = Math.min(first.end, second?.end ?? first.end);
    const row = this.reader.get<{ exact: string }>('SELECT exact FROM excerpt WHERE id = ?', first.id);
    const exact = (row?.exact ?? '').slice(start - first.start, end - first.start);
    return { start, end, exact: shorten(exact, SHOWN) };
  }
}
