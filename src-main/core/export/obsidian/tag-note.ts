/** The note of a tag: what it means, where it stands among the others, and everything that carries it. */
import type { TagNode } from '../../storage/tag-tree.ts';
import { tagKey } from '../../storage/tags.ts';
import { bullets, joined, paragraph, type MarkdownBlock, type Phrase } from '../markdown/write.ts';
import { anchorOf } from './source-note.ts';
import { tagProperties, vaultWriter as write, wikilink, type Vault } from './vault.ts';

/** Links to what carries each tag, by the tag's key. */
export type TagUses = ReadonlyMap<string, readonly Phrase[]>;

export function listUses(vault: Vault): TagUses {
  const uses = new Map<string, Phrase[]>();
  const add = (tags: readonly string[], link: Phrase): void => {
    for (const tag of tags) {
      const list = uses.get(tagKey(tag));
      if (list) list.push(link);
      else uses.set(tagKey(tag), [link]);
    }
  };
  for (const { source, excerpts } of vault.data.sources) {
    add(source.tags, wikilink(vault, source.id, source.title));
    for (const { id, exact, tags } of excerpts)
      if (tags.length > 0) add(tags, wikilink(vault, source.id, shortened(exact), anchorOf(id)));
  }
  for (const { id, statement, tags } of vault.data.claims) add(tags, wikilink(vault, id, statement));
  for (const { id, title, tags } of vault.data.notes) add(tags, wikilink(vault, id, title));
  return uses;
}

const LONGEST = 100;

function shortened(exact: string): string {
  return exact.length <= LONGEST ? exact : `${exact.slice(0, LONGEST).toWellFormed()}…`;
}

export function tagProperty(node: TagNode, vault: Vault): object {
  return { aliases: [node.name], tags: tagProperties(vault, [node.name]), color: node.color };
}

export function tagNote(node: TagNode, vault: Vault, uses: TagUses): MarkdownBlock[] {
  const { own, tags, data } = vault;
  const above = node.parentId === null ? undefined : data.tags.get(node.parentId);
  const below = tags.filter(({ parentId }) => parentId === node.id);
  const line = (title: string, nodes: readonly TagNode[]): MarkdownBlock[] =>
    nodes.length === 0
      ? []
      : [joined(write.strong(title), ...nodes.map(({ id, name }) => wikilink(vault, id, name)))];
  const found = uses.get(node.key) ?? [];
  return [
    write.heading(1, node.name),
    ...write.prose(node.meaning),
    ...line(own.above, above ? [above] : []),
    ...line(own.below, below),
    ...(found.length === 0 ? [] : [bullets(found.map((link) => [paragraph(link)]))]),
  ];
}
