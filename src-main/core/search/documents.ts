/** The rows that are searched, as documents: passages, excerpts, claims and notes that are not in the trash. */
import type { HitKind } from '../../common/contract/entities.ts';
import { tokenise } from '../../common/language/tokens.ts';
import { parseTags, tagWordsColumn } from '../storage/columns.ts';
import type { Reader } from '../storage/connection.ts';
import type { FieldTexts } from './analysis/fields.ts';
import { guessLanguage } from './analysis/stop-words.ts';

/** What is kept in memory of a document; its texts stay in the notebook. */
export interface Entry {
  readonly kind: HitKind;
  /** Of a passage `versionId#ordinal`. */
  readonly id: string;
  readonly sourceId: string | null;
  readonly versionId: string | null;
  readonly start: number | null;
  readonly end: number | null;
  /** Of the source; of claims and notes guessed from their words. */
  readonly language: string | null;
}

export interface SearchDocument {
  readonly entry: Entry;
  readonly title: string;
  readonly texts: FieldTexts;
}

export interface SourceRow {
  id: string;
  title: string;
  language: string | null;
  versionId: string;
  tags: string;
}

export interface PassageRow {
  ordinal: number;
  start: number;
  end: number;
}

/** What is a document by itself, where a source is one a passage. */
export type OwnKind = 'excerpt' | 'claim' | 'note';

const LIVE_IDS: Readonly<Record<OwnKind, string>> = {
  excerpt: 'SELECT id FROM live_excerpt',
  claim: 'SELECT id FROM claim WHERE deleted_at IS NULL',
  note: 'SELECT id FROM note WHERE deleted_at IS NULL',
};

interface ExcerptRow {
  id: string;
  sourceId: string;
  versionId: string;
  start: number;
  end: number;
  exact: string;
  note: string;
  title: string;
  language: string | null;
  tags: string;
}

interface OwnRow {
  id: string;
  title: string;
  body: string;
  tags: string;
}

const SOURCES = `SELECT id, title, language, version_id AS versionId, ${tagWordsColumn('source_tag', 'source.id')} AS tags
  FROM live_source AS source`;
const PASSAGES =
  'SELECT ordinal, start_offset AS start, end_offset AS end FROM passage WHERE version_id = ? ORDER BY ordinal';
const EXCERPTS = `SELECT excerpt.id, excerpt.source_id AS sourceId, excerpt.version_id AS versionId,
  excerpt.start_offset AS start, excerpt.end_offset AS end, excerpt.exact, excerpt.note,
  source.title, source.language, ${tagWordsColumn('excerpt_tag', 'excerpt.id')} AS tags
  FROM live_excerpt AS excerpt JOIN source ON source.id = excerpt.source_id`;
const CLAIMS = `SELECT id, statement AS title, note AS body, ${tagWordsColumn('claim_tag', 'claim.id')} AS tags
  FROM claim WHERE deleted_at IS NULL`;
const NOTES = `SELECT id, title, body, ${tagWordsColumn('note_tag', 'note.id')} AS tags FROM note WHERE deleted_at IS NULL`;

/** Reads documents; remembers the last source, for passages are asked for in runs. */
export class Documents {
  #source: SourceRow | null = null;

  /** @param texts kept for longer than this, where somebody asks again and again */
  constructor(
    readonly reader: Reader,
    readonly texts = new VersionTexts(),
  ) {}

  /** Every live source. */
  sources(): SourceRow[] {
    return this.reader.all<SourceRow>(SOURCES);
  }

  /** Null where it is not live. */
  source(id: string): SourceRow | null {
    return this.reader.get<SourceRow>(`${SOURCES} WHERE id = ?`, id) ?? null;
  }

  /** Of the source's current version. */
  passages(source: SourceRow): PassageRow[] {
    return this.reader.all<PassageRow>(PASSAGES, source.versionId);
  }

  /** Every live thing of a kind. */
  *all(kind: OwnKind): Generator<SearchDocument> {
    for (const { id } of this.reader.all<{ id: string }>(LIVE_IDS[kind])) {
      const document = this.thing(kind, id);
      if (document) yield document;
    }
  }

  /** Null where it is not live. */
  thing(kind: OwnKind, id: string): SearchDocument | null {
    switch (kind) {
      case 'excerpt':
        return this.#loadRow<ExcerptRow>(`${EXCERPTS} WHERE excerpt.id = ?`, id, excerptDocument);
      case 'claim':
        return this.#loadRow<OwnRow>(`${CLAIMS} AND id = ?`, id, claimDocument);
      case 'note':
        return this.#loadRow<OwnRow>(`${NOTES} AND id = ?`, id, noteDocument);
    }
  }

  /** Null where the row is not live any more. */
  load(entry: Entry): SearchDocument | null {
    return entry.kind === 'passage' ? this.#loadPassage(entry) : this.thing(entry.kind, entry.id);
  }

  #loadRow<Row>(sql: string, id: string, make: (row: Row) => SearchDocument): SearchDocument | null {
    const row = this.reader.get<Row>(sql, id);
    return row ? make(row) : null;
  }

  #loadPassage(entry: Entry): SearchDocument | null {
    if (this.#source?.id !== entry.sourceId) this.#source = this.source(entry.sourceId ?? '');
    const source = this.#source;
    const ordinal = Number(entry.id.slice(entry.id.lastIndexOf('#') + 1));
    return source ? this.passage(source, { ordinal, start: entry.start ?? 0, end: entry.end ?? 0 }) : null;
  }

  /**
   * A source's title and tags belong to its first passage: on every passage, one word of a title would be as many
   * hits as the article has paragraphs.
   */
  passage(source: SourceRow, { ordinal, start, end }: PassageRow): SearchDocument {
    const { id, title, language, versionId } = source;
    const text = this.texts.of(this.reader, versionId).slice(start, end);
    const texts = ordinal === 0 ? { title, text, tag: joinTags(source.tags) } : { text };
    const entry = {
      kind: 'passage',
      id: `${versionId}#${ordinal}`,
      sourceId: id,
      versionId,
      start,
      end,
      language,
    };
    return { entry: entry as Entry, title, texts };
  }
}

/** In UTF-16 code units: the articles of some pages of results, or all of a notebook of ten thousand passages. */
const KEPT_TEXTS = 8_000_000;

/** The texts of versions, which never change: those asked for last are kept. */
export class VersionTexts {
  readonly #texts = new Map<string, string>();
  #size = 0;

  of(reader: Reader, id: string): string {
    const known = this.#texts.get(id);
    if (known !== undefined) this.#texts.delete(id);
    // SQLite's substr counts code points, offsets are UTF-16: the text is read whole.
    const sql = 'SELECT text FROM version WHERE id = ?';
    const text = known ?? reader.get<{ text: string }>(sql, id)?.text ?? '';
    this.#texts.set(id, text);
    if (known === undefined) this.#makeRoom(text.length);
    return text;
  }

  /** The last one stays, whatever its size. */
  #makeRoom(added: number): void {
    this.#size += added;
    for (const [id, text] of this.#texts) {
      if (this.#size <= KEPT_TEXTS || this.#texts.size === 1) return;
      this.#texts.delete(id);
      this.#size -= text.length;
    }
  }
}

function excerptDocument(row: ExcerptRow): SearchDocument {
  const { id, sourceId, versionId, start, end, language } = row;
  return {
    entry: { kind: 'excerpt', id, sourceId, versionId, start, end, language },
    title: row.title,
    texts: { quotation: row.exact, note: row.note, tag: joinTags(row.tags) },
  };
}

function claimDocument({ id, title, body, tags }: OwnRow): SearchDocument {
  return {
    entry: ownEntry('claim', id, `${title}\n${body}`),
    title,
    texts: { statement: title, note: body, tag: joinTags(tags) },
  };
}

function noteDocument({ id, title, body, tags }: OwnRow): SearchDocument {
  return {
    entry: ownEntry('note', id, `${title}\n${body}`),
    title,
    texts: { title, note: body, tag: joinTags(tags) },
  };
}

/** Enough words to tell two languages apart. */
const GUESSED_FROM = 2000;

function ownEntry(kind: 'claim' | 'note', id: string, text: string): Entry {
  const language = guessLanguage(tokenise(text.slice(0, GUESSED_FROM)).map(({ term }) => term));
  return { kind, id, sourceId: null, versionId: null, start: null, end: null, language };
}

/** Line feeds keep two tags from being one phrase. */
function joinTags(json: string): string {
  return parseTags(json).join('\n');
}
