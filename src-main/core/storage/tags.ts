/** Tags by their names: what a name may be, which tag it stands for, and what carries it. */
import type { Tag, TagId, TagOwner } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import type { Reader } from './connection.ts';
import type { Edit, TagTable } from './edit.ts';
import { TagTree, type TagNode } from './tag-tree.ts';
import { oneLine, requireText } from './user-text.ts';

/** In UTF-16 code units; a longer one is a pasted paragraph. */
const MAX_TAG_LENGTH = 200;

/** NFC, one space between words, no leading `#`, no signs that nobody sees. @throws DossierError invalid, too-large */
export function cleanTagName(name: string): string {
  return requireText('tag', spell(name), MAX_TAG_LENGTH);
}

/** What makes two names one tag: case and normal form, not accents. */
export function tagKey(name: string): string {
  return spell(name).toLowerCase();
}

/**
 * Control characters, soft hyphens and marks of direction: two names that look alike are to be one. Joiners stay, since
 * emoji and several scripts are spelt with them. (White space is not among them: it divides words.)
 */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]|(?!\s)\p{Cc}/gu;

function spell(name: string): string {
  const seen = name.toWellFormed().replace(UNSEEN, '').normalize('NFC');
  return oneLine(oneLine(seen).replace(/^#+/, ''));
}

export interface TagChange {
  readonly tags?: readonly string[] | undefined;
  readonly untag?: readonly string[] | undefined;
}

/** Adds and takes away tags of one thing; tags that do not exist yet are made. */
export function changeTags(edit: Edit, table: TagTable, owner: string, change: TagChange): void {
  for (const name of change.tags ?? []) edit.tag(table, owner, ensureTag(edit, name), true);
  for (const name of change.untag ?? []) {
    const tag = findNamed(edit.reader, name);
    if (tag !== null) edit.tag(table, owner, tag, false);
  }
}

/** The live tag of that name or alias. */
export function findNamed(reader: Reader, name: string): TagId | null {
  const key = tagKey(name);
  const row = reader.get<{ id: TagId }>(
    `SELECT id FROM tag WHERE name_key = ? AND deleted_at IS NULL
     UNION ALL SELECT tag.id FROM tag_alias JOIN tag ON tag.id = tag_alias.tag_id
     WHERE tag_alias.name_key = ? AND tag_alias.deleted_at IS NULL AND tag.deleted_at IS NULL LIMIT 1`,
    key,
    key,
  );
  return row?.id ?? null;
}

/** The live tag of that name, alias or id. @throws DossierError not-found */
export function findTag(reader: Reader, given: string): TagId {
  const id =
    findNamed(reader, given) ??
    reader.get<{ id: TagId }>('SELECT id FROM tag WHERE id = ? AND deleted_at IS NULL', given)?.id;
  if (id === undefined) throw new DossierError('not-found', { what: 'tag', name: given });
  return id;
}

/**
 * What `hasTag` asks: the ids of the tag and of those below it, as JSON. None where there is no such tag, since nothing
 * carries it; undefined where nothing is asked.
 */
export function tagScope(
  reader: Reader,
  { tag, exactTag }: { readonly tag?: string | undefined; readonly exactTag?: boolean | undefined },
): string | undefined {
  if (tag === undefined) return undefined;
  const id = findNamed(reader, tag);
  if (id === null) return '[]';
  return JSON.stringify(
    exactTag
      ? [id]
      : TagTree.read(reader)
          .familyOf(id)
          .map((each) => each.id),
  );
}

/** @returns the id of the live tag of that name or alias */
export function ensureTag(edit: Edit, name: string): TagId {
  const clean = cleanTagName(name);
  return findNamed(edit.reader, clean) ?? insertTag(edit, { name: clean });
}

interface NewTag {
  /** Clean, and free. */
  readonly name: string;
  readonly parent?: TagId | null;
  readonly meaning?: string;
  readonly color?: Tag['color'];
  readonly guid?: string | null;
}

export function insertTag(edit: Edit, { name, parent, meaning, color, guid }: NewTag): TagId {
  const id = edit.ids.next() as TagId;
  edit.insert('tag', {
    id,
    parent_id: parent ?? null,
    name,
    name_key: tagKey(name),
    meaning: meaning ?? '',
    color: color ?? null,
    guid: guid ?? null,
    created_at: edit.now,
    deleted_at: null,
  });
  return id;
}

const LIVE_OWNERS: Readonly<Record<TagOwner, string>> = {
  source: 'SELECT id FROM live_source',
  excerpt: 'SELECT id FROM live_excerpt',
  claim: 'SELECT id FROM claim WHERE deleted_at IS NULL',
  note: 'SELECT id FROM note WHERE deleted_at IS NULL',
};

const KINDS = Object.keys(LIVE_OWNERS) as TagOwner[];

interface Tagging {
  readonly kind: TagOwner;
  readonly owner: string;
  readonly tag: string;
}

/** What live things carry. @param among only these tags */
export function readTaggings(reader: Reader, among?: readonly TagNode[]): readonly Tagging[] {
  const only = among ? 'AND tag_id IN (SELECT value FROM json_each(?))' : '';
  const ids = among ? [JSON.stringify(among.map(({ id }) => id))] : [];
  return KINDS.flatMap((kind) =>
    reader.all<Tagging>(
      `SELECT '${kind}' AS kind, owner_id AS owner, tag_id AS tag FROM ${kind}_tag
       WHERE owner_id IN (${LIVE_OWNERS[kind]}) ${only} ORDER BY owner_id`,
      ...ids,
    ),
  );
}

type Counts = { -readonly [Kind in TagOwner]: number };

const noCounts = (): Counts => ({ source: 0, excerpt: 0, claim: 0, note: 0 });

class TagCounts {
  readonly own = new Map<string, Counts>();
  readonly within = new Map<string, number>();

  /** @param taggings those of one thing stand together */
  constructor(tree: TagTree, taggings: readonly Tagging[]) {
    let owner = '';
    let met = new Set<string>();
    for (const tagging of taggings) {
      if (!tree.get(tagging.tag)) continue;
      if (tagging.owner !== owner) {
        owner = tagging.owner;
        met = new Set();
      }
      const counts = this.own.get(tagging.tag) ?? noCounts();
      counts[tagging.kind] += 1;
      this.own.set(tagging.tag, counts);
      for (const { id } of tree.lineOf(tagging.tag)) {
        if (met.has(id)) continue;
        met.add(id);
        this.within.set(id, (this.within.get(id) ?? 0) + 1);
      }
    }
  }
}

function toTag(tree: TagTree, counts: TagCounts, aliases: readonly string[], node: TagNode): Tag {
  const own = counts.own.get(node.id) ?? noCounts();
  return {
    id: node.id,
    name: node.name,
    parent: node.parentId === null ? null : (tree.get(node.parentId)?.name ?? null),
    meaning: node.meaning,
    color: node.color,
    aliases: [...aliases],
    count: KINDS.reduce((sum, kind) => sum + own[kind], 0),
    counts: own,
    within: counts.within.get(node.id) ?? 0,
  };
}

/** By name. */
export function listTags(reader: Reader): Tag[] {
  const tree = TagTree.read(reader);
  const counts = new TagCounts(tree, readTaggings(reader));
  const aliases = Map.groupBy(readAliases(reader), ({ tag }) => tag);
  return tree.nodes.map((node) =>
    toTag(tree, counts, aliases.get(node.id)?.map(({ name }) => name) ?? [], node),
  );
}

/** @throws DossierError not-found */
export function getTag(reader: Reader, id: string): Tag {
  const tree = TagTree.read(reader);
  const node = tree.get(id);
  if (!node) throw new DossierError('not-found', { what: 'tag', id });
  const counts = new TagCounts(tree, readTaggings(reader, tree.familyOf(id)));
  const aliases = readAliases(reader, id).map(({ name }) => name);
  return toTag(tree, counts, aliases, node);
}

export interface Alias {
  readonly id: string;
  readonly tag: TagId;
  readonly name: string;
  readonly key: string;
}

/** Live ones, by name. */
export function readAliases(reader: Reader, tag?: string): readonly Alias[] {
  const sql = `SELECT id, tag_id AS tag, name, name_key AS key FROM tag_alias WHERE deleted_at IS NULL`;
  return tag === undefined
    ? reader.all<Alias>(`${sql} ORDER BY name_key`)
    : reader.all<Alias>(`${sql} AND tag_id = ? ORDER BY name_key`, tag);
}
