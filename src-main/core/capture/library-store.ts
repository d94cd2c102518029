/**
 * What a library holds becomes rows. Each thing is asked for in the memory of earlier imports first: what is there
 * already stays as the user has it, what the user deleted stays deleted, and both are told.
 */
import type { ImportedLibrary, LeftOut, LibraryFormat } from '../../common/contract/libraries.ts';
import type { SourceId, SourceKind, VersionId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import type { LibraryItem, LibraryNote, ParsedArticle } from '../ports.ts';
import type { Edit } from '../storage/edit.ts';
import { recall, remember, rememberAgain, type Memory, type Place } from '../storage/library-memory.ts';
import { readVersion } from '../storage/sources.ts';
import { LibraryParts, type Added } from './library-parts.ts';
import { LeftOutList } from './libraries/left-out.ts';
import { growReference } from './libraries/grow-reference.ts';
import { addSource, addVersion, findByAddress, recordAddress, type PreparedCapture } from './store.ts';

export interface PreparedItem {
  readonly item: LibraryItem;
  /** The article that the library brings with it, read. */
  readonly full: PreparedCapture | null;
}

/** As much of a library as one transaction takes in. */
export interface PreparedPart {
  readonly format: LibraryFormat;
  readonly items: readonly PreparedItem[];
  /** That belong to no item. */
  readonly notes: readonly LibraryNote[];
  readonly fileName: string | null;
  /** For every source. */
  readonly tags: readonly string[];
  /** Sources that parts before it made, with their titles. */
  readonly made: ReadonlyMap<SourceId, string>;
  /** Characters that they looked through. */
  readonly searched: number;
}

export interface StoredPart {
  readonly sources: readonly Imported[];
  readonly made: ReadonlyMap<SourceId, string>;
  readonly added: Added;
  readonly leftOut: readonly LeftOut[];
}

type Imported = ImportedLibrary['sources'][number];

/** The source that an item is here, as the item is dealt with. */
interface Target {
  readonly id: SourceId;
  readonly version: VersionId;
  readonly kind: SourceKind;
  readonly title: string;
  readonly status: Imported['status'];
}

/** Leaves nothing behind but rows: a transaction that fails with others in it is tried again by itself. */
export function storePart(edit: Edit, part: PreparedPart): StoredPart {
  const store = new PartStore(edit, part);
  const sources = part.items.map((prepared) => store.add(prepared));
  store.parts.addNotes(part.notes);
  edit.subject = part.fileName ?? part.format;
  return { sources, made: store.made, added: store.parts.added, leftOut: store.leftOut.list() };
}

class PartStore {
  readonly parts: LibraryParts;
  readonly leftOut = new LeftOutList();
  /** Sources that this part made, with their titles. */
  readonly made = new Map<SourceId, string>();

  constructor(
    private readonly edit: Edit,
    private readonly library: PreparedPart,
  ) {
    const { format, fileName, searched } = library;
    this.parts = new LibraryParts(edit, format, this.leftOut, fileName, searched);
  }

  add(prepared: PreparedItem): Imported {
    const { item } = prepared;
    const place: Place = { format: this.library.format, part: 'source', key: item.key };
    const memory = recall(this.edit.reader, place);
    const before = this.edit.patches.length;
    const target = memory ? this.#knownTarget(memory) : this.#newTarget(prepared);
    if (!target) {
      this.leftOut.add('item', 'in-trash', item.reference.title);
      return this.#answer(memory?.entityId as SourceId, 'unchanged', prepared);
    }
    const tags = item.tags.filter((tag) => !memory?.taken.tags.includes(tag));
    this.parts.tag('source_tag', target.id, [...tags, ...this.library.tags]);
    const settled = this.#settleText(target, prepared, memory);
    this.parts.addNotes(item.notes);
    const taken = { said: item.record.sha256, tags: item.tags };
    if (!memory) remember(this.edit, place, target.id, taken);
    else if (this.edit.patches.length > before) rememberAgain(this.edit, memory, taken);
    return this.#answer(target.id, settled, prepared);
  }

  /** Null where the user put it into the trash. */
  #knownTarget({ entityId }: Memory): Target | null {
    const row = this.#row(entityId);
    return row && row.deleted_at === null ? { ...row, version: row.version_id, status: 'unchanged' } : null;
  }

  #newTarget({ item, full }: PreparedItem): Target {
    const { reference, record } = item;
    const known = reference.url === null ? null : findByAddress(this.edit, reference.url);
    const twin = known === null ? undefined : (this.made.get(known) ?? this.library.made.get(known));
    // Chapters of one book, pages of one list: what this very library tells apart stays apart.
    const isOther = twin !== undefined && twin.toLowerCase() !== reference.title.toLowerCase();
    const row = known !== null && !isOther ? this.#row(known) : undefined;
    if (row) return { ...row, version: row.version_id, status: 'duplicate' };
    const capture = full ?? { article: reference, blob: record };
    const { id, versionId } = addSource(this.edit, this.#details(full), capture);
    if (known !== null) recordAddress(this.edit, known, reference.url);
    this.made.set(id, reference.title);
    return {
      id,
      version: versionId,
      kind: capture.article.kind,
      title: reference.title,
      status: 'added',
    };
  }

  #details(full: PreparedCapture | null | undefined): { fileName: string | null } {
    return { fileName: full ? null : this.library.fileName };
  }

  /** Brings the text to where the annotations can stand in it, and places them. */
  #settleText(target: Target, { item, full }: PreparedItem, memory: Memory | null): Imported['status'] {
    const fresh = this.parts.refreshExcerpts(item);
    const { id, kind, status } = target;
    if (status === 'added' && kind === 'reference') {
      this.parts.addPlaced(item, fresh, { source: id, version: target.version, text: item.reference.text });
      return status;
    }
    if (kind === 'reference' && full) {
      const { versionId } = addVersion(this.edit, id, this.#details(full), full);
      this.parts.addFound(item, fresh, { source: id, version: versionId, text: full.article.text });
      return 'version';
    }
    if (kind === 'reference') return this.#grow(target, item, fresh, memory);
    if (full && status === 'duplicate') this.leftOut.add('text', 'text-here', target.title);
    if (fresh.length > 0) this.parts.addFound(item, fresh, this.#textOf(target));
    return status;
  }

  #textOf({ id, version }: Target) {
    return { source: id, version, text: readVersion(this.edit.reader, id, version).text };
  }

  #grow(
    target: Target,
    item: LibraryItem,
    fresh: readonly number[],
    memory: Memory | null,
  ): Imported['status'] {
    const isSame = memory?.taken.said === item.record.sha256;
    if (isSame && fresh.length === 0) return target.status;
    const { tree, text } = readVersion(this.edit.reader, target.id, target.version);
    const { article, places } = growReference(tree, item, new Set(fresh));
    let { version, status } = target;
    if (article) {
      version = addVersion(this.edit, target.id, this.#details(null), {
        article,
        blob: item.record,
      }).versionId;
      status = 'version';
    }
    this.parts.addAt(item, places, { source: target.id, version, text: article?.text ?? text });
    return status;
  }

  #row(id: string) {
    return this.edit.reader.get<{
      id: SourceId;
      version_id: VersionId;
      kind: SourceKind;
      title: string;
      language: string | null;
      words: number;
      deleted_at: number | null;
    }>(
      `SELECT source.id, version_id, kind, title, language, version.words, deleted_at FROM source
       JOIN version ON version.id = source.version_id WHERE source.id = ?`,
      id,
    );
  }

  #answer(id: SourceId, status: Imported['status'], { full }: PreparedItem): Imported {
    const row = this.#row(id);
    if (!row) throw new DossierError('notebook-damaged', { what: 'source', id });
    const { title, language, words, version_id: versionId } = row;
    const warnings: ParsedArticle['warnings'] = status === 'added' && full ? full.article.warnings : [];
    return {
      id,
      versionId,
      title,
      language,
      words,
      status,
      duplicateOf: status === 'duplicate' || status === 'unchanged' ? id : null,
      warnings: [...warnings],
    };
  }
}
