/**
 * A file's codes and the tags that are here, brought together. A code is the tag with its GUID, or else with its name or
 * alias; the same file again therefore changes nothing. What is here stays as it is, unless the file is to replace it.
 */
import { DEEPEST_TAG, MOST_TAGS, type ImportedCodebook } from '../../common/contract/codebook.ts';
import type { TagId, Warning } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { shorten } from '../../common/language/shorten.ts';
import type { Edit } from '../storage/edit.ts';
import { TagTree, type TagNode } from '../storage/tag-tree.ts';
import { cleanTagName, insertTag, readAliases, tagKey } from '../storage/tags.ts';
import { checkNote } from '../storage/user-text.ts';
import { addAlias } from './changes.ts';
import { cleanMeaning, type Code } from './code.ts';

/** @throws DossierError invalid, too-large: nothing is taken then */
export function mergeCodebook(edit: Edit, codes: readonly Code[], update: boolean): ImportedCodebook {
  return new CodebookImport(edit, codes, update).run();
}

/** Leaves room for what tells two names apart. */
const BASE_LENGTH = 140;

class CodebookImport {
  /** Names and aliases, as they are told apart. */
  readonly #names = new Map<string, TagId>();
  readonly #guids = new Map<string, TagId>();
  readonly #before: TagTree;
  readonly #parents = new Map<TagId, TagId | null>();
  /** By the code's place: the tag that it is. */
  readonly #tags: TagId[] = [];
  readonly #added = new Set<TagId>();
  readonly #changed = new Set<TagId>();
  readonly #leftOut = new Map<string, { count: number; name: string }>();

  constructor(
    private readonly edit: Edit,
    private readonly codes: readonly Code[],
    private readonly update: boolean,
  ) {
    this.#before = TagTree.read(edit.reader);
    for (const { tag, key } of readAliases(edit.reader)) this.#names.set(key, tag);
    for (const { id, key, guid, parentId } of this.#before.nodes) {
      this.#names.set(key, id);
      this.#guids.set(id, id);
      if (guid !== null) this.#guids.set(guid, id);
      this.#parents.set(id, parentId);
    }
  }

  run(): ImportedCodebook {
    this.#findTags();
    this.codes.forEach((code, at) => {
      this.#tell(at, code);
    });
    this.#placeAll();
    this.codes.forEach((code, at) => {
      for (const alias of code.aliases) this.#addAlias(at, alias);
    });
    const known = new Set(this.#tags.filter((id) => !this.#added.has(id)));
    return {
      added: this.#added.size,
      changed: this.#changed.size,
      unchanged: known.size - this.#changed.size,
      warnings: this.#warnings(),
    };
  }

  /** GUIDs first: a tag that was renamed here is not to be taken by a code that has its old name. */
  #findTags(): void {
    const taken = new Set<TagId>();
    const take = (at: number, id: TagId): void => {
      this.#tags[at] = id;
      taken.add(id);
    };
    this.codes.forEach(({ guid }, at) => {
      const id = guid === null ? undefined : this.#guids.get(guid.toLowerCase());
      if (id !== undefined && !taken.has(id)) take(at, id);
    });
    const tries = new Map<string, number>();
    this.codes.forEach((code, at) => {
      if (this.#tags[at] === undefined) take(at, this.#findNamed(code, taken, tries));
    });
  }

  /** A tag of that name, of that name with its parent's, or a new one. */
  #findNamed(code: Code, taken: ReadonlySet<TagId>, tries: Map<string, number>): TagId {
    const clean = cleanTagName(code.name);
    const start = tries.get(tagKey(clean)) ?? 0;
    for (let turn = start; ; turn += 1) {
      const name = this.#tellApart(clean, code, turn);
      const known = this.#names.get(tagKey(name));
      if (known !== undefined && taken.has(known)) continue;
      tries.set(tagKey(clean), turn);
      if (turn > 0) this.#leave('codebook-renamed', clean);
      return known ?? this.#insert(name, code);
    }
  }

  #tellApart(name: string, code: Code, turn: number): string {
    if (turn === 0) return name;
    const parent = this.#parentName(code);
    const base = shorten(name, BASE_LENGTH);
    if (turn === 1 && parent !== null) return cleanTagName(`${base} (${shorten(parent, 40)})`);
    return cleanTagName(`${base} (${turn + (parent === null ? 1 : 0)})`);
  }

  #parentName({ parent }: Code): string | null {
    return typeof parent === 'number' ? (this.codes[parent]?.name ?? null) : (parent ?? null);
  }

  #insert(name: string, { guid }: Pick<Code, 'guid'>): TagId {
    // Ids of another notebook's own tags are kept too: that is how they are known when they come again.
    const fresh = guid !== null && !this.#guids.has(guid.toLowerCase()) ? guid.toLowerCase() : null;
    const id = insertTag(this.edit, { name, guid: fresh });
    this.#names.set(tagKey(name), id);
    if (fresh !== null) this.#guids.set(fresh, id);
    this.#parents.set(id, null);
    this.#added.add(id);
    return id;
  }

  #tagAt(at: number): TagId {
    const id = this.#tags[at];
    if (id === undefined) throw new DossierError('internal', { what: 'codebook' });
    return id;
  }

  /** Its meaning and colour, and how another program knows it; its name, where the file's is to replace it. */
  #tell(at: number, code: Code): void {
    const id = this.#tagAt(at);
    const node = this.#before.get(id);
    const meaning = checkNote(cleanMeaning(code.meaning));
    const takes = (here: unknown): boolean =>
      here === undefined || here === null || here === '' || this.update;
    this.#change(id, {
      ...(meaning !== '' && takes(node?.meaning) ? { meaning } : {}),
      ...(code.color !== null && takes(node?.color) ? { color: code.color } : {}),
      ...this.#newGuid(id, node, code.guid?.toLowerCase() ?? null),
      ...(node && this.update ? this.#newName(id, node, code) : {}),
    });
  }

  #newGuid(id: TagId, node: TagNode | undefined, guid: string | null): { guid?: string } {
    if (!node || node.guid !== null || guid === null || this.#guids.has(guid)) return {};
    this.#guids.set(guid, id);
    return { guid };
  }

  /** Only of a tag that is known by its GUID: one that was found by its name has it. */
  #newName(id: TagId, node: TagNode, code: Code): { name?: string; name_key?: string } {
    const name = cleanTagName(code.name);
    const key = tagKey(name);
    if (this.#names.get(key) === id && key !== node.key) return {};
    const owner = this.#names.get(key);
    if (owner !== undefined && owner !== id) {
      if (code.guid !== null) this.#leave('codebook-renamed', name);
      return {};
    }
    this.#names.delete(node.key);
    this.#names.set(key, id);
    return { name, name_key: key };
  }

  /** Worked out before anything is written: a file may turn a branch upside down. */
  #placeAll(): void {
    const isSaid = ({ parent }: Code): boolean => parent !== undefined;
    if (this.update)
      this.codes.forEach((code, at) => {
        if (isSaid(code)) this.#parents.set(this.#tagAt(at), null);
      });
    this.codes.forEach((code, at) => {
      this.#place(this.#tagAt(at), code);
    });
    for (const [id, parent] of this.#parents) {
      this.#requireDepth(id);
      const before = this.#before.get(id)?.parentId ?? null;
      if (parent !== before) this.#change(id, { parent_id: parent });
    }
  }

  #place(id: TagId, code: Code): void {
    const parent = this.#findParent(code);
    const here = this.#parents.get(id) ?? null;
    if (parent === null || here !== null) return;
    if (this.#lineOf(parent).includes(id)) this.#leave('codebook-circle', code.name);
    else this.#parents.set(id, parent);
  }

  /** One that is only named as a parent is a tag too. */
  #findParent({ parent }: Code): TagId | null {
    if (parent === null || parent === undefined) return null;
    if (typeof parent === 'number') return this.#tagAt(parent);
    const name = cleanTagName(parent);
    return this.#names.get(tagKey(name)) ?? this.#insert(name, { guid: null });
  }

  /** Itself first. What is far too deep already is not walked to its end: it is refused after. */
  #lineOf(id: TagId): readonly TagId[] {
    const line: TagId[] = [];
    for (
      let at: TagId | null = id;
      at !== null && line.length < MOST_TAGS;
      at = this.#parents.get(at) ?? null
    )
      line.push(at);
    return line;
  }

  /** @throws DossierError too-large */
  #requireDepth(id: TagId): void {
    let depth = 0;
    for (let at: TagId | null = id; at !== null; at = this.#parents.get(at) ?? null) {
      depth += 1;
      if (depth > DEEPEST_TAG)
        throw new DossierError('too-large', { what: 'tag-depth', count: depth, limit: DEEPEST_TAG });
    }
  }

  #addAlias(at: number, alias: string): void {
    const id = this.#tagAt(at);
    const name = cleanTagName(alias);
    const owner = this.#names.get(tagKey(name));
    if (owner === id) return;
    if (owner !== undefined) {
      this.#leave('codebook-alias-taken', name);
      return;
    }
    addAlias(this.edit, id, name);
    this.#names.set(tagKey(name), id);
    if (!this.#added.has(id)) this.#changed.add(id);
  }

  #change(id: TagId, values: Readonly<Record<string, string | null>>): void {
    const before = this.edit.patches.length;
    this.edit.update('tag', id, values);
    if (this.edit.patches.length > before && !this.#added.has(id)) this.#changed.add(id);
  }

  #leave(code: string, name: string): void {
    const known = this.#leftOut.get(code);
    this.#leftOut.set(code, { count: (known?.count ?? 0) + 1, name: known?.name ?? shorten(name, 60) });
  }

  #warnings(): Warning[] {
    return [...this.#leftOut].map(([code, details]) => ({
      code,
      message: `${code}: ${details.count}`,
      details,
    }));
  }
}
