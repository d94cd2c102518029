/** Which notes a vault has, what their files are called, and how they link to each other. */
import { safeNames } from '../file-names.ts';
import type { TagNode } from '../../storage/tag-tree.ts';
import { tagKey } from '../../storage/tags.ts';
import { createWriter, oneLine, type Phrase } from '../markdown/write.ts';
import type { ExportData } from '../model.ts';
import type { ExportWords } from '../words.ts';
import { escapeForObsidian } from './escape.ts';
import { tagPath } from './tag-names.ts';
import { VAULT_WORDS, type VaultWords } from './words.ts';

export const vaultWriter = createWriter(escapeForObsidian);

export interface Vault {
  readonly data: ExportData;
  readonly words: ExportWords;
  readonly own: VaultWords;
  /** Tags that something of the export carries, and those above them. */
  readonly tags: readonly TagNode[];
  /** Without an extension, by the id of the source, claim, tag or note; the index by an empty one. */
  readonly paths: ReadonlyMap<string, string>;
  /** Ids of the highlights that stand in the vault. */
  readonly excerpts: ReadonlySet<string>;
  /** Of a tag by its name. */
  tagOf(name: string): TagNode | undefined;
}

export function openVault(data: ExportData, words: ExportWords): Vault {
  const own = VAULT_WORDS[words.locale];
  const byKey = new Map(data.tags.nodes.map((node) => [node.key, node]));
  const tagOf = (name: string): TagNode | undefined => byKey.get(tagKey(name));
  const tags = usedTags(data, tagOf);
  const notes = [
    { id: '', folder: '', title: data.notebook },
    ...data.sources.map(({ source }) => ({ id: source.id, folder: words.sources, title: source.title })),
    ...data.claims.map(({ id, statement }) => ({ id, folder: words.claims, title: statement })),
    ...tags.map(({ id, name }) => ({ id, folder: own.tags, title: name })),
    ...data.notes.map(({ id, title }) => ({ id, folder: words.notes, title })),
  ];
  // No two in the whole vault: a link by the name alone finds its note too.
  const names = safeNames(
    notes.map(({ title }) => plainName(title)),
    words.untitled,
  );
  const paths = notes.map(({ id, folder }, at) => {
    const name = names[at] ?? '';
    return [id as string, folder === '' ? name : `${folder}/${name}`] as const;
  });
  const excerpts = new Set<string>(data.sources.flatMap((entry) => entry.excerpts.map(({ id }) => id)));
  return { data, words, own, tags, tagOf, excerpts, paths: new Map(paths) };
}

/** Without what ends a link, and without what begins code or a comment, which Obsidian and its plugins look for in names too. */
function plainName(title: string): string {
  return title
    .replace(/[#^[\]]/g, ' ')
    .replaceAll('`', '’')
    .replace(/%{2,}/g, '%');
}

function usedTags(
  { tags, sources, claims, notes }: ExportData,
  tagOf: (name: string) => TagNode | undefined,
): TagNode[] {
  const named = [
    ...sources.flatMap(({ source, excerpts }) => [...source.tags, ...excerpts.flatMap((each) => each.tags)]),
    ...claims.flatMap((claim) => claim.tags),
    ...notes.flatMap((note) => note.tags),
  ];
  const used = new Set<string>();
  for (const name of new Set(named)) {
    const node = tagOf(name);
    for (const each of node ? tags.lineOf(node.id) : []) used.add(each.id);
  }
  return tags.nodes.filter(({ id }) => used.has(id));
}

/** A link to a note of the vault; its title alone where the note is not in it. */
export function wikilink(vault: Vault, id: string, title: string, anchor = ''): Phrase {
  const path = vault.paths.get(id);
  if (path === undefined) return vaultWriter.text(oneLine(title));
  return `[[${path}${anchor}|${plainAlias(title)}]]` as Phrase;
}

/** Within a link nothing is escaped: what would end it stands as its neighbour. */
function plainAlias(title: string): string {
  const alias = oneLine(title)
    .replace(/[[\]|\\`]/g, (sign) => ALIAS_SIGNS[sign] ?? ' ')
    .replace(/%{2,}/g, '%');
  return alias === '' ? '…' : alias;
}

const ALIAS_SIGNS: Readonly<Record<string, string>> = { '[': '(', ']': ')', '|': '¦', '\\': '/', '`': '’' };

/** Links to the tags' notes, for a line of them. */
export function tagLinks(vault: Vault, tags: readonly string[]): Phrase[] {
  const links = tags.map((name) => wikilink(vault, vault.tagOf(name)?.id ?? '-', name));
  return links.length === 0 ? [] : [links.join(' ') as Phrase];
}

/** Tags as Obsidian's properties take them; what cannot be one is in the links alone. */
export function tagProperties(vault: Vault, tags: readonly string[]): string[] {
  const paths = tags.map((name) => {
    const node = vault.tagOf(name);
    return tagPath(node ? vault.data.tags.lineOf(node.id).map((each) => each.name) : [name]);
  });
  return [...new Set(paths.filter((path) => path !== ''))];
}
