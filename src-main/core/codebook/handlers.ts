/** The codebook: tags with their order, meaning, colour and other names. */
import { TAG_OWNERS, type Tag, type TagId } from '../../common/contract/entities.ts';
import { mutation, query, type Handlers } from '../handler.ts';
import type { Edit } from '../storage/edit.ts';
import { listOverlaps, listShared, TaggedThings } from '../storage/tag-overlaps.ts';
import { TagTree } from '../storage/tag-tree.ts';
import { listUses } from '../storage/tag-uses.ts';
import { ensureTag, findTag, getTag, listTags } from '../storage/tags.ts';
import { checkNote } from '../storage/user-text.ts';
import { addTag, mergeTags, moveTag, nodeOf, removeTag, renameTag, setAliases } from './changes.ts';
import { cleanMeaning } from './code.ts';
import { exportCodebook } from './export.ts';
import { readCodebook } from './formats.ts';
import { mergeCodebook } from './import.ts';
import { planMerge } from './merge-plan.ts';

const USES = 100;
const OVERLAPS = 50;

export const codebookHandlers = {
  'tag.list': query(({ notebook }) => ({ tags: listTags(notebook.reader) })),

  'tag.describe': mutation((edit, { name, ...said }) => {
    const id = ensureTag(edit, name);
    describe(edit, id, said);
    return answer(edit, id);
  }),

  'tag.add': mutation((edit, { name, parent, aliases, ...said }) => {
    const above = parent === undefined || parent === null ? null : findTag(edit.reader, parent);
    const id = addTag(edit, { name, parent: above });
    describe(edit, id, said);
    setAliases(edit, id, aliases ?? []);
    return answer(edit, id);
  }),

  'tag.edit': mutation((edit, { tag, aliases, ...said }) => {
    const id = findTag(edit.reader, tag);
    describe(edit, id, said);
    if (aliases !== undefined) setAliases(edit, id, aliases);
    return answer(edit, id);
  }),

  'tag.rename': mutation((edit, { tag, name, keep }) => {
    const id = findTag(edit.reader, tag);
    renameTag(edit, id, name, keep ?? false);
    return answer(edit, id);
  }),

  'tag.move': mutation((edit, { tag, parent }) => {
    const id = findTag(edit.reader, tag);
    moveTag(edit, id, parent === null ? null : findTag(edit.reader, parent));
    return answer(edit, id);
  }),

  'tag.merge': mutation((edit, { tag, into }) => {
    const id = findTag(edit.reader, tag);
    const target = findTag(edit.reader, into);
    const { name } = nodeOf(TagTree.read(edit.reader), id);
    mergeTags(edit, id, target);
    const merged = answer(edit, target);
    edit.subject = `${name} → ${merged.tag.name}`;
    return merged;
  }),

  'tag.compare': query(({ notebook: { reader } }, { tag, into }) =>
    planMerge(reader, findTag(reader, tag), findTag(reader, into)),
  ),

  'tag.remove': mutation((edit, { tag, below }) => {
    const id = findTag(edit.reader, tag);
    const removed = removeTag(edit, id, below ?? false);
    edit.subject = removed[0] ?? '';
    return { id, removed };
  }),

  'tag.uses': query(({ notebook: { reader } }, { tag, exactTag, kind, limit, offset }) => {
    const family = TagTree.read(reader).familyOf(findTag(reader, tag));
    return listUses(reader, exactTag ? family.slice(0, 1) : family, {
      kinds: kind === undefined ? TAG_OWNERS : [kind],
      limit: limit ?? USES,
      offset: offset ?? 0,
    });
  }),

  'tag.overlaps': query(({ notebook: { reader } }, { tag, other, limit }) => {
    const tree = TagTree.read(reader);
    const things = new TaggedThings(reader, tree);
    const id = findTag(reader, tag);
    return {
      tag: nodeOf(tree, id).name,
      overlaps: listOverlaps(things, id, limit ?? OVERLAPS),
      shared: other === undefined ? null : listShared(things, id, findTag(reader, other)),
    };
  }),

  'tag.export': query((context, input) => exportCodebook(context, input)),

  'tag.import': mutation((edit, { bytes, fileName, update }) => {
    const codes = readCodebook(bytes, fileName ?? null);
    edit.subject = fileName ?? '';
    return mergeCodebook(edit, codes, update ?? false);
  }),
} satisfies Handlers;

function describe(
  edit: Edit,
  id: TagId,
  { meaning, color }: { readonly meaning?: string | undefined; readonly color?: Tag['color'] | undefined },
): void {
  edit.update('tag', id, {
    ...(meaning === undefined ? {} : { meaning: checkNote(cleanMeaning(meaning)) }),
    ...(color === undefined ? {} : { color }),
  });
}

function answer(edit: Edit, id: TagId): { tag: Tag } {
  const tag = getTag(edit.reader, id);
  edit.subject = tag.name;
  return { tag };
}
