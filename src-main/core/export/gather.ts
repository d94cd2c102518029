/** Reads what an export needs from the notebook. */
import { COLORS, type Color, type Source, type Version } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { readAuthor } from '../storage/author.ts';
import { readCitekeys } from '../storage/citekeys.ts';
import { listClaims } from '../storage/claims.ts';
import { getCollection } from '../storage/collections.ts';
import type { Reader } from '../storage/connection.ts';
import { listExcerpts } from '../storage/excerpts.ts';
import { listPictured } from '../storage/images.ts';
import { listNotes } from '../storage/notes.ts';
import { readSettings } from '../storage/settings.ts';
import { listSources, listVersions } from '../storage/sources.ts';
import { VersionTexts } from '../storage/version-texts.ts';
import { TagTree } from '../storage/tag-tree.ts';
import { findNamed, tagKey } from '../storage/tags.ts';
import type { ExportData, ExportImages, ExportSource, Scope } from './model.ts';
import { applyScope, type Everything } from './scope.ts';

const COLOR_NAMES = 'colors.names';

/** What of the notebook an export carries, before any text is read. */
export interface Chosen {
  /** Of the whole notebook. */
  readonly keys: ReadonlyMap<string, string>;
  readonly things: Everything;
}

/** @throws DossierError not-found for a source, collection, tag or claim that is not in the notebook */
export function choose(reader: Reader, scope: Scope): Chosen {
  const all = readAll(reader);
  refuseUnknown(reader, all, scope);
  const things = applyScope(all, withMembers(reader, scope), tagKeys(reader, scope.tag));
  return { keys: readCitekeys(reader), things };
}

function readAll(reader: Reader): Everything {
  return {
    // Oldest first: the order in which a researcher met them, and in which file names are given.
    sources: listSources(reader, {}).toReversed(),
    excerpts: listExcerpts(reader, {}),
    claims: listClaims(reader, {}).toReversed(),
    notes: listNotes(reader),
  };
}

interface GatherOptions {
  /** The notebook's name. */
  readonly name: string;
  readonly chosen: Chosen;
  /** ISO time. */
  readonly at: string;
  readonly images: ExportImages;
  /** Without them a source has its tree where there are pictures in it, and no text: half the time, and less memory. */
  readonly withTexts: boolean;
  /** Called whenever the text of a source is read, with its id. */
  onRead?(id: string): void;
  /** Called between sources: the place to hear that nobody wants the answer any more. */
  pause(done: number, total: number): Promise<void>;
}

/**
 * @param reader of one state of the notebook, that it was chosen from: others may write between two sources. Texts are
 * read from it as they are asked for, so it stays open until all is made.
 */
export async function gather(reader: Reader, options: GatherOptions): Promise<ExportData> {
  const { name, at, images, withTexts, pause } = options;
  const { keys, things } = options.chosen;
  const excerpts = Map.groupBy(things.excerpts, ({ sourceId }) => sourceId);
  const pictured = withTexts ? null : listPictured(reader);
  const texts = new VersionTexts(reader);
  const sources: ExportSource[] = [];
  for (const source of things.sources) {
    const head = { source, version: versionOf(reader, source), excerpts: excerpts.get(source.id) ?? [] };
    const isRead = pictured === null || pictured.has(source.versionId);
    sources.push(isRead ? withText(head, texts, options) : { ...head, ...UNREAD });
    await pause(sources.length, things.sources.length);
  }
  return {
    notebook: name,
    at,
    colorNames: readColorNames(reader),
    sources,
    keys,
    claims: things.claims,
    notes: things.notes,
    tags: TagTree.read(reader),
    author: readAuthor(reader),
    images,
  };
}

/** A collection is its sources; where sources are named too, those that are in both. @throws DossierError not-found */
function withMembers(reader: Reader, { collection, ...scope }: Scope): Scope {
  if (collection === undefined) return scope;
  const members = getCollection(reader, collection).sources;
  const named = scope.sources && new Set(scope.sources);
  return { ...scope, sources: named ? members.filter((id) => named.has(id)) : members };
}

function refuseUnknown(reader: Reader, all: Everything, { sources, tag, claims }: Scope): void {
  const known = new Set<string>([...all.sources, ...all.claims].map(({ id }) => id));
  for (const id of sources ?? []) {
    if (known.has(id)) continue;
    const trash = listSources(reader, { trash: true }).some((source) => source.id === id);
    throw new DossierError('not-found', { what: 'source', id, ...(trash ? { trash } : {}) });
  }
  for (const id of claims ?? []) {
    if (!known.has(id)) throw new DossierError('not-found', { what: 'claim', id });
  }
  if (tag !== undefined && findNamed(reader, tag) === null) {
    throw new DossierError('not-found', { what: 'tag', name: tag });
  }
}

/** How tags are compared: the one asked for, its aliases and those below it are one. */
function tagKeys(reader: Reader, tag: string | undefined): (name: string) => string {
  const id = tag === undefined ? null : findNamed(reader, tag);
  if (tag === undefined || id === null) return tagKey;
  const wanted = tagKey(tag);
  const family = new Set([
    wanted,
    ...TagTree.read(reader)
      .familyOf(id)
      .map(({ key }) => key),
  ]);
  return (name) => (family.has(tagKey(name)) ? wanted : tagKey(name));
}

const UNREAD: Pick<ExportSource, 'text' | 'tree'> = { text: '', tree: { type: 'root', children: [] } };

function versionOf(reader: Reader, source: Source): Version {
  const version = listVersions(reader, source.id).find(({ id }) => id === source.versionId);
  if (!version) throw new DossierError('not-found', { what: 'version', id: source.versionId });
  return version;
}

/** Read when it is asked for: all texts of a notebook at once are more than all that is made of them. */
function withText(
  head: Omit<ExportSource, 'text' | 'tree'>,
  texts: VersionTexts,
  { onRead }: Pick<GatherOptions, 'onRead'>,
): ExportSource {
  const { id, versionId } = head.source;
  return {
    ...head,
    get text() {
      onRead?.(id);
      return texts.text(id, versionId);
    },
    get tree() {
      onRead?.(id);
      return texts.tree(id, versionId);
    },
  };
}

/** Settings may hold anything: only non-empty texts under the five colours are taken. */
function readColorNames(reader: Reader): Partial<Record<Color, string>> {
  const value = readSettings(reader)[COLOR_NAMES];
  if (typeof value !== 'object' || value === null) return {};
  const given = new Map<string, unknown>(Object.entries(value));
  return Object.fromEntries(
    COLORS.map((color) => [color, given.get(color)]).filter(
      (entry): entry is [Color, string] => typeof entry[1] === 'string' && entry[1].trim() !== '',
    ),
  );
}
