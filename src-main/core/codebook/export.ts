import type { Checked, Output } from '../../common/contract/commands.ts';
import type { Tag, Warning } from '../../common/contract/entities.ts';
import type { Context } from '../handler.ts';
import { TagTree } from '../storage/tag-tree.ts';
import { listTags } from '../storage/tags.ts';
import { writeCsv } from './csv.ts';
import { writeQdc } from './qdc.ts';

/** @throws DossierError target-exists, target-unwritable, disk-full */
export async function exportCodebook(
  { notebook, ports, signal }: Context,
  { format, out, force }: Checked<'tag.export'>,
): Promise<Output<'tag.export'>> {
  const tree = TagTree.read(notebook.reader);
  const tags = inOrder(tree, listTags(notebook.reader));
  const content = format === 'csv' ? writeCsv(tags) : writeQdc(tree);
  const warnings = format === 'csv' ? [] : leftOut(tags);
  const bytes = new TextEncoder().encode(content);
  const answer = { bytes: bytes.length, warnings };
  if (out === undefined) return { path: `codebook.${format}`, content, ...answer };
  signal.throwIfAborted();
  await ports.files.write({ out, layout: 'file', force: force ?? false }, [
    { path: `codebook.${format}`, bytes },
  ]);
  return { path: out, content: null, ...answer };
}

/** Each below its parent, as a tree is read. */
function inOrder(tree: TagTree, tags: readonly Tag[]): readonly Tag[] {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const walk = (id: string | null): readonly Tag[] =>
    tree.childrenOf(id).flatMap((node) => {
      const tag = byId.get(node.id);
      return tag ? [tag, ...walk(node.id)] : [];
    });
  return walk(null);
}

function leftOut(tags: readonly Tag[]): Warning[] {
  const count = tags.reduce((sum, { aliases }) => sum + aliases.length, 0);
  if (count === 0) return [];
  const message = `The format has no place for aliases: ${count} were left out.`;
  return [{ code: 'codebook-no-aliases', message, details: { count } }];
}
