/** What can be done to a tag. Each works within one mutation, and through `Edit`, so that one undo takes it back. */
import { DEEPEST_TAG } from '../../common/contract/codebook.ts';
import type { TagId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import type { Edit, TagTable } from '../storage/edit.ts';
import { cleanTagName, findNamed, insertTag, readAliases, readTaggings, tagKey } from '../storage/tags.ts';
import { TagTree, type TagNode } from '../storage/tag-tree.ts';

/** @throws DossierError not-found */
export function nodeOf(tree: TagTree, id: string): TagNode {
  const node = tree.get(id);
  if (!node) throw new DossierError('not-found', { what: 'tag', id });
  return node;
}

/** A name that no other tag has, nor as an alias. @throws DossierError invalid, too-large, duplicate */
export function requireFree(edit: Edit, name: string, own: TagId | null = null): string {
  const clean = cleanTagName(name);
  const taken = findNamed(edit.reader, clean);
  if (taken !== null && taken !== own) throw new DossierError('duplicate', { what: 'tag', name: clean });
  return clean;
}

/** @throws DossierError as `requireFree`, too-large where it would be too deep */
export function addTag(
  edit: Edit,
  {
    parent,
    ...tag
  }: { readonly name: string; readonly parent: TagId | null } & Partial<
    Pick<TagNode, 'meaning' | 'color' | 'guid'>
  >,
): TagId {
  if (parent !== null) requireDepth(TagTree.read(edit.reader), parent, 1);
  return insertTag(edit, { ...tag, parent, name: requireFree(edit, tag.name) });
}

/** @throws DossierError duplicate where another tag has the name */
export function renameTag(edit: Edit, id: TagId, name: string, keep: boolean): void {
  const before = nodeOf(TagTree.read(edit.reader), id).name;
  const clean = requireFree(edit, name, id);
  // Its own alias: what was the other name becomes the name.
  removeAliases(edit, id, (key) => key === tagKey(clean));
  edit.update('tag', id, { name: clean, name_key: tagKey(clean) });
  if (keep && tagKey(before) !== tagKey(clean)) addAlias(edit, id, before);
}

/** @throws DossierError invalid where it would be below itself, too-large where too deep */
export function moveTag(edit: Edit, id: TagId, parent: TagId | null): void {
  const tree = TagTree.read(edit.reader);
  if (parent !== null) {
    if (tree.lineOf(parent).some((above) => above.id === id))
      throw new DossierError('invalid', { what: 'tag', reason: 'circle', name: nodeOf(tree, id).name });
    requireDepth(tree, parent, tree.heightOf(id));
  }
  edit.update('tag', id, { parent_id: parent });
}

function requireDepth(tree: TagTree, parent: TagId, height: number): void {
  const depth = tree.lineOf(parent).length + height;
  if (depth > DEEPEST_TAG)
    throw new DossierError('too-large', { what: 'tag-depth', count: depth, limit: DEEPEST_TAG });
}

/** Gives it these aliases and no others; its own name is none. @throws DossierError duplicate */
export function setAliases(edit: Edit, id: TagId, names: readonly string[]): void {
  const own = tagKey(nodeOf(TagTree.read(edit.reader), id).name);
  const wanted = new Map(
    names.map((name) => requireFree(edit, name, id)).map((name) => [tagKey(name), name] as const),
  );
  wanted.delete(own);
  removeAliases(edit, id, (key) => !wanted.has(key));
  for (const alias of readAliases(edit.reader, id)) {
    edit.update('tag_alias', alias.id, { name: wanted.get(alias.key) ?? alias.name });
    wanted.delete(alias.key);
  }
  for (const name of wanted.values()) addAlias(edit, id, name);
}

/** @param name clean, and free */
export function addAlias(edit: Edit, tag: TagId, name: string): void {
  edit.insert('tag_alias', {
    id: edit.ids.next(),
    tag_id: tag,
    name,
    name_key: tagKey(name),
    created_at: edit.now,
    deleted_at: null,
  });
}

function removeAliases(edit: Edit, tag: TagId, which: (key: string) => boolean): void {
  for (const { id, key } of readAliases(edit.reader, tag))
    if (which(key)) edit.update('tag_alias', id, { deleted_at: edit.now });
}

/** Its taggings stay, unseen, and come back with it. @returns the names of what was removed */
export function removeTag(edit: Edit, id: TagId, below: boolean): string[] {
  const tree = TagTree.read(edit.reader);
  const { parentId } = nodeOf(tree, id);
  const gone = below ? tree.familyOf(id) : tree.familyOf(id).slice(0, 1);
  if (!below) for (const child of tree.childrenOf(id)) edit.update('tag', child.id, { parent_id: parentId });
  // From below: no tag ever stands under one that is gone.
  for (const tag of gone.toReversed()) retire(edit, tag.id);
  return gone.map(({ name }) => name);
}

/** To the trash with its aliases, so that all its names are free. */
function retire(edit: Edit, id: TagId): void {
  removeAliases(edit, id, () => true);
  edit.update('tag', id, { deleted_at: edit.now });
}

/**
 * What carries `id` carries `into` as well; children, names and a meaning that the other lacks go over, and `id` goes to
 * the trash. Its own taggings stay with it, unseen, so that undo only takes off what was put on.
 */
export function mergeTags(edit: Edit, id: TagId, into: TagId): void {
  const tree = TagTree.read(edit.reader);
  const [from, to] = [nodeOf(tree, id), nodeOf(tree, into)];
  if (id === into) throw new DossierError('invalid', { what: 'tag', reason: 'itself', name: from.name });
  const isBelow = tree.lineOf(into).some((above) => above.id === id);
  // What takes the place of a tag above it stands where that one stood.
  if (isBelow) edit.update('tag', into, { parent_id: from.parentId });
  for (const child of tree.childrenOf(id)) if (child.id !== into) moveTag(edit, child.id, into);
  for (const { kind, owner } of readTaggings(edit.reader, [from]))
    edit.tag(`${kind}_tag` satisfies TagTable, owner, into, true);
  const names = [from.name, ...readAliases(edit.reader, id).map(({ name }) => name)];
  retire(edit, id);
  for (const name of names) addAlias(edit, into, name);
  edit.update('tag', into, { meaning: joinMeanings(from, to), color: to.color ?? from.color });
}

/** What both say stays; whose words the second ones were is said with them. */
function joinMeanings(from: TagNode, to: TagNode): string {
  if (from.meaning === '' || from.meaning === to.meaning) return to.meaning;
  return to.meaning === '' ? from.meaning : `${to.meaning}\n\n${from.name}: ${from.meaning}`;
}
