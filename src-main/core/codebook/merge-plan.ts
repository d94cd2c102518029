import type { MergePlan } from '../../common/contract/codebook.ts';
import type { TagId, TagOwner } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import type { Reader } from '../storage/connection.ts';
import { TagTree } from '../storage/tag-tree.ts';
import { getTag, readTaggings } from '../storage/tags.ts';
import { nodeOf } from './changes.ts';

/** What merging would do, told before it is done. @throws DossierError invalid where both are one tag */
export function planMerge(reader: Reader, id: TagId, into: TagId): MergePlan {
  const tree = TagTree.read(reader);
  const [from, to] = [nodeOf(tree, id), nodeOf(tree, into)];
  if (id === into) throw new DossierError('invalid', { what: 'tag', reason: 'itself', name: from.name });
  const has = new Set(readTaggings(reader, [to]).map(({ kind, owner }) => `${kind} ${owner}`));
  const carried = readTaggings(reader, [from]).map(({ kind, owner }) => ({
    kind,
    both: has.has(`${kind} ${owner}`),
  }));
  const count = (kind: TagOwner, both: boolean): number =>
    carried.filter((each) => each.kind === kind && each.both === both).length;
  const counts = (both: boolean) => ({
    sources: count('source', both),
    excerpts: count('excerpt', both),
    claims: count('claim', both),
    notes: count('note', both),
  });
  const tag = getTag(reader, id);
  return {
    from: tag,
    into: getTag(reader, into),
    moves: counts(false),
    both: counts(true),
    children: tree
      .childrenOf(id)
      .filter((child) => child.id !== into)
      .map(({ name }) => name),
    aliases: [tag.name, ...tag.aliases],
  };
}
