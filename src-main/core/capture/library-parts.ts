/** Highlights, notes and tags of a library, each once. */
import type { Anchor, ExcerptId, NoteId, SourceId, VersionId } from '../../common/contract/entities.ts';
import { FoldedText } from '../../common/document/folded-text.ts';
import { findQuotation } from '../../common/document/quote-match.ts';
import { describeRange } from '../../common/document/selectors.ts';
import type { LibraryAnnotation, LibraryItem, LibraryNote } from '../ports.ts';
import type { Edit, TagTable } from '../storage/edit.ts';
import { digestWords, recall, remember, rememberAgain, type Memory } from '../storage/library-memory.ts';
import { changeTags, tagKey } from '../storage/tags.ts';
import type { LeftOutList } from './libraries/left-out.ts';
import type { Range } from './libraries/grow-reference.ts';
import { storeVersion } from './store.ts';

/** A version's text, which highlights are to stand in. */
export interface Text {
  readonly source: SourceId;
  readonly version: VersionId;
  readonly text: string;
}

/**
 * Characters that one import looks through for quotations, so that it ends: a thousand highlights in each
 * of a hundred books. Very short quotations count more, since they stand everywhere.
 */
const MOST_SEARCHED = 2_000_000_000;
const SHORT_QUOTE = 8;
const SHORT_COST = 20;

/** By the index of places: by that of versions, each of a book's highlights would be compared to all before it. */
export const TWIN = `SELECT id FROM live_excerpt
  WHERE source_id = ? AND +version_id = ? AND start_offset = ? AND end_offset = ? AND (note = ? OR ? = '') LIMIT 1`;

/** What one transaction added; tags by their keys, since the next one may use them again. */
export interface Added {
  readonly excerpts: number;
  readonly orphans: number;
  readonly notes: number;
  readonly tags: ReadonlySet<string>;
  /** Characters that were looked through, those before it included. */
  readonly searched: number;
}

export class LibraryParts {
  #excerpts = 0;
  #orphans = 0;
  #notes = 0;
  readonly #tags = new Set<string>();
  #searched: number;

  constructor(
    private readonly edit: Edit,
    private readonly format: string,
    private readonly leftOut: LeftOutList,
    private readonly fileName: string | null,
    searched: number,
  ) {
    this.#searched = searched;
  }

  get added(): Added {
    return {
      excerpts: this.#excerpts,
      orphans: this.#orphans,
      notes: this.#notes,
      tags: this.#tags,
      searched: this.#searched,
    };
  }

  tag(table: TagTable, owner: string, names: readonly string[]): void {
    for (const name of names) {
      const before = this.edit.patches.length;
      changeTags(this.edit, table, owner, { tags: [name] });
      if (this.edit.patches.length > before) this.#tags.add(tagKey(name));
    }
  }

  /** @returns which of the annotations are new */
  refreshExcerpts({ annotations }: LibraryItem): number[] {
    return [...annotations.entries()].flatMap(([number, annotation]) => {
      const memory = recall(this.edit.reader, { format: this.format, part: 'excerpt', key: annotation.key });
      if (memory) this.#refreshExcerpt(memory, annotation);
      return memory ? [] : [number];
    });
  }

  /** In a text of which it is known where each stands: it was made of them. */
  addPlaced(item: LibraryItem, numbers: readonly number[], text: Text): void {
    const ranges = new Map<number, Range>();
    for (const number of numbers) {
      const range = item.places[number];
      if (range) ranges.set(number, range);
    }
    this.addAt(item, ranges, text);
  }

  addAt(item: LibraryItem, ranges: ReadonlyMap<number, Range>, text: Text, anchor: Anchor = 'exact'): void {
    for (const [number, range] of ranges) {
      const annotation = item.annotations[number];
      if (annotation) this.#addExcerpt(annotation, text, range, anchor);
    }
  }

  /**
   * In a text of its own. What is not found there stands as an orphan on a version that holds what the library says,
   * where it can be read, and is looked for again in each later text.
   */
  addFound(item: LibraryItem, numbers: readonly number[], text: Text): void {
    const folded = new FoldedText(text.text);
    const orphans: number[] = [];
    for (const number of numbers) {
      const annotation = item.annotations[number];
      if (!annotation) continue;
      const place = this.#find(folded, text.text.length, annotation);
      if (place) this.#addExcerpt(annotation, text, place, place.anchor);
      else orphans.push(number);
    }
    if (orphans.length === 0) return;
    const version = this.edit.ids.next() as VersionId;
    const { source } = text;
    storeVersion(this.edit, {
      source,
      version,
      input: { fileName: this.fileName },
      article: item.reference,
      blob: item.record,
    });
    const ranges = new Map(
      orphans.flatMap((number) => {
        const range = item.places[number];
        return range ? [[number, range] as const] : [];
      }),
    );
    this.addAt(item, ranges, { source, version, text: item.reference.text }, 'orphan');
    this.#orphans += ranges.size;
  }

  addNotes(notes: readonly LibraryNote[]): void {
    for (const note of notes) {
      const place = { format: this.format, part: 'note', key: note.key } as const;
      const memory = recall(this.edit.reader, place);
      if (memory) this.#refreshNote(memory, note);
      else {
        const id = this.edit.ids.next() as NoteId;
        const { title, body } = note;
        const createdAt = note.createdAt ?? this.edit.now;
        this.edit.insert('note', {
          id,
          title,
          body,
          created_at: createdAt,
          updated_at: createdAt,
          deleted_at: null,
        });
        this.tag('note_tag', id, note.tags);
        remember(this.edit, place, id, { said: digestWords(body), tags: note.tags });
        this.#notes += 1;
      }
    }
  }

  #find(folded: FoldedText, length: number, annotation: LibraryAnnotation) {
    this.#searched += length * (annotation.quote.length < SHORT_QUOTE ? SHORT_COST : 1);
    if (this.#searched > MOST_SEARCHED) return null;
    const { quote, prefix, suffix, near } = annotation;
    const match = findQuotation(folded, { quote, prefix, suffix });
    if (match.kind === 'found') return match;
    if (match.kind === 'absent') return null;
    const nearest = findQuotation(folded, { quote, prefix, suffix, near: near ?? 0 });
    if (nearest.kind !== 'found') return null;
    // Without a hint the first place is a guess, to be confirmed.
    return near === null ? { ...nearest, anchor: 'moved' as const } : nearest;
  }

  #addExcerpt(annotation: LibraryAnnotation, text: Text, { start, end }: Range, anchor: Anchor): void {
    const { note, color, tags, key } = annotation;
    const place = { format: this.format, part: 'excerpt', key } as const;
    const taken = { said: digestWords(note), tags };
    const twin = this.#twinOf(text, start, end, note);
    const id = twin ?? (this.edit.ids.next() as ExcerptId);
    if (twin === null) {
      const createdAt = annotation.createdAt ?? this.edit.now;
      this.edit.insert('excerpt', {
        id,
        source_id: text.source,
        version_id: text.version,
        start_offset: start,
        end_offset: end,
        ...describeRange(text.text, start, end),
        anchor,
        color,
        note,
        created_at: createdAt,
        updated_at: createdAt,
        deleted_at: null,
      });
      this.#excerpts += 1;
    }
    this.tag('excerpt_tag', id, tags);
    this.edit.touch('source', text.source);
    remember(this.edit, place, id, taken);
  }

  /** The same words highlighted already, with the same note or with nothing to add to it. */
  #twinOf({ source, version }: Text, start: number, end: number, note: string): ExcerptId | null {
    const row = this.edit.reader.get<{ id: ExcerptId }>(TWIN, source, version, start, end, note, note);
    return row?.id ?? null;
  }

  #refreshExcerpt(memory: Memory, { note, tags, quote }: LibraryAnnotation): void {
    const row = this.edit.reader.get<{ note: string }>(
      'SELECT note FROM live_excerpt WHERE id = ?',
      memory.entityId,
    );
    if (!row) return this.leftOut.add('annotation', 'in-trash', quote);
    const change = () => this.edit.update('excerpt', memory.entityId, { note, updated_at: this.edit.now });
    if (!this.#follow(memory, note, row.note, change)) this.leftOut.add('annotation', 'edited-here', quote);
    this.#retag('excerpt_tag', memory, note, tags);
  }

  #refreshNote(memory: Memory, { title, body, tags }: LibraryNote): void {
    const row = this.edit.reader.get<{ body: string }>(
      'SELECT body FROM note WHERE id = ? AND deleted_at IS NULL',
      memory.entityId,
    );
    if (!row) return this.leftOut.add('note', 'in-trash', title);
    const change = () => this.edit.update('note', memory.entityId, { body, updated_at: this.edit.now });
    if (!this.#follow(memory, body, row.body, change)) this.leftOut.add('note', 'edited-here', title);
    this.#retag('note_tag', memory, body, tags);
  }

  /** False where the library and the user have both changed the words: the user's stay. */
  #follow({ taken }: Memory, said: string, here: string, change: () => void): boolean {
    if (digestWords(said) === taken.said || said === here) return true;
    if (digestWords(here) !== taken.said) return false;
    change();
    return true;
  }

  /** Tags that are new in the library; those that the user took off since stay off. */
  #retag(table: TagTable, memory: Memory, said: string, tags: readonly string[]): void {
    const before = this.edit.patches.length;
    this.tag(
      table,
      memory.entityId,
      tags.filter((tag) => !memory.taken.tags.includes(tag)),
    );
    const isNew = this.edit.patches.length > before || digestWords(said) !== memory.taken.said;
    if (isNew) rememberAgain(this.edit, memory, { said: digestWords(said), tags });
  }
}
